-- The monthly returns of a year, one upload a month and council, as dense as the demonstration's. The year stands in measured_year.
CREATE TEMP TABLE month_of_year AS
SELECT period.id AS model_id, period.type, (period.starts_on - make_interval(years => years_back))::date AS starts_on,
  (period.ends_on + 1 - make_interval(years => years_back))::date - 1 AS ends_on, period.year - years_back AS year, NULL::integer AS id
FROM measured_year CROSS JOIN period
WHERE period.id IN (
  SELECT coverage.period_id FROM edition_coverage AS coverage
  JOIN edition ON edition.id = coverage.edition_id AND edition.owner_organisation_id IN (SELECT model_id FROM measured_council)
  WHERE edition.access_class = 'SHARED')
  AND period.type IN ('MONTH', 'MONTH_END');

INSERT INTO period (type, starts_on, ends_on, year, code)
SELECT type, starts_on, ends_on, year, CASE type WHEN 'MONTH' THEN to_char(starts_on, 'YYYY-MM') ELSE to_char(ends_on, 'YYYY-MM-DD') END
FROM month_of_year
ON CONFLICT DO NOTHING;
UPDATE month_of_year SET id = period.id FROM period
WHERE period.type = month_of_year.type AND period.starts_on = month_of_year.starts_on AND period.ends_on = month_of_year.ends_on;
ANALYZE month_of_year;

CREATE TEMP TABLE figure_of_year AS
SELECT council.organisation_id, council.council_id, council.member_id, month_of_year.id AS period_id, month_of_year.ends_on,
  model.indicator_id, model.breakdown_id, model.value, model.missing, model.numerator, model.numerator_missing, model.denominator,
  model.denominator_missing
FROM measured_council AS council
JOIN observation AS model ON model.owner_organisation_id = council.model_id AND model.access_class = 'SHARED'
JOIN month_of_year ON month_of_year.model_id = model.period_id;

CREATE TEMP TABLE return_of_year AS
SELECT upload.*, new_id() AS release_id, nextval(pg_get_serial_sequence('edition', 'id'))::integer AS edition_id,
  nextval(pg_get_serial_sequence('source_file', 'id'))::integer AS source_file_id, gen_random_uuid() AS import_id
FROM (SELECT DISTINCT organisation_id, member_id, ends_on FROM figure_of_year) AS upload;
ANALYZE figure_of_year;
ANALYZE return_of_year;

INSERT INTO release (id, code, publication, title, published_on, source, owner_organisation_id)
SELECT release_id, 'return-' || ends_on, 'A council''s return', 'Return to ' || ends_on, ends_on + 15, 'The council', organisation_id
FROM return_of_year;
INSERT INTO edition (id, release_id, table_code, access_class, owner_organisation_id, came_at)
SELECT edition_id, release_id,
  (SELECT max(table_code) FROM edition WHERE owner_organisation_id IN (SELECT model_id FROM measured_council)),
  'SHARED', organisation_id, ends_on + 15
FROM return_of_year;
INSERT INTO source_file (id, edition_id, name, sha256, bytes, mapping, imported_at, owner_key)
SELECT source_file_id, edition_id, 'return-' || ends_on || '.csv', encode(sha256(import_id::text::bytea), 'hex'), 2000, 'council-return',
  ends_on + 15, organisation_id
FROM return_of_year;
INSERT INTO import_run (id, owner_organisation_id, file_name, mapping, release_code, sha256, state, phase, bytes_total, bytes_read, rows_read,
  message, report, started_at, heartbeat_at, finished_at, started_by, started_by_name, edition_id)
SELECT import_id, organisation_id, 'return-' || ends_on || '.csv', 'council-return', 'return-' || ends_on,
  encode(sha256(import_id::text::bytea), 'hex'), 'IMPORTED', 'ENDED', 2000, 2000, 40, 'All rows were taken.',
  '{"rowsTaken": 40, "rowsRejected": 0}', ends_on + 15, ends_on + 15, ends_on + 15, member_id, 'Analyst 1', edition_id
FROM return_of_year;

CREATE TEMP TABLE row_of_year AS
SELECT figure.*, upload.edition_id, upload.source_file_id
FROM figure_of_year AS figure JOIN return_of_year AS upload USING (organisation_id, ends_on);
INSERT INTO edition_coverage (edition_id, indicator_id, period_id, owner_key, has_value)
SELECT edition_id, indicator_id, period_id, organisation_id, bool_or(value IS NOT NULL)
FROM row_of_year GROUP BY edition_id, indicator_id, period_id, organisation_id;
INSERT INTO edition_breakdown (edition_id, indicator_id, period_id, breakdown_id, owner_key)
SELECT DISTINCT edition_id, indicator_id, period_id, breakdown_id, organisation_id FROM row_of_year;
INSERT INTO observation (indicator_id, edition_id, period_id, breakdown_id, area_id, owner_organisation_id, access_class, value, missing,
  numerator, numerator_missing, denominator, denominator_missing, source_file_id, source_name, source_line)
SELECT indicator_id, edition_id, period_id, breakdown_id, council_id, organisation_id, 'SHARED', value, missing, numerator,
  numerator_missing, denominator, denominator_missing, source_file_id, 'return-' || ends_on || '.csv',
  1 + row_number() OVER (PARTITION BY edition_id)
FROM row_of_year;
DROP TABLE month_of_year, figure_of_year, return_of_year, row_of_year;
