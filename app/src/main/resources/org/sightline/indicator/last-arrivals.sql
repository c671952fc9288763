-- Joins "seen" of seen-coverage.sql.
-- For each of some indicators, when the last published edition came in of it, or of what it is derived from. Whoever gets a citation
-- reads this: of what is not published, the arrival would tell them that something came in, and when.
SELECT spoken_of.asked_id, max(seen.came_at) AS came_at
FROM (
  SELECT id AS asked_id, unnest(ARRAY[id, derived_from_numerator_id, derived_from_denominator_id]) AS indicator_id
  FROM indicator WHERE id = any (?::int[])
) AS spoken_of
JOIN seen ON seen.indicator_id = spoken_of.indicator_id AND seen.is_published
GROUP BY spoken_of.asked_id
