package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Viewer;

/** Whoever pages through a list, while others add to it, sees what stood once and nothing twice. */
class PagesTest {
  private static final String OURS = "(SELECT id FROM organisation WHERE code = 'e06000010')";
  private static final String COUNCIL =
      "(SELECT council_id FROM organisation WHERE code = 'e06000010')";
  private static final String US = "(SELECT id FROM member WHERE subject = 'e06000010-owner')";
  private static final String AT = "timestamptz '2025-01-01' + make_interval(mins => ?::int)";
  private static final String ID = "id";

  private static final String INSPECTED =
      """
      WITH place AS (SELECT ?::int AS n),
      inspected AS (
        INSERT INTO inspection (council_id, framework_code, access_class)
        SELECT $council, 'ilacs', 'PUBLISHED' RETURNING id, council_id),
      told AS (
        INSERT INTO inspection_source (code, kind, title, publisher)
        SELECT 'report-' || n, 'REPORT', 'A report', 'Ofsted' FROM place RETURNING id),
      found AS (
        INSERT INTO finding (inspection_id, council_id, access_class, kind, theme_code, text, source)
        SELECT id, council_id, 'PUBLISHED', 'STRENGTH', 'workforce', 'Oversight is good', 'a test' FROM inspected)
      INSERT INTO inspection_account (inspection_id, source_id, starts_on)
      SELECT inspected.id, told.id, date '2020-01-01' + place.n FROM inspected, told, place
      """;

  private static final String ACTED =
      """
      WITH place AS (SELECT ?::int AS n),
      acted AS (
        INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text, created_at)
        SELECT plan_id, id, owner_organisation_id, '1.' || n, 'Hold oversight', timestamptz '2025-01-01' + make_interval(mins => n)
        FROM workstream, place RETURNING id, owner_organisation_id)
      INSERT INTO action_indicator (action_id, indicator_id, owner_organisation_id, expected)
      SELECT acted.id, indicator.id, acted.owner_organisation_id, 'DOWN' FROM acted, indicator
      WHERE indicator.code = 're-referrals-percent'
      """;

  private static final String PLAN =
      """
      INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name, created_at)
      SELECT $ours, $council, 'COUNCIL_ONLY', 'A plan ' || gen_random_uuid(), 'IMPROVEMENT', 'LIVE', id, 'Somebody', $at
      FROM status_scheme WHERE owner_organisation_id IS NULL AND code = 'brag' RETURNING id
      """;

  /** How something is added to each list, at a place that grows with the number, and asked. */
  private static final Map<String, Added> LISTS =
      Map.ofEntries(
          Map.entry(
              "Query.accessLog",
              new Added(
                  "requestId",
                  """
                  INSERT INTO access_log (at, owner_organisation_id, dataset, reader_member_id, reader_organisation_id,
                    reader_name, request_id, document, kind, row_count)
                  SELECT $at, $ours, 'PLANS', id, organisation_id, name, gen_random_uuid()::text, '{ x }', 'READ', 1
                  FROM member WHERE subject = 'e06000014-owner'
                  """)),
          Map.entry(
              "Query.imports",
              new Added(
                  ID,
                  """
                  INSERT INTO import_run (owner_organisation_id, file_name, mapping, release_code, state, phase, bytes_total, started_at)
                  SELECT $ours, 'x', 'none', 'none', 'RUNNING', 'READING', 1, $at
                  """)),
          Map.entry("Query.inspections", new Added(ID, INSPECTED)),
          Map.entry("Query.findings", new Added(ID, INSPECTED)),
          Map.entry("Query.findingsToImpact", new Added("finding { id }", INSPECTED)),
          Map.entry("Query.plans", new Added(ID, PLAN)),
          Map.entry("Plan.actions", new Added(ID, ACTED)),
          Map.entry("Query.actions", new Added(ID, ACTED)),
          Map.entry("Query.actionsForIndicator", new Added("action { id }", ACTED)),
          Map.entry(
              "Plan.statusReports",
              new Added(
                  ID,
                  """
                  INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, made_from, source, issued_by_name)
                  SELECT id, owner_organisation_id, date '2020-01-01' + ?::int, 'A report', 'ACTIONS', 'a test', 'Somebody' FROM plan
                  """)),
          Map.entry(
              "Query.reviews",
              new Added(
                  ID,
                  """
                  INSERT INTO review (owner_organisation_id, council_id, held_on, title, conclusion, written_by, written_by_name, created_at)
                  SELECT $ours, $council, '2025-01-01', 'A review', 'Good', $us, 'Somebody', $at
                  """)),
          Map.entry(
              "Query.sharingAgreements",
              new Added(
                  ID,
                  """
                  INSERT INTO sharing_agreement (owner_organisation_id, recipient_organisation_id, recipient_kind, datasets, purpose,
                    onward_publication, foi_answered_by, valid_from, valid_to, proposed_by_organisation_id, proposed_by, proposed_at)
                  SELECT $ours, id, kind, '{INDICATORS}', 'x', 'NONE', 'OWNER', now(), now() + interval '1 day', $ours, $us, $at
                  FROM organisation WHERE code = 'e06000014'
                  """)));

  private static final Map<String, String> MORE =
      Map.of("Query.actionsForIndicator", "indicator: \"re-referrals-percent\", ");

  private TestSightline sightline;
  private SharedWorld world;
  private Viewer viewer;
  private int plan;

  /**
   * How a list grows.
   *
   * @param key what tells its items apart
   * @param sql has one parameter, the place
   */
  private record Added(String key, String sql) {}

  @BeforeEach
  void fill() {
    sightline = TestSightline.empty();
    world = new SharedWorld(sightline.database());
    viewer = world.council("E06000010").dataOwnerViewer();
    Viewer _ = world.council("E06000014").dataOwnerViewer();
    plan = world.key(written(PLAN), 0);
    world.execute(
        "INSERT INTO workstream (plan_id, owner_organisation_id, position, name) SELECT id, owner_organisation_id, 1, 'All' FROM plan");
  }

  @AfterEach
  void empty() {
    world.close();
    sightline.close();
  }

  static Stream<String> lists() {
    return LISTS.keySet().stream().sorted();
  }

  @Test
  void everyConnectionIsTried() {
    GraphQLSchema schema = sightline.get(GraphQLSchema.class);
    List<String> connections =
        schema.getAllTypesAsList().stream()
            .filter(GraphQLObjectType.class::isInstance)
            .map(GraphQLObjectType.class::cast)
            .flatMap(
                type ->
                    type.getFieldDefinitions().stream()
                        .filter(
                            field ->
                                GraphQLTypeUtil.unwrapAll(field.getType())
                                    .getName()
                                    .endsWith("Connection"))
                        .map(field -> type.getName() + "." + field.getName()))
            .toList();

    assertThat(LISTS.keySet()).containsExactlyInAnyOrderElementsOf(connections);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void whatStoodIsSeenOnceAndNothingTwiceWhateverIsAddedMeanwhile(String list) {
    IntStream.rangeClosed(1, 6).forEach(n -> add(list, 100 * n));
    List<String> standing = keys(page(list, "first: 100"));
    List<String> seen = new ArrayList<>();
    String after = "";
    boolean isMore = true;
    for (int turn = 0; isMore; turn++) {
      assertThat(turn).as("pages end").isLessThan(50);
      JsonNode page = page(list, "first: 2" + after);
      seen.addAll(keys(page));
      after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asText());
      isMore = page.at("/pageInfo/hasNextPage").asBoolean();
      assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isEqualTo(turn > 0);
      if (turn < 3) {
        add(list, 650 + turn);
        add(list, 50 + turn);
        add(list, 350 + turn);
      }
    }

    assertThat(standing).hasSizeGreaterThanOrEqualTo(6);
    assertThat(seen).doesNotHaveDuplicates().containsSubsequence(standing);
    assertThat(seen.size()).isGreaterThan(standing.size());
    assertThat(page(list, "first: 1").get("totalCount").asInt()).isEqualTo(standing.size() + 9);
  }

  private void add(String list, int place) {
    world.execute(written(of(list).sql()), place);
  }

  private static Added of(String list) {
    return Objects.requireNonNull(LISTS.get(list));
  }

  private static String written(String sql) {
    return sql.replace("$ours", OURS)
        .replace("$council", COUNCIL)
        .replace("$us", US)
        .replace("$at", AT);
  }

  private static List<String> keys(JsonNode page) {
    List<String> keys = new ArrayList<>();
    page.get("edges").forEach(edge -> keys.add(edge.get("node").toString()));
    return keys;
  }

  private JsonNode page(String list, String arguments) {
    String field = list.substring(list.indexOf('.') + 1);
    String asked =
        "%s(%s%s) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { %s } } }"
            .formatted(field, MORE.getOrDefault(list, ""), arguments, of(list).key());
    if (list.startsWith("Query.")) {
      return sightline.ask(viewer, "{ " + asked + " }").get(field);
    }
    String id = new GlobalId("Plan", String.valueOf(plan)).encoded();
    return sightline
        .ask(viewer, "{ node(id: \"%s\") { ... on Plan { %s } } }".formatted(id, asked))
        .at("/node/" + field);
  }
}
