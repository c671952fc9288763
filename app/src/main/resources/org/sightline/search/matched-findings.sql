-- Findings in sight of the councils in scope that match what is searched, each with whether every filter lets it through. Who may see
-- what is said here as well as in the policies, so that the query stands by itself. An inspection's day is the one by which the room
-- of inspections orders it; 1900 stands for a day that no source says.
WITH asked AS MATERIALIZED (
  SELECT ?::int[] AS scope, ?::int[] AS councils, ?::boolean AS with_facets, ?::text[] AS frameworks, ?::text[] AS themes,
    ?::text[] AS kinds, ?::int[] AS years,
    ?::boolean AS only_with_actions, websearch_to_tsquery('english', ?::text) AS words
), inspected AS MATERIALIZED (
  SELECT inspection.id, inspection.framework_code,
    coalesce(
      (array_agg(account.starts_on ORDER BY source.precedence, source.published_on DESC NULLS LAST, source.id DESC)
        FILTER (WHERE account.starts_on IS NOT NULL))[1],
      (array_agg(account.published_on ORDER BY source.precedence, source.published_on DESC NULLS LAST, source.id DESC)
        FILTER (WHERE account.published_on IS NOT NULL))[1],
      '1900-01-01') AS day
  FROM inspection
  LEFT JOIN inspection_account AS account ON account.inspection_id = inspection.id
  LEFT JOIN inspection_source AS source ON source.id = account.source_id
  WHERE inspection.council_id = ANY ((SELECT scope FROM asked)::int[])
    AND (inspection.access_class = 'PUBLISHED'
      OR (inspection.access_class = 'EMBARGOED' AND inspection.embargoed_until <= now())
      OR inspection.owner_organisation_id = (SELECT viewer_organisation())
      OR (inspection.access_class = 'SHARED'
        AND inspection.owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::int[])))
  GROUP BY inspection.id
), matched AS MATERIALIZED (
  SELECT finding.id, finding.council_id, finding.theme_code, finding.kind, inspected.framework_code,
    nullif(extract(year FROM inspected.day)::int, 1900) AS year, inspected.day::timestamp AT TIME ZONE 'UTC' AS at,
    CASE WHEN asked.words IS NULL THEN 0::real ELSE ts_rank(finding.words, asked.words) END AS rank,
    CASE WHEN finding.access_class = 'SHARED' THEN nullif(finding.owner_organisation_id, (SELECT viewer_organisation())) END AS shared_by,
    finding.council_id = ANY (asked.councils) AS of_councils,
    asked.frameworks IS NULL OR inspected.framework_code = ANY (asked.frameworks) AS of_frameworks,
    asked.themes IS NULL OR coalesce(finding.theme_code = ANY (asked.themes), false) AS of_themes,
    asked.kinds IS NULL OR finding.kind = ANY (asked.kinds) AS of_kinds,
    asked.years IS NULL OR coalesce(nullif(extract(year FROM inspected.day)::int, 1900) = ANY (asked.years), false) AS of_years
  FROM finding JOIN inspected ON inspected.id = finding.inspection_id CROSS JOIN asked
  WHERE finding.council_id = ANY ((SELECT scope FROM asked)::int[])
    AND (finding.access_class = 'PUBLISHED'
      OR (finding.access_class = 'EMBARGOED' AND finding.embargoed_until <= now())
      OR finding.owner_organisation_id = (SELECT viewer_organisation())
      OR (finding.access_class = 'SHARED'
        AND finding.owner_organisation_id = ANY ((SELECT organisations_sharing_records('INSPECTIONS'))::int[])))
    AND (asked.words IS NULL OR finding.words @@ asked.words)
    AND (NOT asked.only_with_actions OR finding.id IN (
      SELECT linked.finding_id
      FROM finding_action AS linked JOIN action ON action.id = linked.action_id JOIN plan ON plan.id = action.plan_id
      WHERE action.removed_at IS NULL
        AND (plan.access_class = 'PUBLISHED'
          OR (plan.access_class = 'EMBARGOED' AND plan.embargoed_until <= now())
          OR plan.owner_organisation_id = (SELECT viewer_organisation())
          OR (plan.access_class = 'SHARED'
            AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::int[])))))
)
