package org.sightline.access.worlds;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.access.worlds.Records.Finding;
import org.sightline.access.worlds.Records.HomeCount;
import org.sightline.access.worlds.Records.Inspection;
import org.sightline.access.worlds.Records.Intervention;
import org.sightline.access.worlds.Records.Plan;
import org.sightline.access.worlds.Records.Review;
import org.sightline.access.worlds.Records.Scheme;
import org.sightline.access.worlds.World.Access;
import org.sightline.access.worlds.World.Organisation;

/** The statements that make the database hold a world's records. */
final class RecordsSql {
  /**
   * Words that records are made of, where the definitions do not have them, and what there is of
   * every world: a scheme that nobody owns.
   */
  private static final String WORDS =
      """
      INSERT INTO inspection_framework VALUES ('ilacs', 'ILACS', 'Ofsted', 'x', 5, 1, 'a test') ON CONFLICT DO NOTHING;
      INSERT INTO framework_version SELECT 'ilacs', 'invented', '2018-01-01', NULL, 'x', 'a test'
        WHERE NOT EXISTS (SELECT FROM framework_version WHERE framework_code = 'ilacs');
      INSERT INTO grade VALUES ('ofsted-four-point', 'good', 'Good', 2) ON CONFLICT DO NOTHING;
      INSERT INTO judgement_area VALUES
        ('ilacs', 'overall-effectiveness', 'Overall effectiveness', 'ofsted-four-point', NULL, 1, 'a test') ON CONFLICT DO NOTHING;
      INSERT INTO inspection_type VALUES ('ilacs-standard', 'ilacs', 'Standard', true, NULL, 'x', 1, 'a test') ON CONFLICT DO NOTHING;
      INSERT INTO theme VALUES ('front-door', 'Front door', 'x', 1) ON CONFLICT DO NOTHING;
      INSERT INTO status_scheme (id, code, name, source) VALUES (%1$d, 'official', 'Official', 'a test');
      INSERT INTO scheme_status VALUES (%1$d, 0, 'G', 'Green', 'Done', 'COMPLETED', 1);
      """
          .formatted(WorldSql.OFFICIAL);

  /** Whatever the database would date by its clock. */
  private static final String DEFAULTS =
      """
      UPDATE inspection SET recorded_at = now();
      UPDATE inspection_source SET came_at = now();
      UPDATE finding SET recorded_at = now();
      UPDATE review SET created_at = now();
      UPDATE plan SET created_at = now(), changed_at = now();
      UPDATE action SET created_at = now(), changed_at = now();
      UPDATE action_change SET changed_at = now();
      UPDATE milestone_date SET stated_at = now();
      UPDATE status_report SET issued_at = now();
      UPDATE record_class_change SET changed_at = now();
      """;

  private final Records records;
  private final ToIntFunction<Organisation> memberOf;
  private final StringBuilder sql = new StringBuilder(WORDS);

  /**
   * Of a world.
   *
   * @param memberOf somebody of an organisation
   */
  RecordsSql(Records records, ToIntFunction<Organisation> memberOf) {
    this.records = records;
    this.memberOf = memberOf;
  }

  String all() {
    inspections();
    insert(
        "intervention (id, council_id, owner_organisation_id, access_class, embargoed_until, kind, from_on, source)",
        records.interventions(),
        RecordsSql::intervention);
    homes();
    reviews();
    schemes();
    plans();
    links();
    return sql.append(DEFAULTS).toString();
  }

  private void inspections() {
    insert(
        "inspection (id, council_id, framework_code, owner_organisation_id, access_class, embargoed_until)",
        records.inspections(),
        one ->
            "(%d, %d, 'ilacs', %s, %s)"
                .formatted(one.id(), one.area(), owner(one.owner()), access(one.access())));
    sql.append(
        """
        CREATE TEMPORARY TABLE given (id integer, inspection_id integer);
        """);
    insert(
        "given",
        records.inspections().stream().flatMap(RecordsSql::accounts).toList(),
        account -> account);
    sql.append(
        """
        INSERT INTO inspection_source (id, code, kind, title, publisher, published_on, owner_organisation_id)
          SELECT given.id, 'source-' || given.id, 'COUNCIL_PAPER', 'Source ' || given.id, 'x', '2024-06-01', owner_organisation_id
          FROM given JOIN inspection ON inspection.id = inspection_id;
        INSERT INTO inspection_account (id, inspection_id, source_id, owner_key, type_code, starts_on, ends_on, published_on, outcome)
          SELECT given.id, inspection_id, given.id, owner_key, 'ilacs-standard', date '2022-01-03' + given.id % 700,
            date '2022-01-07' + given.id % 700, date '2022-03-01' + given.id % 700, 'Outcome ' || given.id
          FROM given JOIN inspection ON inspection.id = inspection_id;
        INSERT INTO judgement (account_id, owner_key, framework_code, area_code, scale_code, grade_code)
          SELECT given.id, owner_key, 'ilacs', 'overall-effectiveness', 'ofsted-four-point', 'good'
          FROM given JOIN inspection ON inspection.id = inspection_id;
        DROP TABLE given;
        """);
    insert(
        "finding (id, inspection_id, council_id, owner_organisation_id, access_class, embargoed_until, kind, theme_code, text, source)",
        records.findings(),
        RecordsSql::finding);
  }

  private static Stream<String> accounts(Inspection inspection) {
    return inspection.accounts().stream().map(one -> "(%d, %d)".formatted(one, inspection.id()));
  }

  private static String finding(Finding one) {
    return "(%1$d, %2$d, %3$d, %4$s, %5$s, 'STRENGTH', 'front-door', 'Children are seen quickly %1$d', 'Report %1$d')"
        .formatted(
            one.id(),
            one.inspection().id(),
            one.inspection().area(),
            owner(one.owner()),
            access(one.access()));
  }

  private static String intervention(Intervention one) {
    return "(%d, %d, %s, %s, 'ADVISER', date '2023-01-01' + %1$d %% 300, 'Order %1$d')"
        .formatted(one.id(), one.area(), owner(one.owner()), access(one.access()));
  }

  private void homes() {
    insert(
        "childrens_home (id, owner_organisation_id, name)",
        records.homes(),
        one -> "(%1$d, %2$d, 'Home %1$d')".formatted(one.id(), one.owner().id()));
    insert(
        "childrens_home_grade (home_id, owner_organisation_id, as_at, grade_code, source)",
        records.homes(),
        one -> "(%d, %d, '2024-01-01', 'good', 'a test')".formatted(one.id(), one.owner().id()));
    insert(
        "childrens_home_count (id, owner_organisation_id, council_id, access_class, embargoed_until, as_at, grade_code, homes, source)",
        records.homeCounts(),
        RecordsSql::homeCount);
  }

  private static String homeCount(HomeCount one) {
    return "(%1$d, %2$d, %3$d, %4$s, date '2024-01-01' + %1$d, 'good', %1$d %% 7, 'a test')"
        .formatted(one.id(), one.owner().id(), one.owner().area(), access(one.access()));
  }

  private void reviews() {
    insert(
        "review (id, owner_organisation_id, council_id, held_on, title, conclusion, written_by, written_by_name, issued_at)",
        records.reviews(),
        this::review);
    insert(
        "review_point (review_id, owner_organisation_id, position, kind, theme_code, text)",
        records.reviews(),
        one ->
            "(%1$d, %2$d, 1, 'CONCERN', 'front-door', 'Point of %1$d')"
                .formatted(one.id(), one.author().id()));
  }

  private String review(Review one) {
    return "(%1$d, %2$d, %3$d, '2024-05-01', 'Review %1$d', 'x', %4$d, 'Somebody', %5$s)"
        .formatted(
            one.id(),
            one.author().id(),
            one.area(),
            memberOf.applyAsInt(one.author()),
            one.isIssued() ? "now()" : "NULL::timestamptz");
  }

  private void schemes() {
    insert(
        "status_scheme (id, owner_organisation_id, code, name, source)",
        records.schemes(),
        one ->
            "(%1$d, %2$d, 'scheme-%1$d', 'Scheme %1$d', 'a test')"
                .formatted(one.id(), one.owner().id()));
    insert(
        "scheme_status (scheme_id, owner_key, code, name, meaning, state, position)",
        records.schemes(),
        one ->
            "(%d, %d, 'G', 'Green', 'Green of %1$d', 'COMPLETED', 1)"
                .formatted(one.id(), one.owner().id()));
  }

  private void plans() {
    insert(
        "plan (id, owner_organisation_id, council_id, access_class, embargoed_until, name, kind, state, scheme_id, inspection_id,"
            + " parent_plan_id, source, created_by_name)",
        records.plans(),
        RecordsSql::plan);
    sql.append("CREATE TEMPORARY TABLE given (id integer, plan_id integer, place integer);\n");
    insert(
        "given", records.plans().stream().flatMap(RecordsSql::actions).toList(), action -> action);
    sql.append(
        """
        INSERT INTO workstream (id, plan_id, owner_organisation_id, position, name, theme_code)
          SELECT id, id, owner_organisation_id, 1, 'Workstream ' || id, 'front-door' FROM plan;
        INSERT INTO action (id, plan_id, workstream_id, owner_organisation_id, reference, text, original_due_on, due_on, status_code)
          SELECT given.id, plan_id, plan_id, owner_organisation_id, 'A' || given.id, 'Answer the front door ' || given.id,
            date '2024-01-01' + given.id % 700, date '2024-01-01' + given.id % 800, 'G'
          FROM given JOIN plan ON plan.id = plan_id;
        INSERT INTO action_change (id, action_id, owner_organisation_id, changed_by_name, field, kind) OVERRIDING SYSTEM VALUE
          SELECT id, id, owner_organisation_id, 'Somebody', 'text', 'CREATED' FROM action;
        INSERT INTO action_dependency (action_id, depends_on_id, owner_organisation_id)
          SELECT first.id, second.id, owner_organisation_id
          FROM given AS first JOIN given AS second ON second.plan_id = first.plan_id AND second.place = 1
          JOIN plan ON plan.id = first.plan_id WHERE first.place = 0;
        INSERT INTO impact_evidence (id, action_id, owner_organisation_id, recorded_on, text)
          SELECT id, id, owner_organisation_id, '2024-06-01', 'Evidence ' || id FROM action;
        INSERT INTO milestone (id, plan_id, owner_organisation_id, name) SELECT id, id, owner_organisation_id, 'Milestone ' || id FROM plan;
        INSERT INTO milestone_date (milestone_id, owner_organisation_id, due_on, source)
          SELECT id, owner_organisation_id, '2024-09-01', 'a test' FROM milestone;
        INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected)
          SELECT action.id, indicator.id, owner_organisation_id, 'BETTER' FROM action, indicator
          WHERE indicator.code = 're-referrals-percent';
        INSERT INTO record_class_change (id, record_type, record_id, owner_organisation_id, from_class, to_class, changed_by, changed_by_name)
          SELECT id, 'PLAN', id, owner_organisation_id, 'COUNCIL_ONLY', access_class,
            (SELECT min(member.id) FROM member WHERE organisation_id = owner_organisation_id), 'Somebody' FROM plan;
        """);
    reports(records.plans().stream().filter(Plan::hasReport).map(Plan::id).toList());
    sql.append("DROP TABLE given;\n");
  }

  private static String plan(Plan one) {
    @Nullable Scheme scheme = one.scheme();
    @Nullable Inspection inspection = one.inspection();
    return "(%1$d, %2$d, %3$d, %4$s, 'Plan %1$d', 'IMPROVEMENT', 'LIVE', %5$d, %6$s, %7$s, 'Paper %1$d', 'Somebody')"
        .formatted(
            one.id(),
            one.owner().id(),
            one.owner().area(),
            access(one.access()),
            scheme == null ? WorldSql.OFFICIAL : scheme.id(),
            inspection == null ? "NULL::int" : Integer.toString(inspection.id()),
            one.parent() == null ? "NULL::int" : Integer.toString(one.parent()));
  }

  private static Stream<String> actions(Plan plan) {
    return plan.actions().stream()
        .map(one -> "(%d, %d, %d)".formatted(one, plan.id(), plan.actions().indexOf(one)));
  }

  private void reports(List<Integer> plans) {
    sql.append(
        """
        INSERT INTO status_report (id, plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by_name)
          SELECT id, id, owner_organisation_id, '2024-07-01', 'Report ' || id, 'ACTIONS', 'a test', 'Somebody'
          FROM plan WHERE id = ANY ('{%s}');
        INSERT INTO status_report_workstream (report_id, plan_id, workstream_id, position, name)
          SELECT id, plan_id, plan_id, 1, 'Workstream ' || id FROM status_report;
        INSERT INTO status_report_count
          SELECT id, plan_id, plan_id, 'G', 'Green', 'Done', 'COMPLETED', 1, (SELECT count(*) FROM given WHERE plan_id = id)
          FROM status_report;
        INSERT INTO status_report_action (report_id, owner_organisation_id, action_id, workstream_id, reference, text, status_code,
            state, has_impact, times_re_dated, times_reopened)
          SELECT plan_id, owner_organisation_id, action.id, plan_id, reference, text, 'G', 'COMPLETED', false, 0, 0
          FROM action WHERE plan_id IN (SELECT id FROM status_report);
        """
            .formatted(plans.stream().map(String::valueOf).collect(Collectors.joining(","))));
  }

  private void links() {
    insert(
        "finding_action (finding_id, action_id, owner_organisation_id)",
        records.links(),
        one -> "(%d, %d, %d)".formatted(one.finding().id(), one.action(), one.plan().owner().id()));
  }

  private static String access(Access access) {
    return WorldSql.access(access);
  }

  private static String owner(@Nullable Organisation owner) {
    return owner == null ? "NULL::int" : Integer.toString(owner.id());
  }

  private <T> void insert(String into, List<T> things, Function<T, String> row) {
    if (!things.isEmpty()) {
      sql.append("INSERT INTO ")
          .append(into)
          .append(" VALUES\n")
          .append(things.stream().map(row).collect(Collectors.joining(",\n")))
          .append(";\n");
    }
  }
}
