-- The neighbours of some councils by some models, the closest first.
SELECT model_code, council_id, rank, neighbour_id, closeness
FROM neighbour
WHERE model_code = any (?::text[]) AND council_id = any (?::int[])
ORDER BY model_code, council_id, rank
