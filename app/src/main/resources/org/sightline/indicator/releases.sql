-- Joins "seen" of seen-coverage.sql.
-- The releases that hold figures of some indicators, or of what these are derived from, the newest first.
SELECT DISTINCT indicator.id AS asked_id, seen.indicator_id, seen.shared_by,
  CASE WHEN seen.shared_by IS NOT NULL THEN seen.period_id END AS period_id,
  release.id AS release_id, release.code AS release_code, release.publication, release.title, release.published_on, release.source,
  release.owner_key = 0 AS official
FROM indicator
JOIN seen ON seen.indicator_id IN (indicator.id, indicator.derived_from_numerator_id)
JOIN release ON release.id = seen.release_id
WHERE indicator.id = any (?::int[])
ORDER BY indicator.id, release.published_on DESC, release.code, release.id
