-- A later line that gives an indicator, area, period and breakdown which an earlier line gave already.
INSERT INTO repeated_line (line, first_line, area_id)
WITH repeated AS (
  SELECT indicator_id, area_id, period, breakdown, min(line) AS first_line
  FROM staged
  GROUP BY indicator_id, area_id, period, breakdown
  HAVING count(*) > 1
)
SELECT DISTINCT ON (staged.line) staged.line, repeated.first_line, staged.area_id
FROM staged JOIN repeated USING (indicator_id, area_id, period, breakdown)
WHERE staged.line > repeated.first_line
ORDER BY staged.line, repeated.first_line
