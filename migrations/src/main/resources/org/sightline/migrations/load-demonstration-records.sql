-- From the files of the demonstration's records (temporary tables of texts) to the tables, after load-demonstration.sql.
-- What stands is left as it is, for somebody may have changed it while trying. Whatever a row names has to be known: the
-- functions below refuse the load otherwise, so that no row is dropped in silence.

SET LOCAL TimeZone = 'Europe/London';

CREATE FUNCTION pg_temp.found(id integer, what text) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  IF id IS NULL THEN
    RAISE EXCEPTION 'The demonstration''s records name %, which is not known.', coalesce(what, 'nothing where something has to stand');
  END IF;
  RETURN id;
END
$$;

CREATE FUNCTION pg_temp.holds(is_so boolean, otherwise text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF is_so IS DISTINCT FROM true THEN RAISE EXCEPTION 'The demonstration''s records are wrong: %', otherwise; END IF;
END
$$;

CREATE FUNCTION pg_temp.council(ons text) RETURNS integer LANGUAGE sql AS $$
  SELECT pg_temp.found(
    (SELECT area_id FROM area_code WHERE scheme = 'ONS' AND code = ons AND valid_to IS NULL), 'the council ' || ons)
$$;

-- 0 where none is named: what belongs to nobody.
CREATE FUNCTION pg_temp.owner(asked text) RETURNS integer LANGUAGE sql AS $$
  SELECT CASE WHEN asked IS NULL THEN 0
    ELSE pg_temp.found((SELECT id FROM organisation WHERE code = asked), 'the organisation ' || asked) END
$$;

CREATE FUNCTION pg_temp.member(asked text) RETURNS integer LANGUAGE sql AS $$
  SELECT pg_temp.found((SELECT id FROM person WHERE username = asked), 'the person ' || asked)
$$;

CREATE FUNCTION pg_temp.member_name(asked text) RETURNS text LANGUAGE sql AS $$
  SELECT name FROM person WHERE id = pg_temp.member(asked)
$$;

--------------------------------------------------------------------------------------------------------------- inspections

INSERT INTO inspection_source (code, kind, title, publisher, published_on, owner_organisation_id)
SELECT code, kind, title, publisher, published_on::date, nullif(pg_temp.owner(owner), 0)
FROM given_inspection_sources ORDER BY code
ON CONFLICT (owner_key, code) DO NOTHING;

CREATE FUNCTION pg_temp.source(asked text, asked_owner integer) RETURNS integer LANGUAGE sql AS $$
  SELECT pg_temp.found(
    (SELECT id FROM inspection_source WHERE code = asked AND owner_key = asked_owner), 'the source ' || asked)
$$;

SELECT pg_temp.holds(count(DISTINCT (council, framework, coalesce(owner, ''), access_class)) = 1,
  'the accounts of ' || key || ' are of different councils, frameworks, owners or classes.')
FROM given_inspections GROUP BY key;

CREATE TEMPORARY TABLE told ON COMMIT DROP AS
SELECT key, pg_temp.council(council) AS council_id, framework, pg_temp.owner(owner) AS owner_key, access_class, source,
  type, starts_on::date, ends_on::date, coalesce(precision, 'DAY') AS precision, published_on::date,
  is_published::boolean, coalesce(string_to_array(visit_themes, ';'), '{}') AS visit_themes, lead_inspector, outcome,
  source_line::integer, paragraph
FROM given_inspections;

-- An inspection is known again by what anybody says of its days, a council's own record also by its paragraph. What an official
-- file has told of it before may leave the type out, or give another graded one.
CREATE TEMPORARY TABLE the_inspection ON COMMIT DROP AS
SELECT told.key, told.council_id, told.framework, told.owner_key, told.access_class, min(known.id) AS known_id,
  coalesce(min(known.id), new_id()) AS id
FROM told
LEFT JOIN LATERAL (
  SELECT inspection.id
  FROM inspection
  JOIN inspection_framework AS framework ON framework.code = inspection.framework_code
  JOIN inspection_account AS account ON account.inspection_id = inspection.id
  WHERE inspection.council_id = told.council_id AND inspection.framework_code = told.framework
    AND inspection.owner_key = told.owner_key
    AND (account.type_code = told.type
      OR (told.owner_key = 0
        AND coalesce((SELECT type.is_graded FROM inspection_type AS type WHERE type.code = told.type), true)
        AND coalesce((SELECT type.is_graded FROM inspection_type AS type WHERE type.code = account.type_code), true)))
    AND (least(abs(account.starts_on - told.starts_on), abs(account.published_on - told.published_on))
        <= framework.same_within_days
      OR (told.owner_key <> 0 AND account.paragraph = told.paragraph))
  ORDER BY least(abs(account.starts_on - told.starts_on), abs(account.published_on - told.published_on)), inspection.id
  LIMIT 1) AS known ON true
GROUP BY told.key, told.council_id, told.framework, told.owner_key, told.access_class;

INSERT INTO inspection (id, council_id, framework_code, owner_organisation_id, access_class)
SELECT id, council_id, framework, nullif(owner_key, 0), access_class
FROM the_inspection WHERE known_id IS NULL ORDER BY key;

CREATE FUNCTION pg_temp.inspection(asked text) RETURNS integer LANGUAGE sql AS $$
  SELECT pg_temp.found((SELECT id FROM the_inspection WHERE key = asked), 'the inspection ' || asked)
$$;

CREATE TEMPORARY TABLE new_account ON COMMIT DROP AS
SELECT new_id() AS id, pg_temp.source(told.source, told.owner_key) AS source_id, the_inspection.id AS inspection_id, told.*
FROM told JOIN the_inspection USING (key)
WHERE NOT EXISTS (
  SELECT FROM inspection_account AS known
  WHERE known.inspection_id = the_inspection.id AND known.source_id = pg_temp.source(told.source, told.owner_key));

SELECT pg_temp.holds(visit_theme.code IS NOT NULL, 'the visit theme ' || named.code || ' is not known.')
FROM told CROSS JOIN unnest(told.visit_themes) AS named (code) LEFT JOIN visit_theme ON visit_theme.code = named.code;

INSERT INTO inspection_account (id, inspection_id, source_id, owner_key, type_code, starts_on, ends_on, precision,
  published_on, is_published, visit_themes, lead_inspector, outcome, source_line, paragraph)
SELECT id, inspection_id, source_id, owner_key, type, starts_on, ends_on, precision,
  published_on, is_published, visit_themes, lead_inspector, outcome, source_line, paragraph
FROM new_account ORDER BY key, source;

SELECT pg_temp.holds(EXISTS (SELECT FROM told WHERE told.key = given.key AND told.source = given.source),
  'a judgement is of ' || given.key || ' by ' || given.source || ', of which there is no account.')
FROM given_judgements AS given;

INSERT INTO judgement (account_id, owner_key, framework_code, area_code, scale_code, grade_code, missing, stated_as)
SELECT account.id, account.owner_key, account.framework, given.area,
  (SELECT scale_code FROM judgement_area WHERE framework_code = account.framework AND code = given.area),
  given.grade, given.missing, given.stated_as
FROM given_judgements AS given JOIN new_account AS account ON account.key = given.key AND account.source = given.source
ORDER BY given.key, given.source, given.area;

CREATE TEMPORARY TABLE told_finding ON COMMIT DROP AS
SELECT pg_temp.inspection(given.inspection) AS inspection_id, the_inspection.council_id,
  pg_temp.owner(given.owner) AS owner_key, given.*
FROM given_findings AS given LEFT JOIN the_inspection ON the_inspection.key = given.inspection;

SELECT pg_temp.holds(count(*) = 1, 'two findings of ' || inspection || ' have the number ' || number || '.')
FROM told_finding GROUP BY inspection, owner_key, number;

SELECT pg_temp.holds(EXISTS (
    SELECT FROM judgement_area JOIN the_inspection ON the_inspection.framework = judgement_area.framework_code
    WHERE the_inspection.key = told_finding.inspection AND judgement_area.code = told_finding.area),
  'a finding of ' || inspection || ' is about the area ' || area || ', which is none of its framework.')
FROM told_finding WHERE area IS NOT NULL;

INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, number, theme_code, area_code,
  text, source, paragraph)
SELECT inspection_id, council_id, nullif(owner_key, 0), access_class, kind, number::integer, theme, area, text, source, paragraph
FROM told_finding
WHERE NOT EXISTS (
  SELECT FROM finding AS known
  WHERE known.inspection_id = told_finding.inspection_id AND known.owner_key = told_finding.owner_key
    AND known.number = told_finding.number::integer)
ORDER BY inspection, owner, number::integer;

CREATE FUNCTION pg_temp.finding(asked text, asked_owner text, asked_number text) RETURNS integer LANGUAGE sql AS $$
  SELECT pg_temp.found(
    (SELECT id FROM finding WHERE inspection_id = pg_temp.inspection(asked) AND owner_key = pg_temp.owner(asked_owner)
      AND number = asked_number::integer), 'the finding ' || asked_number || ' of ' || asked)
$$;

INSERT INTO intervention (council_id, owner_organisation_id, access_class, kind, from_on, from_precision, to_on, to_precision,
  ended, note, source, paragraph)
SELECT pg_temp.council(council), nullif(pg_temp.owner(owner), 0), access_class, kind, from_on::date, from_precision,
  to_on::date, to_precision, ended, note, source, paragraph
FROM given_interventions AS given
WHERE NOT EXISTS (
  SELECT FROM intervention AS known
  WHERE known.council_id = pg_temp.council(given.council) AND known.kind = given.kind
    AND known.from_on = given.from_on::date AND known.owner_key = pg_temp.owner(given.owner))
ORDER BY council, from_on, kind;

------------------------------------------------------------------------------------------------------------ children's homes

CREATE TEMPORARY TABLE new_home ON COMMIT DROP AS
SELECT new_id() AS id, pg_temp.owner(given.owner) AS owner_id, given.*
FROM given_childrens_homes AS given
WHERE NOT EXISTS (
  SELECT FROM childrens_home AS known
  WHERE known.owner_organisation_id = pg_temp.owner(given.owner) AND known.name = given.name);

INSERT INTO childrens_home (id, owner_organisation_id, name) SELECT id, owner_id, name FROM new_home ORDER BY name;
INSERT INTO childrens_home_grade (home_id, owner_organisation_id, as_at, precision, grade_code, source, paragraph)
SELECT id, owner_id, as_at::date, precision, grade, source, paragraph FROM new_home;

INSERT INTO childrens_home_count (owner_organisation_id, council_id, access_class, as_at, precision, grade_code, homes, source)
SELECT pg_temp.owner(owner), pg_temp.council(council), access_class, as_at::date, precision, grade, homes::integer, source
FROM given_childrens_home_counts ORDER BY council, as_at, grade
ON CONFLICT DO NOTHING;

-------------------------------------------------------------------------------------------------------------------- plans

CREATE TEMPORARY TABLE new_scheme ON COMMIT DROP AS
SELECT new_id() AS id, pg_temp.owner(given.owner) AS owner_id, given.*
FROM given_schemes AS given
WHERE NOT EXISTS (
  SELECT FROM status_scheme AS known WHERE known.owner_key = pg_temp.owner(given.owner) AND known.code = given.code);

INSERT INTO status_scheme (id, owner_organisation_id, code, name, source)
SELECT id, nullif(owner_id, 0), code, name, source FROM new_scheme ORDER BY owner, code;

SELECT pg_temp.holds(EXISTS (SELECT FROM given_schemes AS given WHERE given.owner = status.owner AND given.code = status.scheme),
  'the status ' || status.code || ' is of the scheme ' || status.scheme || ' of ' || status.owner || ', which is not given.')
FROM given_scheme_statuses AS status;

INSERT INTO scheme_status (scheme_id, owner_key, code, name, meaning, state, position)
SELECT new_scheme.id, new_scheme.owner_id, status.code, status.name, status.meaning, status.state, status.position::integer
FROM given_scheme_statuses AS status JOIN new_scheme ON new_scheme.owner = status.owner AND new_scheme.code = status.scheme;

-- The owner's own scheme of that code, or else the one that belongs to nobody.
CREATE FUNCTION pg_temp.scheme(asked_owner text, asked text) RETURNS integer LANGUAGE sql AS $$
  SELECT pg_temp.found(
    (SELECT id FROM status_scheme WHERE code = asked AND owner_key IN (0, pg_temp.owner(asked_owner))
     ORDER BY owner_key DESC LIMIT 1), 'the status scheme ' || asked)
$$;

CREATE TEMPORARY TABLE the_plan ON COMMIT DROP AS
SELECT given.key, pg_temp.owner(given.owner) AS owner_id, known.id AS known_id, coalesce(known.id, new_id()) AS id,
  pg_temp.scheme(given.owner, given.scheme) AS scheme_id
FROM given_plans AS given
LEFT JOIN plan AS known ON known.owner_organisation_id = pg_temp.owner(given.owner) AND known.name = given.name;
CREATE UNIQUE INDEX ON the_plan (key);

CREATE FUNCTION pg_temp.plan(asked text) RETURNS integer LANGUAGE sql AS $$
  SELECT pg_temp.found((SELECT id FROM the_plan WHERE key = asked), 'the plan ' || asked)
$$;

INSERT INTO plan (id, owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, parent_plan_id,
  inspection_id, starts_on, ends_on, source, paragraph, created_by_name, created_at, changed_at)
SELECT the_plan.id, the_plan.owner_id,
  pg_temp.found((SELECT council_id FROM organisation WHERE organisation.id = the_plan.owner_id), 'a council that keeps ' || given.name),
  given.access_class, given.name, given.kind, given.state, the_plan.scheme_id,
  CASE WHEN given.parent IS NOT NULL THEN pg_temp.plan(given.parent) END,
  CASE WHEN given.inspection IS NOT NULL THEN pg_temp.inspection(given.inspection) END,
  given.starts_on::date, given.ends_on::date, given.source, given.paragraph, pg_temp.member_name(given.created_by),
  given.created_on::timestamptz, given.created_on::timestamptz
FROM given_plans AS given JOIN the_plan USING (key)
WHERE the_plan.known_id IS NULL ORDER BY given.parent NULLS FIRST, given.key;

-- A plan that stands is left alone, and with it all that hangs on it.
CREATE TEMPORARY TABLE new_plan ON COMMIT DROP AS
SELECT key, id, owner_id, scheme_id FROM the_plan WHERE known_id IS NULL;

-- What hangs on a plan names one that is given: refused otherwise, before any row is taken.
SELECT pg_temp.plan(named.plan) FROM (
  SELECT plan FROM given_workstreams UNION SELECT plan FROM given_actions UNION SELECT plan FROM given_action_changes
  UNION SELECT plan FROM given_impact_evidence UNION SELECT plan FROM given_action_dependencies
  UNION SELECT plan FROM given_finding_actions UNION SELECT plan FROM given_action_indicators
  UNION SELECT plan FROM given_milestones UNION SELECT plan FROM given_milestone_dates
  UNION SELECT plan FROM given_status_reports UNION SELECT plan FROM given_status_report_workstreams
  UNION SELECT plan FROM given_status_report_counts UNION SELECT plan FROM given_status_report_actions) AS named;

INSERT INTO workstream (plan_id, owner_organisation_id, position, name, theme_code, lead_role)
SELECT new_plan.id, new_plan.owner_id, given.position::integer, given.name, given.theme, given.lead_role
FROM given_workstreams AS given JOIN new_plan ON new_plan.key = given.plan
ORDER BY given.plan, given.position::integer;

CREATE TEMPORARY TABLE the_workstream ON COMMIT DROP AS
SELECT new_plan.key AS plan, workstream.position, workstream.id
FROM new_plan JOIN workstream ON workstream.plan_id = new_plan.id;
CREATE UNIQUE INDEX ON the_workstream (plan, position);

CREATE FUNCTION pg_temp.workstream(asked text, asked_position text) RETURNS integer LANGUAGE sql AS $$
  SELECT pg_temp.found((SELECT id FROM the_workstream WHERE plan = asked AND position = asked_position::integer),
    'the workstream ' || asked_position || ' of the plan ' || asked)
$$;

CREATE FUNCTION pg_temp.status_of(asked_scheme integer, asked text) RETURNS text LANGUAGE sql AS $$
  SELECT state FROM scheme_status WHERE scheme_id = asked_scheme AND code = asked
$$;

INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text, owner_role, original_due_on, due_on,
  status_code, started_on, completed_on, removed_at, source, paragraph, created_at, changed_at, version)
SELECT new_plan.id, pg_temp.workstream(given.plan, given.workstream), new_plan.owner_id, given.reference, given.text,
  given.owner_role, given.original_due_on::date, given.due_on::date, given.status, given.started_on::date,
  given.completed_on::date, given.removed_at::timestamptz, given.source, given.paragraph, given.created_at::timestamptz,
  given.changed_at::timestamptz, given.version::integer
FROM given_actions AS given JOIN new_plan ON new_plan.key = given.plan
ORDER BY given.plan, given.reference;

SELECT pg_temp.holds(pg_temp.status_of(new_plan.scheme_id, given.status) IS NOT NULL,
  'the action ' || given.reference || ' of ' || given.plan || ' has the status ' || given.status || ', which its scheme has not.')
FROM given_actions AS given JOIN new_plan ON new_plan.key = given.plan WHERE given.status IS NOT NULL;

CREATE TEMPORARY TABLE the_action ON COMMIT DROP AS
SELECT new_plan.key AS plan, action.reference, action.id
FROM new_plan JOIN action ON action.plan_id = new_plan.id;
CREATE UNIQUE INDEX ON the_action (plan, reference);

CREATE FUNCTION pg_temp.action(asked text, asked_reference text) RETURNS integer LANGUAGE sql AS $$
  SELECT pg_temp.found((SELECT id FROM the_action WHERE plan = asked AND reference = asked_reference),
    'the action ' || asked_reference || ' of the plan ' || asked)
$$;

INSERT INTO action_change (action_id, owner_organisation_id, changed_at, changed_by, changed_by_name, field, old_value,
  new_value, kind, reason)
SELECT pg_temp.action(given.plan, given.reference), new_plan.owner_id, given.changed_at::timestamptz,
  pg_temp.member(given.changed_by), pg_temp.member_name(given.changed_by), given.field, given.old_value, given.new_value,
  given.kind, given.reason
FROM given_action_changes AS given JOIN new_plan ON new_plan.key = given.plan
ORDER BY given.changed_at::timestamptz, given.plan, given.reference, given.kind;

INSERT INTO impact_evidence (action_id, owner_organisation_id, recorded_on, text, source, paragraph)
SELECT pg_temp.action(given.plan, given.reference), new_plan.owner_id, given.recorded_on::date, given.text, given.source,
  given.paragraph
FROM given_impact_evidence AS given JOIN new_plan ON new_plan.key = given.plan;

INSERT INTO action_dependency (action_id, depends_on_id, owner_organisation_id)
SELECT pg_temp.action(given.plan, given.reference), pg_temp.action(given.plan, given.depends_on), new_plan.owner_id
FROM given_action_dependencies AS given JOIN new_plan ON new_plan.key = given.plan;

INSERT INTO finding_action (finding_id, action_id, owner_organisation_id, note)
SELECT pg_temp.finding(given.inspection, given.finding_owner, given.number), pg_temp.action(given.plan, given.reference),
  new_plan.owner_id, given.note
FROM given_finding_actions AS given JOIN new_plan ON new_plan.key = given.plan;

INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected, note)
SELECT pg_temp.action(given.plan, given.reference),
  pg_temp.found((SELECT id FROM indicator WHERE code = given.indicator), 'the indicator ' || given.indicator),
  new_plan.owner_id, given.expected, given.note
FROM given_action_indicators AS given JOIN new_plan ON new_plan.key = given.plan;

INSERT INTO milestone (plan_id, owner_organisation_id, name, met_on)
SELECT new_plan.id, new_plan.owner_id, given.name, given.met_on::date
FROM given_milestones AS given JOIN new_plan ON new_plan.key = given.plan ORDER BY given.plan, given.name;

INSERT INTO milestone_date (milestone_id, owner_organisation_id, due_on, precision, source, paragraph, stated_at)
SELECT pg_temp.found((SELECT id FROM milestone WHERE plan_id = new_plan.id AND name = given.milestone),
    'the milestone ' || given.milestone), new_plan.owner_id,
  given.due_on::date, coalesce(given.precision, 'DAY'), given.source, given.paragraph, given.stated_on::timestamptz
FROM given_milestone_dates AS given JOIN new_plan ON new_plan.key = given.plan;

------------------------------------------------------------------------------------------------------------ status reports

INSERT INTO status_report (plan_id, owner_organisation_id, as_at, as_at_precision, revision, title, stated_total, made_from,
  source, paragraph, issued_by, issued_by_name, issued_at)
SELECT new_plan.id, new_plan.owner_id, given.as_at::date, coalesce(given.precision, 'DAY'), given.revision::integer,
  given.title, given.stated_total::integer, given.made_from, given.source, given.paragraph,
  CASE WHEN given.issued_by IS NOT NULL THEN pg_temp.member(given.issued_by) END,
  CASE WHEN given.issued_by IS NOT NULL THEN pg_temp.member_name(given.issued_by) ELSE given.issued_by_name END,
  given.issued_at::timestamptz
FROM given_status_reports AS given JOIN new_plan ON new_plan.key = given.plan
ORDER BY given.plan, given.as_at, given.revision;

CREATE TEMPORARY TABLE the_report ON COMMIT DROP AS
SELECT new_plan.key AS plan, report.as_at, report.revision, report.id, report.plan_id, new_plan.owner_id, new_plan.scheme_id
FROM new_plan JOIN status_report AS report ON report.plan_id = new_plan.id;
CREATE UNIQUE INDEX ON the_report (plan, as_at, revision);

CREATE FUNCTION pg_temp.report(asked text, asked_as_at text, asked_revision text) RETURNS integer LANGUAGE sql AS $$
  SELECT pg_temp.found(
    (SELECT id FROM the_report WHERE plan = asked AND as_at = asked_as_at::date AND revision = asked_revision::integer),
    'the report of ' || asked_as_at || ', revision ' || asked_revision || ', of the plan ' || asked)
$$;

INSERT INTO status_report_workstream (report_id, plan_id, workstream_id, position, name, theme_code, stated_total)
SELECT pg_temp.report(given.plan, given.as_at, given.revision), new_plan.id,
  pg_temp.workstream(given.plan, given.workstream), workstream.position, workstream.name, workstream.theme_code,
  given.stated_total::integer
FROM given_status_report_workstreams AS given JOIN new_plan ON new_plan.key = given.plan
LEFT JOIN workstream ON workstream.plan_id = new_plan.id AND workstream.position = given.workstream::integer;

INSERT INTO status_report_count (report_id, plan_id, workstream_id, status_code, status_name, status_meaning, state, position,
  actions)
SELECT pg_temp.report(given.plan, given.as_at, given.revision), new_plan.id,
  CASE WHEN given.workstream IS NOT NULL THEN pg_temp.workstream(given.plan, given.workstream) END,
  given.status, status.name, status.meaning, status.state, status.position, given.actions::integer
FROM given_status_report_counts AS given JOIN new_plan ON new_plan.key = given.plan
LEFT JOIN scheme_status AS status ON status.scheme_id = new_plan.scheme_id AND status.code = given.status;

INSERT INTO status_report_action (report_id, owner_organisation_id, action_id, workstream_id, reference, text, status_code,
  state, original_due_on, due_on, completed_on, has_impact, times_re_dated, times_reopened)
SELECT pg_temp.report(given.plan, given.as_at, given.revision), new_plan.owner_id,
  pg_temp.action(given.plan, given.reference), action.workstream_id, action.reference, action.text, given.status, status.state,
  given.original_due_on::date, given.due_on::date, given.completed_on::date, given.has_impact::boolean,
  given.times_re_dated::integer, given.times_reopened::integer
FROM given_status_report_actions AS given JOIN new_plan ON new_plan.key = given.plan
LEFT JOIN the_action ON the_action.plan = given.plan AND the_action.reference = given.reference
LEFT JOIN action ON action.id = the_action.id
LEFT JOIN scheme_status AS status ON status.scheme_id = new_plan.scheme_id AND status.code = given.status;
