-- Joins matched-actions.sql, as findings are counted.
SELECT 'COUNCIL' AS facet, council_id::text AS value, count(*) AS total FROM matched
WHERE of_themes AND of_states GROUP BY council_id
UNION ALL
SELECT 'THEME', theme_code, count(*) FROM matched WHERE of_councils AND of_states GROUP BY theme_code
UNION ALL
SELECT 'STATE', state, count(*) FROM matched WHERE of_councils AND of_themes GROUP BY state
UNION ALL
SELECT 'TOTAL', NULL, count(*) FROM matched WHERE of_councils AND of_themes AND of_states
UNION ALL
SELECT 'READ', shared_by::text, count(*) FROM matched
WHERE shared_by IS NOT NULL AND of_councils::int + of_themes::int + of_states::int
    >= CASE WHEN (SELECT with_facets FROM asked) THEN 2 ELSE 3 END
GROUP BY shared_by
