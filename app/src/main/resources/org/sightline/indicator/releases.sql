-- The releases that hold figures of some indicators, or of what these are derived from, the newest first.
SELECT DISTINCT indicator.id AS indicator_id,
  release.id AS release_id, release.code AS release_code, release.publication, release.title, release.published_on, release.source
FROM indicator
JOIN edition_coverage AS coverage ON coverage.indicator_id IN (indicator.id, indicator.derived_from_numerator_id)
JOIN edition ON edition.id = coverage.edition_id
JOIN release ON release.id = edition.release_id
WHERE indicator.id = any (?::int[])
ORDER BY indicator.id, release.published_on DESC, release.code
