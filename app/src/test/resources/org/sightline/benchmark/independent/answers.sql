-- All of it in one row for each indicator, breakdown, period and area, as text: what is compared. Of England only the value.

CREATE VIEW answer AS
SELECT indicator, breakdown, year, area,
       coalesce(trim_scale(figure.value)::text, figure.missing) AS value,
       position || ' of ' || of || ', shared by ' || shared_by AS rank,
       band,
       change,
       newer.mean AS mean_2025, newer.median AS median_2025, newer.n AS n_2025, newer.absent AS absent_2025,
       older.mean AS mean_2021, older.median AS median_2021, older.n AS n_2021, older.absent AS absent_2021
FROM figure
LEFT JOIN place USING (indicator, breakdown, year, area)
LEFT JOIN band USING (indicator, breakdown, year, area)
LEFT JOIN change USING (indicator, breakdown, year, area)
LEFT JOIN (SELECT * FROM beside_neighbours WHERE model = '2025') AS newer USING (indicator, breakdown, year, area)
LEFT JOIN (SELECT * FROM beside_neighbours WHERE model = '2021') AS older USING (indicator, breakdown, year, area)
WHERE stands OR area LIKE 'E92%';
