package org.sightline.access.worlds;

import java.util.List;
import java.util.Objects;
import org.sightline.access.worlds.Records.Finding;
import org.sightline.access.worlds.Records.Home;
import org.sightline.access.worlds.Records.HomeCount;
import org.sightline.access.worlds.Records.Inspection;
import org.sightline.access.worlds.Records.Intervention;
import org.sightline.access.worlds.Records.Link;
import org.sightline.access.worlds.Records.Plan;
import org.sightline.access.worlds.Records.Review;
import org.sightline.access.worlds.Records.Scheme;
import org.sightline.access.worlds.World.Access;
import org.sightline.access.worlds.World.Organisation;

/**
 * Statements upon records that nothing but a policy refuses. Beside the people of {@link Attacks},
 * person 9 contributes for council 1 and is no data owner, person 8 is an adviser of the department
 * and person 5 a colleague who is none; council 1 has agreed with the department and with council
 * 2, which sees what council 1 shares.
 */
final class RecordAttacks {
  /** By subject, what is to be refused. */
  static final List<String> OF_MEMBERS =
      """
      person-4: INSERT INTO inspection (council_id, framework_code, owner_organisation_id, access_class) SELECT council_id, 'ilacs', id, 'SHARED' FROM organisation WHERE id = 1
      person-1: INSERT INTO inspection (council_id, framework_code, owner_organisation_id, access_class) SELECT council_id, 'ilacs', 2, 'SHARED' FROM organisation WHERE id = 2
      person-1: INSERT INTO inspection (council_id, framework_code, owner_organisation_id, access_class) SELECT council_id, 'ilacs', 1, 'SHARED' FROM organisation WHERE id = 2
      person-9: INSERT INTO inspection (council_id, framework_code, owner_organisation_id, access_class) SELECT council_id, 'ilacs', id, 'PUBLISHED' FROM organisation WHERE id = 1
      person-4: UPDATE inspection SET version = 9 WHERE id = 311
      person-2: UPDATE inspection SET version = 9 WHERE id = 311
      person-4: INSERT INTO inspection_source (code, kind, title, publisher, owner_organisation_id) VALUES ('x', 'OWN_RECORD', 'x', 'x', 1)
      person-1: INSERT INTO inspection_source (code, kind, title, publisher, owner_organisation_id) VALUES ('x', 'OWN_RECORD', 'x', 'x', 2)
      person-1: INSERT INTO inspection_source (code, kind, title, publisher) VALUES ('x', 'OWN_RECORD', 'x', 'x')
      person-1: INSERT INTO inspection_source (code, kind, title, publisher, owner_organisation_id) VALUES ('x', 'REPORT', 'x', 'x', 1)
      person-4: INSERT INTO inspection_account (inspection_id, source_id, owner_key) VALUES (311, 312, 1)
      person-1: INSERT INTO inspection_account (inspection_id, source_id, owner_key) VALUES (321, 322, 2)
      person-1: INSERT INTO inspection_account (inspection_id, source_id, owner_key) VALUES (331, 332, 0)
      person-4: UPDATE inspection_account SET outcome = 'x' WHERE id = 311
      person-2: UPDATE inspection_account SET outcome = 'x' WHERE id = 311
      person-1: UPDATE inspection_account SET outcome = 'x' WHERE id = 331
      person-4: INSERT INTO judgement (account_id, owner_key, framework_code, area_code, scale_code, grade_code) VALUES (311, 1, 'ilacs', 'attacked', 'ofsted-four-point', 'good')
      person-1: INSERT INTO judgement (account_id, owner_key, framework_code, area_code, scale_code, grade_code) VALUES (321, 2, 'ilacs', 'attacked', 'ofsted-four-point', 'good')
      person-4: UPDATE judgement SET stated_as = 'x' WHERE account_id = 311
      person-2: UPDATE judgement SET stated_as = 'x' WHERE account_id = 311
      person-4: INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source) SELECT 311, council_id, 1, 'SHARED', 'STRENGTH', 'x', 'x' FROM organisation WHERE id = 1
      person-1: INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source) SELECT 321, council_id, 2, 'SHARED', 'STRENGTH', 'x', 'x' FROM organisation WHERE id = 2
      person-1: INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source) SELECT 332, council_id, 1, 'SHARED', 'STRENGTH', 'x', 'x' FROM organisation WHERE id = 2
      person-1: INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source) SELECT 332, council_id, 1, 'SHARED', 'STRENGTH', 'x', 'x' FROM organisation WHERE id = 1
      person-9: INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source) SELECT 331, council_id, 1, 'PUBLISHED', 'STRENGTH', 'x', 'x' FROM organisation WHERE id = 1
      person-4: UPDATE finding SET text = 'x' WHERE id = 341
      person-2: UPDATE finding SET text = 'x' WHERE id = 341
      person-4: INSERT INTO intervention (council_id, owner_organisation_id, access_class, kind, from_on, source) SELECT council_id, 1, 'SHARED', 'ADVISER', now(), 'x' FROM organisation WHERE id = 1
      person-1: INSERT INTO intervention (council_id, owner_organisation_id, access_class, kind, from_on, source) SELECT council_id, 2, 'SHARED', 'ADVISER', now(), 'x' FROM organisation WHERE id = 2
      person-1: INSERT INTO intervention (council_id, owner_organisation_id, access_class, kind, from_on, source) SELECT council_id, 1, 'SHARED', 'ADVISER', now(), 'x' FROM organisation WHERE id = 2
      person-9: INSERT INTO intervention (council_id, owner_organisation_id, access_class, kind, from_on, source) SELECT council_id, 1, 'PUBLISHED', 'ADVISER', now(), 'x' FROM organisation WHERE id = 1
      person-4: UPDATE intervention SET note = 'x' WHERE id = 351
      person-2: UPDATE intervention SET note = 'x' WHERE id = 351
      person-4: INSERT INTO childrens_home (owner_organisation_id, name) VALUES (1, 'x')
      person-1: INSERT INTO childrens_home (owner_organisation_id, name) VALUES (2, 'x')
      person-4: UPDATE childrens_home SET name = 'x' WHERE id = 361
      person-4: INSERT INTO childrens_home_grade (home_id, owner_organisation_id, as_at, source) VALUES (361, 1, '2025-01-01', 'x')
      person-1: INSERT INTO childrens_home_grade (home_id, owner_organisation_id, as_at, source) VALUES (362, 2, '2025-01-01', 'x')
      person-4: UPDATE childrens_home_grade SET source = 'x' WHERE home_id = 361
      person-9: INSERT INTO childrens_home_count (owner_organisation_id, council_id, access_class, as_at, homes, source) SELECT 1, council_id, 'SHARED', '2025-01-01', 1, 'x' FROM organisation WHERE id = 1
      person-1: INSERT INTO childrens_home_count (owner_organisation_id, council_id, access_class, as_at, homes, source) SELECT 2, council_id, 'SHARED', '2025-01-01', 1, 'x' FROM organisation WHERE id = 2
      person-1: INSERT INTO childrens_home_count (owner_organisation_id, council_id, access_class, as_at, homes, source) SELECT 1, council_id, 'SHARED', '2025-01-01', 1, 'x' FROM organisation WHERE id = 2
      person-9: UPDATE childrens_home_count SET homes = 9 WHERE id = 371
      person-2: UPDATE childrens_home_count SET homes = 9 WHERE id = 371
      person-8: INSERT INTO review (owner_organisation_id, council_id, held_on, title, conclusion, written_by, written_by_name) SELECT 5, council_id, now(), 'x', 'x', 8, 'x' FROM organisation WHERE id = 2
      person-8: INSERT INTO review (owner_organisation_id, council_id, held_on, title, conclusion, written_by, written_by_name) SELECT 5, council_id, now(), 'x', 'x', 5, 'x' FROM organisation WHERE id = 1
      person-8: INSERT INTO review (owner_organisation_id, council_id, held_on, title, conclusion, written_by, written_by_name, issued_at) SELECT 5, council_id, now(), 'x', 'x', 8, 'x', now() FROM organisation WHERE id = 1
      person-5: INSERT INTO review (owner_organisation_id, council_id, held_on, title, conclusion, written_by, written_by_name) SELECT 5, council_id, now(), 'x', 'x', 5, 'x' FROM organisation WHERE id = 1
      person-5: UPDATE review SET title = 'x' WHERE id = 381
      person-8: UPDATE review SET title = 'x' WHERE id = 382
      person-1: UPDATE review SET title = 'x' WHERE id = 382
      person-8: UPDATE review SET issued_at = now() - interval '1 year' WHERE id = 381
      person-8: UPDATE review SET title = 'x' WHERE id = 383
      person-5: INSERT INTO review_point (review_id, owner_organisation_id, position, kind, text) VALUES (381, 5, 9, 'CONCERN', 'x')
      person-8: INSERT INTO review_point (review_id, owner_organisation_id, position, kind, text) VALUES (382, 5, 9, 'CONCERN', 'x')
      person-5: DELETE FROM review_point WHERE review_id = 381
      person-8: DELETE FROM review_point WHERE review_id = 382
      person-1: DELETE FROM review_point WHERE review_id = 382
      person-9: INSERT INTO record_class_change (record_type, record_id, owner_organisation_id, from_class, to_class, changed_by, changed_by_name) VALUES ('PLAN', 401, 1, 'x', 'x', 9, 'x')
      person-1: INSERT INTO record_class_change (record_type, record_id, owner_organisation_id, from_class, to_class, changed_by, changed_by_name) VALUES ('PLAN', 401, 1, 'x', 'x', 4, 'x')
      person-4: INSERT INTO status_scheme (owner_organisation_id, code, name, source) VALUES (1, 'x', 'x', 'x')
      person-1: INSERT INTO status_scheme (owner_organisation_id, code, name, source) VALUES (2, 'x', 'x', 'x')
      person-1: INSERT INTO status_scheme (code, name, source) VALUES ('x', 'x', 'x')
      person-4: INSERT INTO scheme_status (scheme_id, owner_key, code, name, meaning, state, position) VALUES (301, 1, 'X', 'x', 'x', 'AT_RISK', 2)
      person-1: INSERT INTO scheme_status (scheme_id, owner_key, code, name, meaning, state, position) VALUES (302, 2, 'X', 'x', 'x', 'AT_RISK', 2)
      person-1: INSERT INTO scheme_status (scheme_id, owner_key, code, name, meaning, state, position) VALUES (9001, 0, 'X', 'x', 'x', 'AT_RISK', 2)
      person-4: INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name) SELECT 1, council_id, 'SHARED', 'x', 'SERVICE', 'LIVE', 301, 'x' FROM organisation WHERE id = 1
      person-1: INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name) SELECT 2, council_id, 'SHARED', 'x', 'SERVICE', 'LIVE', 9001, 'x' FROM organisation WHERE id = 2
      person-1: INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name) SELECT 1, council_id, 'SHARED', 'x', 'SERVICE', 'LIVE', 9001, 'x' FROM organisation WHERE id = 2
      person-9: INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name) SELECT 1, council_id, 'PUBLISHED', 'x', 'SERVICE', 'LIVE', 301, 'x' FROM organisation WHERE id = 1
      person-2: INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name) SELECT 2, council_id, 'SHARED', 'x', 'SERVICE', 'LIVE', 301, 'x' FROM organisation WHERE id = 2
      person-1: INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name, inspection_id) SELECT 1, council_id, 'SHARED', 'x', 'SERVICE', 'LIVE', 301, 'x', 332 FROM organisation WHERE id = 1
      person-4: UPDATE plan SET name = 'x' WHERE id = 401
      person-2: UPDATE plan SET name = 'x' WHERE id = 401
      person-2: UPDATE plan SET scheme_id = 301 WHERE id = 421
      person-1: UPDATE plan SET inspection_id = 332 WHERE id = 401
      person-4: INSERT INTO workstream (plan_id, owner_organisation_id, position, name) VALUES (401, 1, 2, 'x')
      person-1: INSERT INTO workstream (plan_id, owner_organisation_id, position, name) VALUES (421, 2, 2, 'x')
      person-4: UPDATE workstream SET name = 'x' WHERE id = 401
      person-2: UPDATE workstream SET name = 'x' WHERE id = 401
      person-4: INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text) VALUES (401, 401, 1, 'x', 'x')
      person-1: INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text) VALUES (421, 421, 2, 'x', 'x')
      person-4: UPDATE action SET text = 'x' WHERE id = 411
      person-2: UPDATE action SET text = 'x' WHERE id = 411
      person-4: INSERT INTO action_change (action_id, owner_organisation_id, changed_by, changed_by_name, field, kind) VALUES (411, 1, 4, 'x', 'x', 'CHANGED')
      person-1: INSERT INTO action_change (action_id, owner_organisation_id, changed_by, changed_by_name, field, kind) VALUES (411, 1, 4, 'x', 'x', 'CHANGED')
      person-1: INSERT INTO action_change (action_id, owner_organisation_id, changed_by, changed_by_name, field, kind) VALUES (431, 2, 2, 'x', 'x', 'CHANGED')
      person-4: INSERT INTO action_dependency (action_id, depends_on_id, owner_organisation_id) VALUES (412, 411, 1)
      person-1: INSERT INTO action_dependency (action_id, depends_on_id, owner_organisation_id) VALUES (432, 431, 2)
      person-4: DELETE FROM action_dependency WHERE action_id = 411
      person-2: DELETE FROM action_dependency WHERE action_id = 411
      person-4: INSERT INTO impact_evidence (action_id, owner_organisation_id, recorded_on, text) VALUES (411, 1, now(), 'x')
      person-1: INSERT INTO impact_evidence (action_id, owner_organisation_id, recorded_on, text) VALUES (431, 2, now(), 'x')
      person-4: INSERT INTO milestone (plan_id, owner_organisation_id, name) VALUES (401, 1, 'x')
      person-1: INSERT INTO milestone (plan_id, owner_organisation_id, name) VALUES (421, 2, 'x')
      person-4: UPDATE milestone SET name = 'x' WHERE id = 401
      person-2: UPDATE milestone SET name = 'x' WHERE id = 401
      person-4: INSERT INTO milestone_date (milestone_id, owner_organisation_id, due_on, source) VALUES (401, 1, now(), 'x')
      person-1: INSERT INTO milestone_date (milestone_id, owner_organisation_id, due_on, source) VALUES (421, 2, now(), 'x')
      person-4: INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by, issued_by_name) VALUES (401, 1, now(), 'x', 'COUNTS', 'x', 4, 'x')
      person-1: INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by, issued_by_name) VALUES (401, 1, now(), 'x', 'COUNTS', 'x', 4, 'x')
      person-1: INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by, issued_by_name) VALUES (421, 2, now(), 'x', 'COUNTS', 'x', 2, 'x')
      person-1: INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by, issued_by_name, issued_at) VALUES (401, 1, now(), 'x', 'COUNTS', 'x', 1, 'x', now() + interval '1 hour')
      person-2: INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by, issued_by_name, scheme_id) VALUES (421, 2, now(), 'x', 'COUNTS', 'x', 2, 'x', 301)
      person-1: INSERT INTO status_report_workstream (report_id, plan_id, workstream_id, position, name) VALUES (401, 401, 409, 9, 'x')
      person-1: INSERT INTO status_report_count VALUES (401, 401, 401, 'R', 'x', 'x', 'OVERDUE', 9, 1)
      person-1: INSERT INTO status_report_action (report_id, owner_organisation_id, action_id, workstream_id, reference, text, state, has_impact, times_re_dated, times_reopened) VALUES (401, 1, 419, 401, 'x', 'x', 'OVERDUE', false, 0, 0)
      person-4: INSERT INTO finding_action (finding_id, action_id, owner_organisation_id) VALUES (342, 411, 1)
      person-1: INSERT INTO finding_action (finding_id, action_id, owner_organisation_id) VALUES (345, 411, 1)
      person-1: INSERT INTO finding_action (finding_id, action_id, owner_organisation_id) VALUES (342, 431, 2)
      person-1: INSERT INTO finding_action (finding_id, action_id, owner_organisation_id) VALUES (346, 411, 1)
      person-4: DELETE FROM finding_action WHERE action_id = 411
      person-2: DELETE FROM finding_action WHERE action_id = 411
      person-4: INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected) SELECT 411, id, 1, 'UP' FROM indicator WHERE code = 'children-in-need-rate'
      person-1: INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected) SELECT 431, id, 2, 'UP' FROM indicator WHERE code = 'children-in-need-rate'
      person-4: DELETE FROM action_indicator WHERE action_id = 411
      person-2: DELETE FROM action_indicator WHERE action_id = 411
      """
          .lines()
          .toList();

  /**
   * What somebody writes as the own organisation's and hangs on what council 2 has, where a row of
   * the same key stands already. A key would refuse each too, and by which one it does would tell
   * what council 2 has: a policy must refuse it before any key is asked.
   */
  static final List<String> OF_ASKERS =
      """
      person-1: INSERT INTO inspection_account (inspection_id, source_id, owner_key) VALUES (321, 321, 1)
      person-1: INSERT INTO judgement (account_id, owner_key, framework_code, area_code, scale_code, grade_code) VALUES (321, 1, 'ilacs', 'overall-effectiveness', 'ofsted-four-point', 'good')
      person-1: INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source) SELECT 322, council_id, 1, 'SHARED', 'STRENGTH', 'x', 'x' FROM organisation WHERE id = 1
      person-1: INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source) SELECT 999999, council_id, 1, 'SHARED', 'STRENGTH', 'x', 'x' FROM organisation WHERE id = 1
      person-1: INSERT INTO childrens_home_grade (home_id, owner_organisation_id, as_at, source) VALUES (362, 1, '2024-01-01', 'x')
      person-1: INSERT INTO scheme_status (scheme_id, owner_key, code, name, meaning, state, position) VALUES (302, 1, 'G', 'x', 'x', 'AT_RISK', 2)
      person-1: INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name) SELECT 1, council_id, 'SHARED', 'x', 'SERVICE', 'LIVE', 302, 'x' FROM organisation WHERE id = 1
      person-1: INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name) SELECT 1, council_id, 'SHARED', 'x', 'SERVICE', 'LIVE', 999999, 'x' FROM organisation WHERE id = 1
      person-1: UPDATE plan SET inspection_id = 322 WHERE id = 401
      person-1: UPDATE plan SET inspection_id = 999999 WHERE id = 401
      person-1: INSERT INTO workstream (plan_id, owner_organisation_id, position, name) VALUES (421, 1, 1, 'Workstream 421')
      person-1: INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text) VALUES (421, 421, 1, 'A431', 'x')
      person-1: INSERT INTO action_dependency (action_id, depends_on_id, owner_organisation_id) VALUES (431, 432, 1)
      person-1: INSERT INTO milestone (plan_id, owner_organisation_id, name) VALUES (421, 1, 'Milestone 421')
      person-1: INSERT INTO milestone_date (milestone_id, owner_organisation_id, due_on, source) VALUES (421, 1, '2024-09-01', 'a test')
      person-1: INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by, issued_by_name) VALUES (421, 1, '2024-07-01', 'x', 'COUNTS', 'x', 1, 'x')
      person-1: INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by, issued_by_name, scheme_id) VALUES (401, 1, '2024-08-01', 'x', 'COUNTS', 'x', 1, 'x', 302)
      person-1: INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by, issued_by_name, scheme_id) VALUES (401, 1, '2024-08-01', 'x', 'COUNTS', 'x', 1, 'x', 999999)
      person-1: INSERT INTO status_report_workstream (report_id, plan_id, workstream_id, position, name) VALUES (421, 421, 421, 1, 'x')
      person-1: INSERT INTO status_report_count VALUES (421, 421, 421, 'G', 'x', 'x', 'OVERDUE', 9, 1)
      person-1: INSERT INTO status_report_action (report_id, owner_organisation_id, action_id, workstream_id, reference, text, state, has_impact, times_re_dated, times_reopened) VALUES (421, 1, 431, 421, 'x', 'x', 'OVERDUE', false, 0, 0)
      person-1: INSERT INTO finding_action (finding_id, action_id, owner_organisation_id) VALUES (341, 431, 1)
      person-1: INSERT INTO finding_action (finding_id, action_id, owner_organisation_id) VALUES (999999, 411, 1)
      person-1: INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected) SELECT 431, id, 1, 'UP' FROM indicator WHERE code = 're-referrals-percent'
      person-2: INSERT INTO workstream (plan_id, owner_organisation_id, position, name) VALUES (401, 2, 1, 'Workstream 401')
      """
          .lines()
          .toList();

  /** What an issued report and a history are kept from by the lack of a grant. */
  static final List<String> OF_REWRITERS =
      """
      UPDATE status_report SET title = 'x'
      DELETE FROM status_report
      UPDATE status_report_workstream SET name = 'x'
      DELETE FROM status_report_workstream
      UPDATE status_report_count SET actions = 0
      DELETE FROM status_report_count
      UPDATE status_report_action SET state = 'x'
      DELETE FROM status_report_action
      UPDATE action_change SET reason = 'x'
      DELETE FROM action_change
      DELETE FROM action
      UPDATE record_class_change SET to_class = 'x'
      DELETE FROM record_class_change
      DELETE FROM review
      """
          .lines()
          .toList();

  private RecordAttacks() {}

  /** Beside the world's: what a report would take late, and an area that nothing is judged in. */
  static final String MORE =
      """
      INSERT INTO judgement_area VALUES ('ilacs', 'attacked', 'x', 'ofsted-four-point', NULL, 99, 'x') ON CONFLICT DO NOTHING;
      INSERT INTO workstream (id, plan_id, owner_organisation_id, position, name) VALUES (409, 401, 1, 9, 'later');
      INSERT INTO action (id, plan_id, workstream_id, owner_organisation_id, reference, text) VALUES (419, 401, 401, 1, 'later', 'x');
      """;

  /** The records of two councils and of the department. */
  static Records records(Organisation one, Organisation two, Organisation department) {
    int first = Objects.requireNonNull(one.area());
    int second = Objects.requireNonNull(two.area());
    Scheme ours = new Scheme(301, one);
    Scheme theirs = new Scheme(302, two);
    Inspection shared = inspection(311, one, Access.SHARED);
    Inspection hidden = inspection(322, two, Access.COUNCIL_ONLY);
    Inspection official = new Inspection(331, null, first, Access.PUBLISHED, List.of(331));
    Inspection ofOthers = new Inspection(332, null, second, Access.PUBLISHED, List.of(332));
    Finding known = new Finding(341, shared, one, Access.SHARED);
    Plan open = plan(401, ours, Access.SHARED, List.of(411, 412));
    Plan foreign = plan(421, theirs, Access.SHARED, List.of(431, 432));
    return new Records(
        List.of(ours, theirs),
        List.of(
            shared,
            inspection(312, one, Access.COUNCIL_ONLY),
            inspection(321, two, Access.SHARED),
            hidden,
            official,
            ofOthers),
        List.of(
            known,
            new Finding(342, official, one, Access.COUNCIL_ONLY),
            new Finding(345, hidden, two, Access.COUNCIL_ONLY),
            new Finding(346, ofOthers, two, Access.PUBLISHED)),
        List.of(new Intervention(351, one, first, Access.SHARED)),
        List.of(new Home(361, one), new Home(362, two)),
        List.of(new HomeCount(371, one, Access.SHARED)),
        List.of(
            new Review(381, department, first, false),
            new Review(382, department, first, true),
            new Review(383, department, second, false)),
        List.of(open, plan(402, ours, Access.COUNCIL_ONLY, List.of(413)), foreign),
        List.of(new Link(known, open, 411), new Link(known, foreign, 431)));
  }

  private static Inspection inspection(int id, Organisation owner, Access access) {
    return new Inspection(id, owner, Objects.requireNonNull(owner.area()), access, List.of(id));
  }

  private static Plan plan(int id, Scheme scheme, Access access, List<Integer> actions) {
    return new Plan(id, scheme.owner(), access, scheme, null, null, actions, true);
  }
}
