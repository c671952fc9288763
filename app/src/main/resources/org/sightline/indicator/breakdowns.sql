-- The breakdowns that some indicators' figures have.
SELECT DISTINCT observation.indicator_id, breakdown.code
FROM observation JOIN breakdown ON breakdown.id = observation.breakdown_id
WHERE observation.indicator_id = any (?::int[]) AND breakdown.code <> ''
  AND (observation.access_class = 'PUBLISHED'
    OR (observation.access_class = 'EMBARGOED' AND observation.embargoed_until <= now()))
ORDER BY observation.indicator_id, breakdown.code
