package org.sightline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Viewer;

/**
 * A list that goes on page by page, and how it grows and shrinks.
 *
 * @param field with its type before it
 * @param more arguments, each with a comma behind it
 * @param key what tells its items apart
 * @param adds has one parameter: the place, at which several may stand
 * @param removes has one parameter: the key of an item, as a text
 */
record GrowingList(
    String name, String field, String more, String key, String adds, String removes) {
  private static final String OURS = "(SELECT id FROM organisation WHERE code = 'e06000010')";
  private static final String COUNCIL =
      "(SELECT council_id FROM organisation WHERE code = 'e06000010')";
  private static final String US = "(SELECT id FROM member WHERE subject = 'e06000010-owner')";
  private static final String AT = "timestamptz '2025-01-01' + make_interval(mins => ?::int)";
  private static final String DAY = "date '2020-01-01' + place.n";
  private static final String ID = "id";

  private static final String INSPECTED =
      """
      WITH place AS (SELECT ?::int AS n),
      inspected AS (
        INSERT INTO inspection (council_id, framework_code, access_class)
        SELECT $council, 'ilacs', 'PUBLISHED' RETURNING id, council_id),
      told AS (
        INSERT INTO inspection_source (code, kind, title, publisher)
        SELECT 'report-' || gen_random_uuid(), 'REPORT', 'A report', 'Ofsted' RETURNING id),
      found AS (
        INSERT INTO finding (inspection_id, council_id, access_class, kind, theme_code, text, source)
        SELECT id, council_id, 'PUBLISHED', 'STRENGTH', 'workforce', 'Oversight is good', 'a test' FROM inspected)
      INSERT INTO inspection_account (inspection_id, source_id, starts_on)
      SELECT inspected.id, told.id, $day FROM inspected, told, place
      """;

  /** Of several at one place each has a zero more in its reference, which counts for nothing. */
  private static final String ACTED =
      """
      WITH place AS (SELECT ?::int AS n),
      named AS (
        SELECT n, '1.' || repeat('0', (SELECT count(*)::int FROM action WHERE in_order = natural_order('1.' || n))) || n AS reference
        FROM place),
      acted AS (
        INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text, created_at)
        SELECT plan_id, id, owner_organisation_id, reference, 'Hold oversight', timestamptz '2025-01-01' + make_interval(mins => n)
        FROM workstream, named RETURNING id, owner_organisation_id)
      INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected)
      SELECT acted.id, indicator.id, acted.owner_organisation_id, 'DOWN' FROM acted, indicator
      WHERE indicator.code = 're-referrals-percent'
      """;

  /** A plan at a place. */
  static final String PLAN =
      written(
          """
          INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name, created_at)
          SELECT $ours, $council, 'COUNCIL_ONLY', 'A plan ' || gen_random_uuid(), 'IMPROVEMENT', 'LIVE', id, 'Somebody', $at
          FROM status_scheme WHERE owner_organisation_id IS NULL AND code = 'brag' RETURNING id
          """);

  private static final String ACTION_GONE =
      "UPDATE action SET removed_at = now() WHERE id::text = ?";
  private static final String FINDING_GONE = "DELETE FROM finding WHERE id::text = ?";
  private static final String INSPECTION_GONE =
      """
      WITH gone AS (SELECT ?::int AS id),
      found AS (DELETE FROM finding USING gone WHERE inspection_id = gone.id),
      told AS (DELETE FROM inspection_account USING gone WHERE inspection_id = gone.id)
      DELETE FROM inspection USING gone WHERE inspection.id = gone.id
      """;

  /** One for each connection of the schema. */
  static final List<GrowingList> ALL =
      List.of(
          new GrowingList(
              "Query.accessLog",
              "",
              "requestId",
              """
              INSERT INTO access_log (at, owner_organisation_id, dataset, reader_member_id, reader_organisation_id,
                reader_name, request_id, document, kind, row_count)
              SELECT $at, $ours, 'PLANS', id, organisation_id, name, gen_random_uuid()::text, '{ x }', 'READ', 1
              FROM member WHERE subject = 'e06000014-owner'
              """,
              "DELETE FROM access_log WHERE request_id = ?"),
          new GrowingList(
              "Query.imports",
              "",
              ID,
              """
              INSERT INTO import_run (owner_organisation_id, file_name, mapping, release_code, state, phase, bytes_total, started_at)
              SELECT $ours, 'x', 'none', 'none', 'RUNNING', 'READING', 1, $at
              """,
              "DELETE FROM import_run WHERE id::text = ?"),
          new GrowingList("Query.inspections", "", ID, INSPECTED, INSPECTION_GONE),
          new GrowingList("Query.findings", "", ID, INSPECTED, FINDING_GONE),
          new GrowingList("Query.findingsToImpact", "", "finding { id }", INSPECTED, FINDING_GONE),
          new GrowingList(
              "Query.plans",
              "",
              ID,
              PLAN,
              """
              WITH gone AS (SELECT ?::int AS id),
              parts AS (DELETE FROM workstream USING gone WHERE plan_id = gone.id)
              DELETE FROM plan USING gone WHERE plan.id = gone.id
              """),
          new GrowingList("Plan.actions", "", ID, ACTED, ACTION_GONE),
          new GrowingList("Query.actions", "", ID, ACTED, ACTION_GONE),
          new GrowingList(
              "Query.actionsForIndicator",
              "indicator: \"re-referrals-percent\", ",
              "action { id }",
              ACTED,
              ACTION_GONE),
          new GrowingList(
              "Plan.statusReports",
              "earlierRevisions: true, ",
              ID,
              """
              INSERT INTO status_report (plan_id, owner_organisation_id, as_at, revision, title, made_from, source, issued_by_name)
              SELECT plan.id, plan.owner_organisation_id, place.day,
                1 + (SELECT count(*) FROM status_report WHERE as_at = place.day), 'A report', 'ACTIONS', 'a test', 'Somebody'
              FROM plan, (SELECT date '2020-01-01' + ?::int AS day) AS place
              """,
              "DELETE FROM status_report WHERE id::text = ?"),
          new GrowingList(
              "Query.reviews",
              "",
              ID,
              """
              INSERT INTO review (owner_organisation_id, council_id, held_on, title, conclusion, written_by, written_by_name, created_at)
              SELECT $ours, $council, '2025-01-01', 'A review', 'Good', $us, 'Somebody', $at
              """,
              "DELETE FROM review WHERE id::text = ?"),
          new GrowingList(
              "Query.sharingAgreements",
              "",
              ID,
              """
              INSERT INTO sharing_agreement (owner_organisation_id, recipient_organisation_id, recipient_kind, datasets, purpose,
                onward_publication, foi_answered_by, valid_from, valid_to, proposed_by_organisation_id, proposed_by, proposed_at)
              SELECT $ours, id, kind, '{INDICATORS}', 'x', 'NONE', 'OWNER', now(), now() + interval '1 day', $ours, $us, $at
              FROM organisation WHERE code = 'e06000014'
              """,
              "DELETE FROM sharing_agreement WHERE id::text = ?"));

  /** The same lists where all items are ordered alike for another reason than one instant. */
  private static final List<GrowingList> ALIKE =
      List.of(
          of("Query.inspections").called("inspections of no known day").undated(),
          of("Query.findings").called("findings of no known day").undated(),
          of("Query.findingsToImpact").called("impact of no known day").undated(),
          of("Query.findings").called("findings that fit alike").searched(),
          of("Query.findingsToImpact").called("impact that fits alike").searched(),
          of("Query.actions").called("actions that fit alike").searched());

  GrowingList(String field, String more, String key, String adds, String removes) {
    this(field, field, more, key, written(adds.replace("$day", DAY)), removes);
  }

  /** Each list in every way in which its items can be ordered alike. */
  static Stream<GrowingList> alike() {
    return Stream.concat(ALL.stream(), ALIKE.stream());
  }

  private static GrowingList of(String field) {
    return ALL.stream().filter(list -> list.field().equals(field)).findFirst().orElseThrow();
  }

  private GrowingList called(String other) {
    return new GrowingList(other, field, more, key, adds, removes);
  }

  private GrowingList undated() {
    return new GrowingList(
        name, field, more, key, adds.replace(DAY, "nullif(place.n, place.n)::text::date"), removes);
  }

  private GrowingList searched() {
    return new GrowingList(name, field, "search: \"oversight\", ", key, adds, removes);
  }

  private static String written(String sql) {
    return sql.replace("$ours", OURS)
        .replace("$council", COUNCIL)
        .replace("$us", US)
        .replace("$at", AT);
  }

  boolean isOfTheRoot() {
    return field.startsWith("Query.");
  }

  /** The connection, of a plan where it is no root's. */
  JsonNode page(
      TestSightline sightline, Viewer viewer, int plan, String arguments, String selection) {
    JsonNode data = sightline.ask(viewer, document(plan, arguments, selection));
    return isOfTheRoot() ? data.get(fieldName()) : data.at("/node/" + fieldName());
  }

  /** How it is asked. */
  String document(int plan, String arguments, String selection) {
    String asked = "%s(%s%s) { %s }".formatted(fieldName(), more, arguments, selection);
    String id = new GlobalId("Plan", String.valueOf(plan)).encoded();
    return isOfTheRoot()
        ? "{ " + asked + " }"
        : "{ node(id: \"%s\") { ... on Plan { %s } } }".formatted(id, asked);
  }

  private String fieldName() {
    return field.substring(field.indexOf('.') + 1);
  }

  /** What tells the items of a page apart. */
  List<String> keys(JsonNode page) {
    List<String> keys = new ArrayList<>();
    page.get("edges").forEach(edge -> keys.add(edge.get("node").toString()));
    return keys;
  }

  /** The key of the last item of a page, as the tables have it. */
  String lastKey(JsonNode page) {
    JsonNode node = page.at("/edges/" + (page.get("edges").size() - 1) + "/node");
    return node.findValues(ID).stream()
        .findFirst()
        .map(id -> GlobalId.decode(id.asText()).key())
        .orElseGet(() -> node.get(key).asText());
  }

  @Override
  public String toString() {
    return name;
  }
}
