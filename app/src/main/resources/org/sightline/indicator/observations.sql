-- The figures of one indicator and breakdown in some editions' periods, for some areas or (null) for all.
-- Row-level security guards; the access classes are named all the same, so that the query stands by itself.
SELECT observation.area_id, observation.period_id, observation.access_class,
  observation.value, observation.missing, observation.numerator, observation.numerator_missing,
  observation.denominator, observation.denominator_missing, observation.derived,
  observation.source_name, observation.source_line
FROM unnest(?::int[], ?::int[]) AS chosen (period_id, edition_id)
JOIN observation ON observation.period_id = chosen.period_id AND observation.edition_id = chosen.edition_id
WHERE observation.indicator_id = ?
  AND observation.breakdown_id = (SELECT breakdown.id FROM breakdown WHERE breakdown.code = ?)
  AND (?::int[] IS NULL OR observation.area_id = any (?::int[]))
  AND (observation.access_class = 'PUBLISHED'
    OR (observation.access_class = 'EMBARGOED' AND observation.embargoed_until <= now()))
