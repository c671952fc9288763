-- Ranks, bands and changes.

-- Councils and joint returns are ranked together, England is not.
CREATE TABLE place AS
SELECT indicator, breakdown, year, area, figure.value,
       rank() OVER (series ORDER BY CASE WHEN direction = 'HIGHER_FIRST' THEN -figure.value ELSE figure.value END) AS position,
       count(*) OVER series AS of,
       count(*) OVER (PARTITION BY indicator, breakdown, year, figure.value) AS shared_by
FROM figure JOIN line USING (indicator, breakdown)
WHERE stands AND figure.value IS NOT NULL
WINDOW series AS (PARTITION BY indicator, breakdown, year);

CREATE TABLE cut AS
SELECT indicator, breakdown, year, type7(ascending, 0.25) AS lower, type7(ascending, 0.5) AS middle, type7(ascending, 0.75) AS upper,
       cardinality(ascending) AS n, mean
FROM (SELECT indicator, breakdown, year, array_agg(value ORDER BY value) AS ascending, avg(value) AS mean FROM place GROUP BY indicator, breakdown, year) AS sorted;

-- The upper edge belongs to the quarter below it; A is the quarter that comes first.
CREATE TABLE band AS
SELECT indicator, breakdown, year, area, substr(CASE direction WHEN 'HIGHER_FIRST' THEN 'DCBA' ELSE 'ABCD' END, quarter, 1) AS band
FROM place
JOIN cut USING (indicator, breakdown, year)
JOIN line USING (indicator, breakdown)
CROSS JOIN LATERAL (
  SELECT CASE WHEN place.value <= lower THEN 1 WHEN place.value <= middle THEN 2 WHEN place.value <= upper THEN 3 ELSE 4 END AS quarter) AS quarter
WHERE banded AND n >= 4;

-- Since the year before, or why not.
CREATE TABLE change AS
SELECT now.indicator, now.breakdown, now.year, now.area,
       CASE WHEN before.area IS NULL THEN 'NO_PREVIOUS_PERIOD'
            WHEN now.value IS NULL THEN 'NO_VALUE'
            WHEN before.value IS NULL THEN 'PREVIOUS_VALUE_MISSING ' || before.missing
            ELSE trim_scale(now.value - before.value)::text END AS change
FROM figure AS now
LEFT JOIN figure AS before
  ON before.indicator = now.indicator AND before.breakdown = now.breakdown AND before.year = now.year - 1 AND before.area = now.area
WHERE now.stands;

CREATE UNIQUE INDEX ON place (indicator, breakdown, year, area);
CREATE UNIQUE INDEX ON band (indicator, breakdown, year, area);
CREATE UNIQUE INDEX ON change (indicator, breakdown, year, area);
ANALYZE place, band, change;
