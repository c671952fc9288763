-- Every cell of the care-leaver and stability files with the indicator that it must be found under. A row that is nobody's has none.

CREATE TABLE meaning (file text, row_kind text, counts text[], share text);
INSERT INTO meaning VALUES
  ('activity', 'Total', '{care-leavers-number}', NULL),
  ('activity', 'Total in education, employment or training', '{care-leavers-in-education-employment-or-training-number}', 'care-leavers-in-education-employment-or-training'),
  ('activity', 'Higher education i.e. studies beyond A level', '{care-leavers-in-higher-education-number}', 'care-leavers-in-higher-education'),
  ('activity', 'Education other than higher education', '{}', 'care-leavers-in-other-education'),
  ('activity', 'In training or employment', '{}', 'care-leavers-in-training-or-employment'),
  ('activity', 'In training or employment (excl. apprenticeship)', '{}', 'care-leavers-in-training-or-employment-without-apprenticeships'),
  ('activity', 'In an apprenticeship', '{}', 'care-leavers-in-apprenticeships'),
  ('activity', 'Total not in education, employment or training', '{}', 'care-leavers-not-in-education-employment-or-training'),
  ('activity', 'Not in education, training or employment, owing to illness or disability', '{}', 'care-leavers-not-in-education-employment-or-training-illness-or-disability'),
  ('activity', 'Not in education, training or employment, owing to pregnancy or parenting', '{}', 'care-leavers-not-in-education-employment-or-training-pregnancy-or-parenting'),
  ('activity', 'Not in education, training or employment, owing to other reasons', '{}', 'care-leavers-not-in-education-employment-or-training-other-reasons'),
  ('activity', 'Total information not known', '{}', 'care-leavers-activity-not-known'),
  ('accommodation', 'Suitability total', '{care-leavers-accommodation-base}', NULL),
  ('accommodation', 'Accommodation considered suitable', '{care-leavers-in-suitable-accommodation-number}', 'care-leavers-in-suitable-accommodation'),
  ('accommodation', 'Accommodation considered unsuitable', '{}', 'care-leavers-in-unsuitable-accommodation'),
  ('accommodation', 'No information', '{}', 'care-leavers-accommodation-not-known'),
  ('stability', 'CLA on 31 March: Total children', '{placement-stability-children-looked-after}', NULL),
  ('stability', 'CLA on 31 March: With 3 or more placements during the year', '{three-or-more-placements-in-year-number}', 'three-or-more-placements-in-year-percent'),
  ('stability', 'CLA 2 years on 31 March: Total children', '{children-looked-after-for-two-years}', NULL),
  ('stability', 'CLA 2 years on 31 March: With 3 or more placements during the previous 2 years', '{three-or-more-placements-in-two-years-number}', 'three-or-more-placements-in-two-years-percent'),
  ('stability', 'Children looked after continuously for at least 2.5 years on 31 March aged under 16 years: Total children', '{children-looked-after-long-term-under-16}', NULL),
  ('stability', 'Children looked after continuously for at least 2.5 years on 31 March aged under 16 years: Living with the same carer for at least 2 years', '{same-carer-for-two-years-number}', 'same-carer-for-two-years-percent');

CREATE TABLE raw_figure AS
SELECT (regexp_match(file, 'activity|accommodation|stability'))[1] AS file,
  coalesce(cells->>'breakdown', (cells->>'cla_group') || ': ' || (cells->>'placement_stability')) AS row_kind,
  CASE cells->>'care_leaver_age' WHEN '17 to 18 years' THEN '17-18' WHEN '19 to 21 years' THEN '19-21' ELSE '' END AS age,
  (cells->>'time_period')::int AS year,
  CASE cells->>'geographic_level' WHEN 'National' THEN 'E92000001' ELSE cells->>'new_la_code' END AS area,
  coalesce(cells->>'care_leaver_count', cells->>'children_count') AS counted,
  coalesce(cells->>'care_leaver_percent', cells->>'children_percent') AS share
FROM raw_row
WHERE cells->>'geographic_level' IN ('National', 'Local authority');

-- Cumbria and Northamptonshire have ended: the files still have their rows, which say that nothing applies.
CREATE TABLE of_ended AS SELECT * FROM raw_figure WHERE year = 2025 AND area IN ('E10000006', 'E10000021');
DELETE FROM raw_figure WHERE year = 2025 AND area IN ('E10000006', 'E10000021');

-- What one cell says. The share of a total row is 100 by definition and is no indicator's.
CREATE TABLE cell AS
SELECT meaning.file || ': ' || age || ' ' || row_kind AS row_kind, age, year, area, told.indicator, told.what,
  coalesce(number_in(told.text)::text, reason_in(told.text)) AS figure
FROM raw_figure LEFT JOIN meaning USING (file, row_kind)
CROSS JOIN LATERAL (
  SELECT unnest(meaning.counts), 'value', counted
  UNION ALL SELECT meaning.share, 'value', raw_figure.share WHERE meaning.share IS NOT NULL
  UNION ALL SELECT meaning.share, 'numerator', counted WHERE meaning.share IS NOT NULL
  UNION ALL SELECT NULL, NULL, NULL WHERE meaning.file IS NULL
) AS told (indicator, what, text);

-- Both ages together, where every part of it is a number; otherwise the reason of the first that is none.
CREATE TABLE total AS
WITH base AS (
  SELECT file, age, area, counted FROM raw_figure WHERE row_kind IN ('Total', 'Suitability total') AND year = 2025
), part AS (
  SELECT file, row_kind, age, area, raw_figure.counted, share, base.counted AS among
  FROM raw_figure JOIN base USING (file, age, area) WHERE year = 2025 AND age <> ''
), together AS (
  SELECT file, row_kind, area,
    (array_agg(reason_in(counted) ORDER BY age) FILTER (WHERE reason_in(counted) IS NOT NULL))[1] AS no_count,
    (array_agg(reason_in(share) ORDER BY age) FILTER (WHERE reason_in(share) IS NOT NULL))[1] AS no_share,
    (array_agg(reason_in(among) ORDER BY age) FILTER (WHERE reason_in(among) IS NOT NULL))[1] AS no_base,
    sum(number_in(counted)) AS counted, sum(number_in(among)) AS among
  FROM part GROUP BY file, row_kind, area
)
SELECT told.indicator, area, told.figure
FROM together JOIN meaning USING (file, row_kind)
CROSS JOIN LATERAL (
  SELECT unnest(counts), coalesce(no_count, together.counted::text)
  UNION ALL
  SELECT share, coalesce(no_share, no_count, no_base,
    CASE WHEN among = 0 THEN 'NOT_APPLICABLE' ELSE round(100 * together.counted / nullif(among, 0))::text END)
  WHERE share IS NOT NULL
) AS told (indicator, figure);
