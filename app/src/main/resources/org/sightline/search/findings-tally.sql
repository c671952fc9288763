-- Joins matched-findings.sql: how many match in all, and by each facet with every filter but its own. READ: how many of whose
-- shared rows stand in any of these numbers, which are those that at most one filter keeps out.
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
  AND of_councils::int + of_frameworks::int + of_themes::int + of_kinds::int + of_years::int >= 4
GROUP BY shared_by
