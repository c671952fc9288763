-- An earlier edition of every official table: what was published a year before that which stands. The year stands in measured_year.
-- Keys are not looked up: they are those of what is copied.
SET session_replication_role = replica;
CREATE TEMP TABLE earlier AS
SELECT official.edition_id AS model_id, official.release_id AS model_release_id, file.id AS model_file_id,
  nextval(pg_get_serial_sequence('edition', 'id'))::integer AS edition_id,
  nextval(pg_get_serial_sequence('source_file', 'id'))::integer AS source_file_id
FROM measured_official AS official
JOIN LATERAL (SELECT min(id) AS id FROM source_file WHERE source_file.edition_id = official.edition_id) AS file ON true;
CREATE TEMP TABLE earlier_release AS
SELECT official.release_id AS model_id, new_id() AS id FROM measured_official AS official GROUP BY official.release_id;

INSERT INTO release (id, code, publication, title, published_on, source)
SELECT earlier_release.id, release.code || '-' || years_back || '-years-before', release.publication, release.title,
  (release.published_on - make_interval(years => years_back))::date, release.source
FROM earlier_release JOIN release ON release.id = earlier_release.model_id CROSS JOIN measured_year;
INSERT INTO edition (id, release_id, table_code, access_class, came_at)
SELECT earlier.edition_id, earlier_release.id, edition.table_code, 'PUBLISHED', edition.came_at - make_interval(years => years_back)
FROM earlier JOIN edition ON edition.id = earlier.model_id JOIN earlier_release ON earlier_release.model_id = earlier.model_release_id
CROSS JOIN measured_year;
INSERT INTO source_file (id, edition_id, name, sha256, bytes, mapping)
SELECT earlier.source_file_id, earlier.edition_id, file.name, encode(sha256((file.sha256 || years_back)::bytea), 'hex'), file.bytes, file.mapping
FROM earlier JOIN source_file AS file ON file.id = earlier.model_file_id CROSS JOIN measured_year;
INSERT INTO edition_coverage (edition_id, indicator_id, period_id, has_value)
SELECT earlier.edition_id, model.indicator_id, model.period_id, model.has_value
FROM earlier JOIN edition_coverage AS model ON model.edition_id = earlier.model_id;
INSERT INTO edition_breakdown (edition_id, indicator_id, period_id, breakdown_id)
SELECT earlier.edition_id, model.indicator_id, model.period_id, model.breakdown_id
FROM earlier JOIN edition_breakdown AS model ON model.edition_id = earlier.model_id;
INSERT INTO observation (indicator_id, edition_id, period_id, breakdown_id, area_id, access_class, value, missing, numerator,
  numerator_missing, denominator, denominator_missing, derived, source_file_id, source_name, source_line)
SELECT model.indicator_id, earlier.edition_id, model.period_id, model.breakdown_id, model.area_id, 'PUBLISHED', model.value, model.missing,
  model.numerator, model.numerator_missing, model.denominator, model.denominator_missing, model.derived, earlier.source_file_id,
  model.source_name, model.source_line
FROM earlier JOIN observation AS model ON model.edition_id = earlier.model_id;
DROP TABLE earlier, earlier_release;
RESET session_replication_role;
