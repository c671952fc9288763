-- The breakdowns that some indicators' figures have.
SELECT DISTINCT held.indicator_id, breakdown.code
FROM edition_breakdown AS held JOIN breakdown ON breakdown.id = held.breakdown_id
WHERE held.indicator_id = any (?::int[]) AND breakdown.code <> ''
ORDER BY held.indicator_id, breakdown.code
