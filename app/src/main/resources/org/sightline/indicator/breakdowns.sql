-- Joins "seen" of seen-coverage.sql.
-- The breakdowns that some indicators' figures have.
SELECT DISTINCT seen.indicator_id, breakdown.code, seen.shared_by,
  CASE WHEN seen.shared_by IS NOT NULL THEN seen.period_id END AS period_id
FROM seen
JOIN edition_breakdown AS held
  ON held.edition_id = seen.edition_id AND held.indicator_id = seen.indicator_id AND held.period_id = seen.period_id
JOIN breakdown ON breakdown.id = held.breakdown_id
WHERE seen.indicator_id = any (?::int[]) AND breakdown.code <> ''
ORDER BY seen.indicator_id, breakdown.code
