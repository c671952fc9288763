-- What scopes cover of an organisation's own observations. It goes by what its editions cover, so that it never reads the
-- official releases; and counts each indicator and period once, for however many scopes.
WITH ours AS (
  SELECT observation.indicator_id, observation.period_id,
    count(*) FILTER (WHERE observation.access_class = 'SHARED') AS shared,
    count(*) FILTER (WHERE observation.access_class = 'COUNCIL_ONLY'
      OR (observation.access_class = 'EMBARGOED' AND observation.embargoed_until > now())) AS hidden
  FROM edition
  JOIN edition_coverage AS coverage ON coverage.edition_id = edition.id
  JOIN observation ON observation.indicator_id = coverage.indicator_id AND observation.edition_id = edition.id
    AND observation.period_id = coverage.period_id
  WHERE edition.owner_organisation_id = ?
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
