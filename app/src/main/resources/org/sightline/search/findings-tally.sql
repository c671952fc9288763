-- Joins matched-findings.sql: how many match in all, and by each facet with every filter but its own. READ: how many of whose
-- shared rows stand in any of these numbers, which are those that at most one filter keeps out; without facets those that none does.
-- READ_PLANS: how many of whose shared actions decided that a finding stands in the total.
SELECT 'COUNCIL' AS facet, council_id::text AS value, count(*) AS total FROM matched
WHERE of_frameworks AND of_themes AND of_kinds AND of_years GROUP BY council_id
UNION ALL
SELECT 'FRAMEWORK', framework_code, count(*) FROM matched
WHERE of_councils AND of_themes AND of_kinds AND of_years GROUP BY framework_code
UNION ALL
SELECT 'THEME', theme_code, count(*) FROM matched
WHERE of_councils AND of_frameworks AND of_kinds AND of_years GROUP BY theme_code
UNION ALL
SELECT 'KIND', kind, count(*) FROM matched
WHERE of_councils AND of_frameworks AND of_themes AND of_years GROUP BY kind
UNION ALL
SELECT 'YEAR', year::text, count(*) FROM matched
WHERE of_councils AND of_frameworks AND of_themes AND of_kinds GROUP BY year
UNION ALL
SELECT 'TOTAL', NULL, count(*) FROM matched
WHERE of_councils AND of_frameworks AND of_themes AND of_kinds AND of_years
UNION ALL
SELECT 'READ', shared_by::text, count(*) FROM matched
WHERE shared_by IS NOT NULL
  AND of_councils::int + of_frameworks::int + of_themes::int + of_kinds::int + of_years::int
    >= CASE WHEN (SELECT with_facets FROM asked) THEN 4 ELSE 5 END
GROUP BY shared_by
UNION ALL
SELECT 'READ_PLANS', plan.owner_organisation_id::text, count(DISTINCT action.id)
FROM matched JOIN finding_action AS linked ON linked.finding_id = matched.id
JOIN action ON action.id = linked.action_id JOIN plan ON plan.id = action.plan_id
WHERE (SELECT only_with_actions FROM asked)
  AND of_councils AND of_frameworks AND of_themes AND of_kinds AND of_years AND action.removed_at IS NULL
  AND plan.access_class = 'SHARED' AND plan.owner_organisation_id IS DISTINCT FROM (SELECT viewer_organisation())
  AND plan.owner_organisation_id = ANY ((SELECT organisations_sharing_records('PLANS'))::int[])
GROUP BY plan.owner_organisation_id
