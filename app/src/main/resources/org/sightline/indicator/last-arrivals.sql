-- Joins "seen" of seen-coverage.sql.
-- For each of some indicators, when the last edition came in that the viewer may see of it, or of what it is derived from.
SELECT spoken_of.asked_id, max(seen.came_at) AS came_at
FROM (
  SELECT id AS asked_id, unnest(ARRAY[id, derived_from_numerator_id, derived_from_denominator_id]) AS indicator_id
  FROM indicator WHERE id = any (?::int[])
) AS spoken_of
JOIN seen ON seen.indicator_id = spoken_of.indicator_id
GROUP BY spoken_of.asked_id
