-- A figure, or the reason why there is none, for every indicator, breakdown, period and area.

CREATE TABLE line AS
SELECT asked.*,
       string_to_array(value, ' + ') AS value_columns,
       (SELECT coalesce(jsonb_object_agg(split_part(wanted, '=', 1), split_part(wanted, '=', 2)), '{}')
        FROM unnest(string_to_array(nullif(filter, ''), '; ')) AS wanted) AS wanted
FROM asked;

-- What the files say: the columns added up, and what they are divided by. A sum with a missing part is missing, with the
-- reason of the first such part.
CREATE TABLE said AS
SELECT line.indicator, line.breakdown, (row.cells ->> 'time_period')::int AS year, area.area,
       total.number, total.reason,
       number_in(row.cells ->> line.over) AS over_number, reason_in(row.cells ->> line.over) AS over_reason
FROM line
JOIN raw_row AS row ON row.file = line.file AND row.cells @> line.wanted
LEFT JOIN code ON code.code = row.cells ->> 'new_la_code'
CROSS JOIN LATERAL (
  SELECT CASE row.cells ->> 'geographic_level'
           WHEN 'National' THEN row.cells ->> 'country_code'
           WHEN 'Local authority' THEN
             CASE WHEN row.cells ->> 'new_la_code' LIKE '% / %' THEN row.cells ->> 'new_la_code'
                  ELSE coalesce(code.council, 'unknown: ' || (row.cells ->> 'new_la_code')) END
         END AS area) AS area
CROSS JOIN LATERAL (
  SELECT CASE WHEN bool_and(is_number(row.cells ->> part)) THEN sum(number_in(row.cells ->> part)) END AS number,
         (array_agg(reason_in(row.cells ->> part) ORDER BY place) FILTER (WHERE NOT is_number(row.cells ->> part)))[1] AS reason
  FROM unnest(line.value_columns) WITH ORDINALITY AS parts (part, place)) AS total
WHERE area.area IS NOT NULL;
CREATE UNIQUE INDEX ON said (indicator, breakdown, year, area);

-- Quotients are made, rounded half up; published values stay as they are.
CREATE TABLE stated AS
SELECT said.indicator, said.breakdown, said.year, said.area,
       CASE WHEN said.reason IS NULL THEN CASE WHEN NOT quotient THEN said.number
            WHEN below.number <> 0 THEN round(line.times::numeric * said.number / below.number, line.decimals) END END AS value,
       CASE WHEN said.reason IS NOT NULL THEN said.reason
            WHEN quotient AND below.number IS NULL THEN coalesce(below.missing, 'NOT_COLLECTED')
            WHEN quotient AND below.number = 0 THEN 'NOT_APPLICABLE' END AS missing
FROM said
JOIN line USING (indicator, breakdown)
LEFT JOIN said AS before
  ON before.indicator = line.over_previous_year AND before.breakdown = '' AND before.year = said.year - 1 AND before.area = said.area
CROSS JOIN LATERAL (
  SELECT line.over <> '' OR line.over_previous_year <> '' AS quotient,
         CASE WHEN line.over <> '' THEN said.over_number ELSE before.number END AS number,
         CASE WHEN line.over <> '' THEN said.over_reason ELSE before.reason END AS missing) AS below;
CREATE UNIQUE INDEX ON stated (indicator, breakdown, year, area);

CREATE TABLE period AS
SELECT DISTINCT indicator, breakdown, year, to_date(year || '-' || line.ends, 'YYYY-MM-DD') AS ends
FROM said JOIN line USING (indicator, breakdown);

-- A joint return speaks for its councils where it has a row.
CREATE TABLE joint AS
SELECT indicator, breakdown, year, area, council.council
FROM said
CROSS JOIN unnest(string_to_array(area, ' / ')) AS member (code)
JOIN code USING (code)
JOIN council ON council.council = code.council
WHERE area LIKE '% / %';

-- Every council has a figure in every period, if only to say that it did not exist; joint returns where they have a row and
-- in the period before one; England.
CREATE TABLE figure AS
WITH area AS (
  SELECT council AS area, starts, ends FROM council
  UNION ALL
  SELECT joint.area, max(council.starts), min(council.ends) FROM joint JOIN council USING (council) GROUP BY joint.area
  UNION ALL
  SELECT DISTINCT area, date '-infinity', NULL::date FROM said WHERE area LIKE 'E92%' OR area LIKE 'unknown%'
)
SELECT period.indicator, period.breakdown, period.year, area.area,
       lives.in_time AND area.area NOT LIKE 'E92%' AND (stated.area IS NOT NULL OR area.area NOT LIKE '% / %') AS stands,
       CASE WHEN lives.in_time THEN stated.value END AS value,
       CASE WHEN period.ends < area.starts THEN 'COUNCIL_NOT_YET_CREATED'
            WHEN period.ends > area.ends THEN 'COUNCIL_ENDED'
            WHEN stated.area IS NOT NULL THEN stated.missing
            WHEN EXISTS (SELECT FROM joint WHERE joint.council = area.area AND joint.indicator = period.indicator
                           AND joint.breakdown = period.breakdown AND joint.year = period.year) THEN 'REPORTED_JOINTLY'
            ELSE 'NOT_COLLECTED' END AS missing
FROM period
CROSS JOIN area
CROSS JOIN LATERAL (SELECT period.ends >= area.starts AND period.ends <= coalesce(area.ends, 'infinity') AS in_time) AS lives
LEFT JOIN stated USING (indicator, breakdown, year, area);
CREATE UNIQUE INDEX ON figure (indicator, breakdown, year, area);
ANALYZE;
