-- What scopes cover of an organisation's own observations. It goes by what its editions cover, so that it never reads the
-- official releases; and counts each indicator and period once, for however many scopes. Of what is shared, others are shown
-- the newest edition; what is hidden counts where it is the newest of all, as the owner itself is shown it.
WITH ranked AS (
  SELECT coverage.edition_id, coverage.indicator_id, coverage.period_id, edition.access_class,
    row_number() OVER (PARTITION BY coverage.indicator_id, coverage.period_id
      ORDER BY release.published_on DESC, edition.id DESC) AS place,
    row_number() OVER (PARTITION BY coverage.indicator_id, coverage.period_id, edition.access_class
      ORDER BY release.published_on DESC, edition.id DESC) AS place_in_class
  FROM edition
  JOIN release ON release.id = edition.release_id
  JOIN edition_coverage AS coverage ON coverage.edition_id = edition.id
  WHERE edition.owner_organisation_id = ?),
ours AS (
  SELECT observation.indicator_id, observation.period_id,
    count(*) FILTER (WHERE observation.access_class = 'SHARED') AS shared,
    count(*) FILTER (WHERE observation.access_class = 'COUNCIL_ONLY'
      OR (observation.access_class = 'EMBARGOED' AND observation.embargoed_until > now())) AS hidden
  FROM ranked
  JOIN observation ON observation.indicator_id = ranked.indicator_id AND observation.edition_id = ranked.edition_id
    AND observation.period_id = ranked.period_id
  WHERE ranked.place = 1 OR (ranked.access_class = 'SHARED' AND ranked.place_in_class = 1)
  GROUP BY observation.indicator_id, observation.period_id)
SELECT scope.number AS scope, ours.indicator_id, period.id AS period_id, period.type, period.starts_on, period.ends_on,
  period.year, period.code, ours.shared, ours.hidden
FROM unnest(?::int[], ?::int[], ?::text[]::date[], ?::text[]::date[])
  AS scope (number, every_indicator, periods_from, periods_to)
CROSS JOIN ours
JOIN period ON period.id = ours.period_id
JOIN indicator ON indicator.id = ours.indicator_id
WHERE (scope.every_indicator = 1 OR (scope.number, ours.indicator_id) IN (SELECT * FROM unnest(?::int[], ?::int[])))
  AND period.starts_on >= scope.periods_from AND period.ends_on <= scope.periods_to
  AND ours.shared + ours.hidden > 0
ORDER BY scope.number, indicator.theme, indicator.name, indicator.id, period.ends_on DESC, period.starts_on
