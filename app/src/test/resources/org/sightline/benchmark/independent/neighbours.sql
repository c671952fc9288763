-- The mean and the median of the statistical neighbours, over those that have a value, with whoever has none and why.
-- Views: three million neighbours are looked up only as far as they are asked for.

CREATE VIEW beside AS
SELECT asking.indicator, asking.breakdown, asking.year, asking.area, model.code AS model, all_ten.*
FROM figure AS asking
CROSS JOIN (VALUES ('2021'), ('2025')) AS model (code)
CROSS JOIN LATERAL (
  SELECT count(*) AS size,
         count(value) AS n,
         avg(value) AS mean,
         type7(array_agg(value ORDER BY value) FILTER (WHERE value IS NOT NULL), 0.5) AS median,
         string_agg(area || ' ' || missing, ', ' ORDER BY area) FILTER (WHERE value IS NULL) AS absent,
         (array_agg(missing ORDER BY place) FILTER (WHERE value IS NULL))[1] AS first_reason
  FROM neighbour
  JOIN figure ON figure.indicator = asking.indicator AND figure.breakdown = asking.breakdown AND figure.year = asking.year
    AND figure.area = neighbour.neighbour
  WHERE neighbour.council = asking.area AND neighbour.model = model.code) AS all_ten
WHERE asking.stands;

-- As text. A mean has two decimals more than the indicator. Who has no neighbours has no mean: not applicable.
CREATE VIEW beside_neighbours AS
SELECT indicator, breakdown, year, area, model,
       CASE WHEN n > 0 THEN trim_scale(round(mean, decimals + 2))::text ELSE coalesce(first_reason, 'NOT_APPLICABLE') END AS mean,
       CASE WHEN n > 0 THEN trim_scale(median)::text ELSE coalesce(first_reason, 'NOT_APPLICABLE') END AS median,
       n || ' of ' || size AS n,
       absent
FROM beside JOIN line USING (indicator, breakdown);
