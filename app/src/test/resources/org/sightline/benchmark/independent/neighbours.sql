-- The mean and the median of the statistical neighbours, over those that have a value, with whoever has none and why.

CREATE TABLE beside AS
SELECT asking.indicator, asking.breakdown, asking.year, asking.area, model.code AS model,
       count(neighbour.neighbour) AS size,
       count(figure.value) AS n,
       avg(figure.value) AS mean,
       type7(array_agg(figure.value ORDER BY figure.value) FILTER (WHERE figure.value IS NOT NULL), 0.5) AS median,
       string_agg(figure.area || ' ' || figure.missing, ', ' ORDER BY figure.area) FILTER (WHERE figure.value IS NULL) AS absent,
       (array_agg(figure.missing ORDER BY neighbour.place) FILTER (WHERE figure.value IS NULL))[1] AS first_reason
FROM figure AS asking
CROSS JOIN (VALUES ('2021'), ('2025')) AS model (code)
LEFT JOIN neighbour ON neighbour.council = asking.area AND neighbour.model = model.code
LEFT JOIN figure ON figure.indicator = asking.indicator AND figure.breakdown = asking.breakdown AND figure.year = asking.year
  AND figure.area = neighbour.neighbour
WHERE asking.stands
GROUP BY asking.indicator, asking.breakdown, asking.year, asking.area, model.code;

-- As text. A mean has two decimals more than the indicator. Who has no neighbours has no mean: not applicable.
CREATE TABLE beside_neighbours AS
SELECT indicator, breakdown, year, area, model,
       CASE WHEN n > 0 THEN trim_scale(round(mean, decimals + 2))::text ELSE coalesce(first_reason, 'NOT_APPLICABLE') END AS mean,
       CASE WHEN n > 0 THEN trim_scale(median)::text ELSE coalesce(first_reason, 'NOT_APPLICABLE') END AS median,
       n || ' of ' || size AS n,
       absent
FROM beside JOIN line USING (indicator, breakdown);
CREATE UNIQUE INDEX ON beside_neighbours (model, indicator, breakdown, year, area);
ANALYZE beside_neighbours;
