-- For each period of some indicators the edition that speaks of it, as known on a day: the one of the newest release.
-- An edition that gives only the numerator of a derivable indicator supersedes an older one that gave the value.
WITH spoken_of AS (
  SELECT indicator.id AS asked_id, indicator.id AS indicator_id, false AS is_derived
  FROM indicator WHERE indicator.id = any (?::int[])
  UNION ALL
  SELECT indicator.id, indicator.derived_from_numerator_id, true
  FROM indicator WHERE indicator.id = any (?::int[]) AND indicator.derived_from_numerator_id IS NOT NULL
)
SELECT DISTINCT ON (spoken_of.asked_id, period.id) spoken_of.asked_id,
  period.id, period.type, period.starts_on, period.ends_on, period.year, period.code,
  edition.id AS edition_id, spoken_of.is_derived,
  release.id AS release_id, release.code AS release_code, release.publication, release.title, release.published_on, release.source
FROM spoken_of
JOIN edition_coverage AS coverage ON coverage.indicator_id = spoken_of.indicator_id
JOIN edition ON edition.id = coverage.edition_id
JOIN release ON release.id = edition.release_id
JOIN period ON period.id = coverage.period_id
WHERE release.published_on <= ?::date
ORDER BY spoken_of.asked_id, period.id, release.published_on DESC, spoken_of.is_derived, edition.id DESC
