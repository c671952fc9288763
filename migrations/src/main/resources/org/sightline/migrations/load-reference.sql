-- From the files as given (temporary tables of texts) to the tables. An id or code that stands is brought up to date;
-- nothing that observations hang on is ever deleted, and nothing of the areas made up for the demonstration.

INSERT INTO area (id, kind, name, exists_from)
SELECT id::int, CASE WHEN parent_code IS NULL THEN 'COUNTRY' ELSE 'REGION' END, name, "from"::date
FROM given_regions
ON CONFLICT (id) DO UPDATE SET name = excluded.name, exists_from = excluded.exists_from;

UPDATE area SET region_id = parent.id::int
FROM given_regions AS given JOIN given_regions AS parent ON parent.code = given.parent_code
WHERE area.id = given.id::int AND parent.parent_code IS NOT NULL;

INSERT INTO area (id, kind, name, region_id, council_type, exists_from, exists_to)
SELECT council.id::int, 'COUNCIL', council.name, region.id::int, council.type, council."from"::date, council."to"::date
FROM given_councils AS council JOIN given_regions AS region ON region.code = council.region_code
ON CONFLICT (id) DO UPDATE SET name = excluded.name, region_id = excluded.region_id,
  council_type = excluded.council_type, exists_from = excluded.exists_from, exists_to = excluded.exists_to;

INSERT INTO area (id, kind, name, region_id, exists_from)
SELECT joint.id::int, 'JOINT_RETURN', joint.name, region.id::int, joint."from"::date
FROM given_joint_returns AS joint JOIN given_regions AS region ON region.code = joint.region_code
ON CONFLICT (id) DO UPDATE SET name = excluded.name, region_id = excluded.region_id, exists_from = excluded.exists_from;

-- What was made up for the demonstration stays: load-demonstration.sql keeps it.
DELETE FROM area_code WHERE area_id NOT IN (SELECT id FROM area WHERE generated);
INSERT INTO area_code (area_id, scheme, code, valid_from, valid_to)
SELECT id::int, 'ONS', code, "from"::date, NULL FROM given_regions
UNION ALL
SELECT council_id::int, scheme, code, "from"::date, "to"::date FROM given_council_codes
UNION ALL
SELECT code.joint_return_id::int, code.scheme, code.code, joint."from"::date, NULL
FROM given_joint_return_codes AS code JOIN given_joint_returns AS joint ON joint.id = code.joint_return_id;

DELETE FROM area_alias WHERE area_id NOT IN (SELECT id FROM area WHERE generated);
INSERT INTO area_alias (area_id, alias, source)
SELECT council_id::int, alias, source FROM given_council_aliases;

DELETE FROM council_succession;
INSERT INTO council_succession (predecessor_id, successor_id, succeeded_on)
SELECT predecessor_id::int, successor_id::int, "on"::date FROM given_council_successions;

DELETE FROM joint_return_member;
INSERT INTO joint_return_member (joint_return_id, council_id)
SELECT joint_return_id::int, council_id::int FROM given_joint_return_members;

INSERT INTO neighbour_model (code, name, published_on, source)
SELECT code, name, published_on::date, source FROM given_neighbour_models
ON CONFLICT (code) DO UPDATE SET name = excluded.name, published_on = excluded.published_on, source = excluded.source;

-- The tables name councils by DfE number. Where two councils have had one number, the one alive when the model was published is meant.
DELETE FROM neighbour;
WITH council_of_number AS (
  SELECT DISTINCT ON (model.code, code.code) model.code AS model_code, code.code AS number, code.area_id
  FROM neighbour_model AS model
  CROSS JOIN area_code AS code
  JOIN area ON area.id = code.area_id AND area.kind = 'COUNCIL' AND NOT area.generated
  WHERE code.scheme = 'DFE'
  ORDER BY model.code, code.code,
    (model.published_on BETWEEN area.exists_from AND coalesce(area.exists_to, 'infinity')) DESC,
    area.exists_from DESC
)
INSERT INTO neighbour (model_code, council_id, rank, neighbour_id, closeness)
SELECT given.model, council.area_id, given.rank::int, other.area_id, given.closeness
FROM given_neighbours AS given
LEFT JOIN council_of_number AS council ON council.model_code = given.model AND council.number = given.council
LEFT JOIN council_of_number AS other ON other.model_code = given.model AND other.number = given.neighbour;

INSERT INTO release (code, publication, title, published_on, source)
SELECT code, publication, title, published_on::date, source FROM given_releases
ON CONFLICT (owner_key, code) DO UPDATE SET publication = excluded.publication, title = excluded.title,
  published_on = excluded.published_on, source = excluded.source;

INSERT INTO indicator (code, name, theme, unit, decimals, kind, nature, rate_multiplier, polarity, polarity_source,
  dictionary_topic, dictionary_measure, small_range, headline, description, numerator_words, denominator_words, source,
  default_breakdown, partitions, "overlaps")
SELECT code, name, theme, unit, decimals::int, kind, nature, rate_multiplier::numeric, polarity, polarity_source,
  dictionary_topic, dictionary_measure, small_range::boolean, headline::boolean, description, numerator, denominator, source,
  coalesce(default_breakdown, ''), coalesce(partitions, ''), does_overlap::boolean
FROM given_indicators
ON CONFLICT (code) DO UPDATE SET name = excluded.name, theme = excluded.theme, unit = excluded.unit,
  decimals = excluded.decimals, kind = excluded.kind, nature = excluded.nature, rate_multiplier = excluded.rate_multiplier,
  polarity = excluded.polarity, polarity_source = excluded.polarity_source, dictionary_topic = excluded.dictionary_topic,
  dictionary_measure = excluded.dictionary_measure, small_range = excluded.small_range, headline = excluded.headline,
  description = excluded.description, numerator_words = excluded.numerator_words,
  denominator_words = excluded.denominator_words, source = excluded.source, default_breakdown = excluded.default_breakdown,
  partitions = excluded.partitions, "overlaps" = excluded."overlaps";

UPDATE indicator SET derived_from_numerator_id = numerator.id, derived_from_denominator_id = denominator.id,
  denominator_year_offset = coalesce(given.year_offset::int, 0), multiplier = given.multiplier::numeric
FROM given_indicators AS given
LEFT JOIN indicator AS numerator ON numerator.code = given.derived_numerator
LEFT JOIN indicator AS denominator ON denominator.code = given.derived_denominator
WHERE indicator.code = given.code;

DELETE FROM indicator_version;
INSERT INTO indicator_version (indicator_id, number, first_period_end, what_changed, breaks_series, source)
SELECT indicator.id, given.number::int, given.first_period_end::date, given.what_changed, given.breaks_series::boolean, given.source
FROM given_indicator_versions AS given JOIN indicator USING (code);

-- Only the official ones: a council's own stay.
DELETE FROM indicator_target WHERE owner_organisation_id IS NULL;
INSERT INTO indicator_target (indicator_id, value, tolerance, valid_from, valid_to, source)
SELECT indicator.id, given.value::numeric, coalesce(given.tolerance::numeric, 0), given."from"::date, given."to"::date, given.source
FROM given_indicator_targets AS given JOIN indicator USING (code);

INSERT INTO attribute (code, name, description, allowed_values, is_ordered, source)
SELECT code, name, description, string_to_array("values", '|'), ordered::boolean, source FROM given_attributes
ON CONFLICT (code) DO UPDATE SET name = excluded.name, description = excluded.description,
  allowed_values = excluded.allowed_values, is_ordered = excluded.is_ordered, source = excluded.source;

-- Public interventions keep their ids. A council that is not known is null here, and refused.
DELETE FROM intervention
WHERE owner_organisation_id IS NULL AND council_id NOT IN (SELECT id FROM area WHERE generated)
  AND (council_id, kind, from_on) NOT IN (
    SELECT area_code.area_id, given.kind, given."from"::date
    FROM given_interventions AS given JOIN area_code ON area_code.code = given.council);
INSERT INTO intervention (council_id, access_class, kind, from_on, from_precision, to_on, to_precision, ended, note, source,
  paragraph)
SELECT (SELECT DISTINCT area_id FROM area_code JOIN area ON area.id = area_id
    WHERE area_code.code = given.council AND area.kind = 'COUNCIL'), 'PUBLISHED', given.kind, given."from"::date,
  given.from_precision, given."to"::date, given.to_precision, given.ended, given.note, given.source, given.paragraph
FROM given_interventions AS given
ON CONFLICT (council_id, kind, from_on) WHERE owner_organisation_id IS NULL DO UPDATE SET
  from_precision = excluded.from_precision, to_on = excluded.to_on, to_precision = excluded.to_precision,
  ended = excluded.ended, note = excluded.note, source = excluded.source, paragraph = excluded.paragraph;

-- What an operator has brought in stays, and goes before. A value that is not allowed is null here, and refused.
DELETE FROM council_attribute
WHERE mapping IS NULL AND council_id NOT IN (SELECT id FROM area WHERE generated);
-- The attributes of intervention are made of the interventions themselves, so that the two never disagree: on each day on which
-- something begins or has ended, the highest rung that counts then. Where nothing does, it is None if something was lifted, and
-- otherwise unknown. Keep together: the rungs here, the values in definitions/attributes/attributes.yaml.
WITH rung AS (
  SELECT span.council_id, ladder.attribute, ladder.value, ladder.height, span.counted_from, span.counted_to, span.ended,
    concat_ws(', ', span.source, span.paragraph) AS source
  FROM intervention_span AS span
  JOIN area ON area.id = span.council_id AND NOT area.generated
  JOIN (VALUES ('IMPROVEMENT_NOTICE', 'intervention-state', 'Improvement notice', 1),
    ('STATUTORY_DIRECTION', 'intervention-state', 'Statutory direction', 2), ('ADVISER', 'intervention-lead', 'Adviser', 1),
    ('COMMISSIONER', 'intervention-lead', 'Commissioner', 2), ('TRUST', 'intervention-lead', 'Trust', 3))
    AS ladder (kind, attribute, value, height) ON ladder.kind = span.kind
  WHERE span.owner_organisation_id IS NULL AND coalesce(span.counted_to, 'infinity') >= span.counted_from
), turn AS (
  SELECT council_id, attribute, counted_from AS day FROM rung
  UNION
  SELECT council_id, attribute, counted_to + 1 FROM rung WHERE counted_to IS NOT NULL
), state AS (
  SELECT turn.council_id, turn.attribute, turn.day, coalesce(highest.value, lifted.value) AS value,
    coalesce(highest.source, lifted.source) AS source
  FROM turn
  LEFT JOIN LATERAL (
    SELECT rung.value, rung.source FROM rung
    WHERE rung.council_id = turn.council_id AND rung.attribute = turn.attribute
      AND turn.day BETWEEN rung.counted_from AND coalesce(rung.counted_to, 'infinity')
    ORDER BY rung.height DESC, rung.counted_from DESC LIMIT 1) AS highest ON true
  LEFT JOIN LATERAL (
    SELECT 'None' AS value, rung.source FROM rung
    WHERE rung.council_id = turn.council_id AND rung.attribute = turn.attribute AND rung.attribute = 'intervention-state'
      AND rung.counted_to = turn.day - 1 AND rung.ended = 'LIFTED'
    ORDER BY rung.height DESC LIMIT 1) AS lifted ON true
), change AS (
  SELECT state.*,
    value IS DISTINCT FROM lag(value) OVER (PARTITION BY council_id, attribute ORDER BY day) AS is_new
  FROM state
), spell AS (
  SELECT change.*, lead(day) OVER ahead AS next_day, lead(value) OVER ahead AS next_value
  FROM change WHERE is_new WINDOW ahead AS (PARTITION BY council_id, attribute ORDER BY day)
)
INSERT INTO council_attribute (council_id, attribute_code, value, valid_from, valid_to, source)
SELECT council_id, attribute, value, day, CASE WHEN next_value IS NULL THEN next_day - 1 END, source
FROM spell WHERE value IS NOT NULL
ON CONFLICT (council_id, attribute_code, valid_from) DO NOTHING;

INSERT INTO council_attribute (council_id, attribute_code, value, valid_from, valid_to, source)
SELECT (SELECT DISTINCT area_id FROM area_code JOIN area ON area.id = area_id
    WHERE area_code.code = given.council AND area.kind = 'COUNCIL'), attribute.code,
  CASE WHEN attribute.allowed_values IS NULL OR given.value = ANY (attribute.allowed_values) THEN given.value END,
  given."from"::date, given."to"::date, given.source
FROM given_council_attributes AS given LEFT JOIN attribute ON attribute.code = given.attribute
ON CONFLICT (council_id, attribute_code, valid_from) DO NOTHING;

-- What inspections and plans hang on is brought up to date and never deleted; what only says how to read them is written anew.
INSERT INTO grade (scale_code, code, name, position, aliases)
SELECT scale, code, name, position::int, coalesce(string_to_array(aliases, '|'), '{}') FROM given_grades
ON CONFLICT (scale_code, code) DO UPDATE SET name = excluded.name, position = excluded.position, aliases = excluded.aliases;

INSERT INTO visit_theme (code, name, source)
SELECT code, name, source FROM given_visit_themes
ON CONFLICT (code) DO UPDATE SET name = excluded.name, source = excluded.source;

INSERT INTO theme (code, name, description, position)
SELECT code, name, description, position::int FROM given_themes
ON CONFLICT (code) DO UPDATE SET name = excluded.name, description = excluded.description, position = excluded.position;

INSERT INTO status_scheme (code, name, source)
SELECT code, name, source FROM given_status_schemes
ON CONFLICT (owner_key, code) DO UPDATE SET name = excluded.name, source = excluded.source;

INSERT INTO scheme_status (scheme_id, code, name, meaning, state, position)
SELECT scheme.id, given.code, given.name, given.meaning, given.state, given.position::int
FROM given_scheme_statuses AS given
JOIN status_scheme AS scheme ON scheme.code = given.scheme AND scheme.owner_organisation_id IS NULL
ON CONFLICT (scheme_id, code) DO UPDATE SET name = excluded.name, meaning = excluded.meaning, state = excluded.state,
  position = excluded.position;

INSERT INTO inspection_framework (code, name, body, description, same_within_days, position, source)
SELECT code, name, body, description, same_within_days::int, position::int, source FROM given_frameworks
ON CONFLICT (code) DO UPDATE SET name = excluded.name, body = excluded.body, description = excluded.description,
  same_within_days = excluded.same_within_days, position = excluded.position, source = excluded.source;

INSERT INTO judgement_area (framework_code, code, name, scale_code, concept, position, source)
SELECT framework, code, name, scale, concept, position::int, source FROM given_judgement_areas
ON CONFLICT (framework_code, code) DO UPDATE SET name = excluded.name, scale_code = excluded.scale_code,
  concept = excluded.concept, position = excluded.position, source = excluded.source;

INSERT INTO inspection_type (code, framework_code, name, is_graded, areas, description, position, source)
SELECT code, framework, name, graded::boolean, string_to_array(areas, '|'), description, position::int, source
FROM given_inspection_types
ON CONFLICT (code) DO UPDATE SET framework_code = excluded.framework_code, name = excluded.name,
  is_graded = excluded.is_graded, areas = excluded.areas, description = excluded.description, position = excluded.position,
  source = excluded.source;

DELETE FROM framework_window;
DELETE FROM framework_clock;
DELETE FROM framework_version_area;
DELETE FROM framework_version;
INSERT INTO framework_version (framework_code, version, valid_from, valid_to, what_changed, source)
SELECT framework, version, "from"::date, "to"::date, what_changed, source FROM given_framework_versions;
INSERT INTO framework_version_area (framework_code, version, area_code)
SELECT framework, version, area FROM given_framework_version_areas;
INSERT INTO framework_clock (framework_code, version, code, name, type_code, begins_with, working_days, is_required, applies_to,
  source)
SELECT framework, version, code, name, type, begins_with, working_days::int, required::boolean, applies_to, source
FROM given_framework_clocks;
INSERT INTO framework_window (framework_code, version, code, area_code, grade_codes, next_type_code, from_months, to_months,
  source)
SELECT framework, version, code, area, string_to_array(grades, '|'), next_type, from_months::int, to_months::int, source
FROM given_framework_windows;

DELETE FROM bank_holiday;
INSERT INTO bank_holiday (day, name, source)
SELECT day::date, name, source FROM given_bank_holidays
ON CONFLICT (day) DO NOTHING;
