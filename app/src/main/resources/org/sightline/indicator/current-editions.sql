-- Joins "seen" of seen-coverage.sql.
-- For each period of some indicators, and each owner, the edition that speaks of it, as known on a day: the one of the newest
-- release that the viewer may see, of what was published of those that had come in by an instant, or of all. Official editions have one owner, nobody.
-- A numerator of less than a year is not set against a population: the rate would be read as a year's.
-- The definition is the asked indicator's: its newest version that holds by the period's last day, and how many breaks came before.
-- An edition that gives only the numerator of a derivable indicator supersedes an older one that gave the value.
SELECT DISTINCT ON (spoken_of.asked_id, period.id, release.owner_key) spoken_of.asked_id,
  period.id AS period_id, period.type, period.starts_on, period.ends_on, period.year, period.code,
  seen.edition_id, seen.indicator_id, seen.shared_by, spoken_of.is_derived,
  release.id AS release_id, release.code AS release_code, release.publication, release.title, release.published_on, release.source,
  release.owner_key = 0 AS official, definition.version, definition.stretch
FROM (
  SELECT indicator.id AS asked_id, indicator.id AS indicator_id, false AS is_derived
  FROM indicator WHERE indicator.id = any (?::int[])
  UNION ALL
  SELECT indicator.id, indicator.derived_from_numerator_id, true
  FROM indicator WHERE indicator.id = any (?::int[]) AND indicator.derived_from_numerator_id IS NOT NULL
) AS spoken_of
JOIN seen ON seen.indicator_id = spoken_of.indicator_id
JOIN release ON release.id = seen.release_id
JOIN period ON period.id = seen.period_id
CROSS JOIN LATERAL (
  SELECT coalesce(max(number), 1) AS version, count(*) FILTER (WHERE breaks_series) AS stretch
  FROM indicator_version
  WHERE indicator_version.indicator_id = spoken_of.asked_id
    AND (first_period_end IS NULL OR first_period_end <= period.ends_on)
) AS definition
WHERE release.published_on <= ?::date AND (NOT seen.is_published OR seen.came_at <= coalesce(?::timestamptz, 'infinity'))
  AND (NOT spoken_of.is_derived OR period.type NOT IN ('MONTH', 'YEAR_TO_DATE', 'FINANCIAL_QUARTER', 'CALENDAR_QUARTER'))
ORDER BY spoken_of.asked_id, period.id, release.owner_key, release.published_on DESC, spoken_of.is_derived, seen.edition_id DESC
