-- Joins "seen" of seen-coverage.sql.
-- A release of which the viewer may see an edition: what else there is stays unknown.
SELECT DISTINCT seen.shared_by,
  CASE WHEN seen.shared_by IS NOT NULL THEN seen.indicator_id END AS indicator_id,
  CASE WHEN seen.shared_by IS NOT NULL THEN seen.period_id END AS period_id,
  release.id AS release_id, release.code AS release_code, release.publication, release.title, release.published_on, release.source,
  release.owner_key = 0 AS official
FROM seen JOIN release ON release.id = seen.release_id
WHERE release.id = ANY (?::int[])
