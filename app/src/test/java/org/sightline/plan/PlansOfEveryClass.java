package org.sightline.plan;

import org.sightline.SharedWorld;

/**
 * Of each council a plan of each class and some that had another one before, with everything that
 * hangs on a plan.
 */
public final class PlansOfEveryClass {
  private static final String PLANS =
      """
      INSERT INTO plan (owner_organisation_id, council_id, access_class, embargoed_until, name, kind, state, scheme_id, created_by_name)
        SELECT organisation.id, council_id, given.class, given.until::timestamptz,
          concat_ws(' ', given.class, given.until, 'then ' || given.later), 'SERVICE',
          'LIVE', (SELECT id FROM status_scheme WHERE code = 'brag' AND owner_organisation_id IS NULL), 'A test'
        FROM organisation, (VALUES ('PUBLISHED', NULL, NULL), ('SHARED', NULL, NULL), ('COUNCIL_ONLY', NULL, NULL),
          ('EMBARGOED', '2100-01-01', NULL), ('EMBARGOED', '2020-01-01', NULL), ('PUBLISHED', NULL, 'COUNCIL_ONLY'),
          ('PUBLISHED', NULL, 'SHARED'), ('SHARED', NULL, 'COUNCIL_ONLY')) AS given (class, until, later)
        WHERE council_id IS NOT NULL;
      UPDATE plan SET parent_plan_id = (
        SELECT above.id FROM plan AS above
        WHERE above.owner_organisation_id = plan.owner_organisation_id AND above.name = 'PUBLISHED')
        WHERE name <> 'PUBLISHED';
      INSERT INTO workstream (plan_id, owner_organisation_id, position, name) SELECT id, owner_organisation_id, 1, 'Of ' || id FROM plan;
      INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text, status_code)
        SELECT plan_id, id, owner_organisation_id, '1', 'Do ' || plan_id, 'G' FROM workstream;
      INSERT INTO milestone (plan_id, owner_organisation_id, name) SELECT id, owner_organisation_id, 'Of ' || id FROM plan;
      INSERT INTO milestone_date (milestone_id, owner_organisation_id, due_on, source)
        SELECT id, owner_organisation_id, '2024-09-01', 'a test' FROM milestone;
      """;

  private static final String ON_ACTIONS =
      """
      INSERT INTO action_change (action_id, owner_organisation_id, changed_by_name, field, new_value, kind)
        SELECT id, owner_organisation_id, 'Somebody', 'action', text, 'CREATED' FROM action;
      INSERT INTO impact_evidence (action_id, owner_organisation_id, recorded_on, text)
        SELECT id, owner_organisation_id, '2024-06-01', 'Of ' || id FROM action;
      INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected)
        SELECT action.id, indicator.id, owner_organisation_id, 'BETTER' FROM action, indicator
        WHERE indicator.code = 're-referrals-percent';
      INSERT INTO action_dependency (action_id, depends_on_id, owner_organisation_id)
        SELECT one.id, other.id, one.owner_organisation_id FROM action AS one JOIN action AS other
          ON other.owner_organisation_id = one.owner_organisation_id AND other.id > one.id;
      INSERT INTO inspection (council_id, framework_code, access_class)
        SELECT council_id, 'ilacs', 'PUBLISHED' FROM organisation WHERE council_id IS NOT NULL;
      INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source)
        SELECT inspection.id, inspection.council_id, organisation.id, 'PUBLISHED', 'AREA_FOR_IMPROVEMENT', 'Supervision', 'a test'
        FROM inspection JOIN organisation ON organisation.council_id = inspection.council_id;
      INSERT INTO finding_action (finding_id, action_id, owner_organisation_id)
        SELECT finding.id, action.id, action.owner_organisation_id
        FROM finding JOIN action ON action.owner_organisation_id = finding.owner_organisation_id;
      """;

  private static final String REPORTS =
      """
      INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by_name)
        SELECT id, owner_organisation_id, '2024-07-01', 'Report ' || id, 'ACTIONS', 'a test', 'Somebody' FROM plan;
      INSERT INTO status_report_workstream (report_id, plan_id, workstream_id, position, name)
        SELECT status_report.id, plan_id, workstream.id, 1, workstream.name FROM status_report JOIN workstream USING (plan_id);
      INSERT INTO status_report_count
        SELECT report_id, plan_id, workstream_id, 'G', 'Green', 'Done', 'COMPLETED', 1, plan_id FROM status_report_workstream;
      INSERT INTO status_report_action (report_id, owner_organisation_id, action_id, workstream_id, reference, text, status_code,
          state, has_impact, times_re_dated, times_reopened)
        SELECT report_id, owner_organisation_id, action.id, workstream_id, reference, text, 'G', 'COMPLETED', false, 0, 0
        FROM status_report_workstream JOIN action USING (plan_id, workstream_id);
      """;

  /** What was written while a plan was shown is out of sight with it. */
  private static final String WITHDRAWN =
      "UPDATE plan SET access_class = split_part(name, 'then ', 2) WHERE name LIKE '%then %'";

  private PlansOfEveryClass() {}

  public static void add(SharedWorld world) {
    world.execute(PLANS);
    world.execute(ON_ACTIONS);
    world.execute(REPORTS);
    world.execute(WITHDRAWN);
  }
}
