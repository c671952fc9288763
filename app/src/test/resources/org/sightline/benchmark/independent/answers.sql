-- All of it in one row for each indicator, breakdown, period and area, as text: what is compared. Of England the value and what
-- its councils are as a whole.

CREATE VIEW answer AS
SELECT indicator, breakdown, year, area,
       coalesce(trim_scale(figure.value)::text, figure.missing) AS value,
       position || ' of ' || of || ', shared by ' || shared_by AS rank,
       band,
       change,
       CASE WHEN area LIKE 'E92%' THEN
         concat_ws(', ', coalesce(cut.n, 0), trim_scale(lower), trim_scale(middle), trim_scale(upper), trim_scale(round(cut.mean, decimals + 2)))
       END AS summary,
       newer.mean AS mean_2025, newer.median AS median_2025, newer.n AS n_2025, newer.absent AS absent_2025,
       older.mean AS mean_2021, older.median AS median_2021, older.n AS n_2021, older.absent AS absent_2021
FROM figure
JOIN line USING (indicator, breakdown)
LEFT JOIN cut USING (indicator, breakdown, year)
LEFT JOIN place USING (indicator, breakdown, year, area)
LEFT JOIN band USING (indicator, breakdown, year, area)
LEFT JOIN change USING (indicator, breakdown, year, area)
LEFT JOIN (SELECT * FROM beside_neighbours WHERE model = '2025') AS newer USING (indicator, breakdown, year, area)
LEFT JOIN (SELECT * FROM beside_neighbours WHERE model = '2021') AS older USING (indicator, breakdown, year, area)
WHERE stands OR area LIKE 'E92%';
