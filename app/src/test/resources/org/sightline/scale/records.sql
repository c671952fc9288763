-- The inspections, findings and plans of a year, as dense as the demonstration's. A plan of an earlier year is closed, with its reports and
-- its history. The year stands in measured_year.
CREATE TEMP TABLE new_inspection AS
SELECT model.id AS model_id, council.organisation_id, council.council_id, new_id() AS id
FROM measured_council AS council
JOIN inspection AS model ON model.council_id = council.model_council_id AND model.owner_organisation_id IS NULL;
INSERT INTO inspection (id, council_id, framework_code, access_class)
SELECT new_inspection.id, new_inspection.council_id, model.framework_code, 'PUBLISHED'
FROM new_inspection JOIN inspection AS model ON model.id = new_inspection.model_id;
CREATE TEMP TABLE new_account AS
SELECT model.id AS model_id, new_inspection.id AS inspection_id, new_id() AS id
FROM new_inspection JOIN inspection_account AS model ON model.inspection_id = new_inspection.model_id;
INSERT INTO inspection_account (id, inspection_id, source_id, type_code, starts_on, ends_on, precision, published_on, is_published,
  visit_themes, outcome)
SELECT new_account.id, new_account.inspection_id, model.source_id, model.type_code, model.starts_on - 365 * (years_back + 1),
  model.ends_on - 365 * (years_back + 1), model.precision, model.published_on - 365 * (years_back + 1), model.is_published,
  model.visit_themes, model.outcome
FROM new_account JOIN inspection_account AS model ON model.id = new_account.model_id CROSS JOIN measured_year;
INSERT INTO judgement (account_id, framework_code, area_code, scale_code, grade_code, missing, stated_as)
SELECT new_account.id, model.framework_code, model.area_code, model.scale_code, model.grade_code, model.missing, model.stated_as
FROM new_account JOIN judgement AS model ON model.account_id = new_account.model_id;
CREATE TEMP TABLE new_finding AS
SELECT model.id AS model_id, new_inspection.organisation_id, new_inspection.id AS inspection_id, new_inspection.council_id, new_id() AS id
FROM new_inspection JOIN finding AS model ON model.inspection_id = new_inspection.model_id AND model.access_class IN ('SHARED', 'PUBLISHED');
INSERT INTO finding (id, inspection_id, council_id, owner_organisation_id, access_class, kind, number, theme_code, area_code, text, source,
  paragraph, recorded_at)
SELECT new_finding.id, new_finding.inspection_id, new_finding.council_id,
  CASE WHEN model.owner_organisation_id IS NOT NULL THEN new_finding.organisation_id END, model.access_class, model.kind, model.number,
  model.theme_code, model.area_code, model.text, model.source, model.paragraph, model.recorded_at - make_interval(years => years_back)
FROM new_finding JOIN finding AS model ON model.id = new_finding.model_id CROSS JOIN measured_year;

CREATE TEMP TABLE new_plan AS
SELECT model.id AS model_id, council.organisation_id, council.council_id, new_id() AS id
FROM measured_council AS council
JOIN plan AS model ON model.owner_organisation_id = council.model_id AND model.access_class = 'SHARED' AND model.state = 'LIVE'
JOIN status_scheme ON status_scheme.id = model.scheme_id AND status_scheme.owner_organisation_id IS NULL;
INSERT INTO plan (id, owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, inspection_id, starts_on, ends_on,
  finalised_on, source, created_by_name, created_at, changed_at)
SELECT new_plan.id, new_plan.organisation_id, new_plan.council_id, 'SHARED', model.name || ', measured, year ' || years_back, model.kind,
  CASE WHEN years_back = 0 THEN 'LIVE' ELSE 'CLOSED' END, model.scheme_id,
  (SELECT min(new_inspection.id) FROM new_inspection
    WHERE new_inspection.model_id = model.inspection_id AND new_inspection.council_id = new_plan.council_id),
  model.starts_on - 365 * years_back, CASE WHEN years_back = 0 THEN model.ends_on ELSE model.starts_on - 365 * years_back + 364 END,
  model.finalised_on - 365 * years_back, model.source, 'Analyst 1', model.created_at - make_interval(days => 365 * years_back),
  model.changed_at - make_interval(days => 365 * years_back)
FROM new_plan JOIN plan AS model ON model.id = new_plan.model_id CROSS JOIN measured_year;
CREATE TEMP TABLE new_workstream AS
SELECT model.id AS model_id, new_plan.id AS plan_id, new_plan.organisation_id, new_id() AS id
FROM new_plan JOIN workstream AS model ON model.plan_id = new_plan.model_id;
INSERT INTO workstream (id, plan_id, owner_organisation_id, position, name, theme_code, lead_role)
SELECT new_workstream.id, new_workstream.plan_id, new_workstream.organisation_id, model.position, model.name, model.theme_code, model.lead_role
FROM new_workstream JOIN workstream AS model ON model.id = new_workstream.model_id;
CREATE TEMP TABLE new_action AS
SELECT model.id AS model_id, new_workstream.plan_id, new_workstream.organisation_id, new_workstream.id AS workstream_id, new_id() AS id
FROM new_workstream JOIN action AS model ON model.workstream_id = new_workstream.model_id;
ANALYZE new_plan;
ANALYZE new_workstream;
ANALYZE new_action;
INSERT INTO action (id, plan_id, workstream_id, owner_organisation_id, reference, text, owner_role, original_due_on, due_on, status_code,
  started_on, completed_on, re_dated_before, reopened_before, source, created_at, changed_at)
SELECT new_action.id, new_action.plan_id, new_action.workstream_id, new_action.organisation_id, model.reference, model.text, model.owner_role,
  model.original_due_on - 365 * years_back, model.due_on - 365 * years_back, model.status_code, model.started_on - 365 * years_back,
  model.completed_on - 365 * years_back, model.re_dated_before, model.reopened_before, model.source,
  model.created_at - make_interval(days => 365 * years_back), model.changed_at - make_interval(days => 365 * years_back)
FROM new_action JOIN action AS model ON model.id = new_action.model_id AND model.removed_at IS NULL CROSS JOIN measured_year;
DELETE FROM new_action WHERE NOT EXISTS (SELECT FROM action WHERE action.id = new_action.id);
INSERT INTO action_change (action_id, owner_organisation_id, changed_at, changed_by_name, field, old_value, new_value, kind, reason)
SELECT new_action.id, new_action.organisation_id, model.changed_at - make_interval(days => 365 * years_back), model.changed_by_name,
  model.field, model.old_value, model.new_value, model.kind, model.reason
FROM new_action JOIN action_change AS model ON model.action_id = new_action.model_id CROSS JOIN measured_year;
INSERT INTO impact_evidence (action_id, owner_organisation_id, recorded_on, text, source)
SELECT new_action.id, new_action.organisation_id, model.recorded_on - 365 * years_back, model.text, model.source
FROM new_action JOIN impact_evidence AS model ON model.action_id = new_action.model_id CROSS JOIN measured_year;
INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected, note)
SELECT new_action.id, model.indicator_id, new_action.organisation_id, model.expected, model.note
FROM new_action JOIN action_indicator AS model ON model.action_id = new_action.model_id;
INSERT INTO finding_action (finding_id, action_id, owner_organisation_id, note)
SELECT new_finding.id, new_action.id, new_action.organisation_id, model.note
FROM new_action JOIN finding_action AS model ON model.action_id = new_action.model_id
JOIN new_finding ON new_finding.model_id = model.finding_id AND new_finding.organisation_id = new_action.organisation_id;

CREATE TEMP TABLE new_report AS
SELECT model.id AS model_id, new_plan.id AS plan_id, new_plan.organisation_id, new_id() AS id
FROM new_plan JOIN status_report AS model ON model.plan_id = new_plan.model_id;
INSERT INTO status_report (id, plan_id, scheme_id, owner_organisation_id, as_at, as_at_precision, revision, title, stated_total, made_from,
  source, issued_by_name, issued_at)
SELECT new_report.id, new_report.plan_id, model.scheme_id, new_report.organisation_id, model.as_at - 365 * years_back, model.as_at_precision,
  model.revision, model.title, model.stated_total, model.made_from, model.source, model.issued_by_name,
  model.issued_at - make_interval(days => 365 * years_back)
FROM new_report JOIN status_report AS model ON model.id = new_report.model_id CROSS JOIN measured_year;
ANALYZE new_report;
INSERT INTO status_report_workstream (report_id, plan_id, workstream_id, position, name, theme_code, stated_total)
SELECT new_report.id, new_report.plan_id, new_workstream.id, model.position, model.name, model.theme_code, model.stated_total
FROM new_report JOIN status_report_workstream AS model ON model.report_id = new_report.model_id
JOIN new_workstream ON new_workstream.model_id = model.workstream_id AND new_workstream.plan_id = new_report.plan_id;
INSERT INTO status_report_count (report_id, plan_id, workstream_id, status_code, status_name, status_meaning, state, position, actions)
SELECT new_report.id, new_report.plan_id, new_workstream.id, model.status_code, model.status_name, model.status_meaning, model.state,
  model.position, model.actions
FROM new_report JOIN status_report_count AS model ON model.report_id = new_report.model_id
LEFT JOIN new_workstream ON new_workstream.model_id = model.workstream_id AND new_workstream.plan_id = new_report.plan_id;
INSERT INTO status_report_action (report_id, owner_organisation_id, action_id, workstream_id, reference, text, status_code, state,
  original_due_on, due_on, completed_on, has_impact, times_re_dated, times_reopened)
SELECT new_report.id, new_report.organisation_id, new_action.id, new_workstream.id, model.reference, model.text, model.status_code, model.state,
  model.original_due_on - 365 * years_back, model.due_on - 365 * years_back, model.completed_on - 365 * years_back, model.has_impact,
  model.times_re_dated, model.times_reopened
FROM new_report JOIN status_report_action AS model ON model.report_id = new_report.model_id
JOIN new_action ON new_action.model_id = model.action_id AND new_action.plan_id = new_report.plan_id
JOIN new_workstream ON new_workstream.model_id = model.workstream_id AND new_workstream.plan_id = new_report.plan_id
CROSS JOIN measured_year;
DROP TABLE new_inspection, new_account, new_finding, new_plan, new_workstream, new_action, new_report;
