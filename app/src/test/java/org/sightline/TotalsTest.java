package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.SharedWorld.Organisation;
import org.sightline.tenancy.Viewer;

/** How many there are on all pages is counted once, read once and paid for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TotalsTest {
  private static final int WEIGHT = 500;
  private static final String EDGES = "edges { cursor }";

  private TestSightline sightline;
  private SharedWorld world;
  private Viewer viewer;
  private Viewer partner;
  private int plan;

  @BeforeAll
  void start() {
    sightline = TestSightline.empty();
    world = new SharedWorld(sightline.database());
    Organisation owner = world.council("E06000010");
    Organisation other = world.council("E06000014");
    viewer = owner.dataOwnerViewer();
    partner = other.dataOwnerViewer();
    plan = world.key(GrowingList.PLAN, 0);
    world.execute(
        "INSERT INTO workstream (plan_id, owner_organisation_id, position, name) SELECT id, owner_organisation_id, 1, 'All' FROM plan");
    GrowingList.ALL.forEach(
        list -> IntStream.rangeClosed(1, 3).forEach(n -> world.execute(list.adds(), n)));
    world.execute("UPDATE plan SET access_class = 'SHARED'");
    int _ = world.agreement(owner, other).ofDatasets("PLANS").make();
  }

  @AfterAll
  void stop() {
    world.close();
    sightline.close();
  }

  static Stream<GrowingList> lists() {
    return GrowingList.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void underSeveralNamesItIsOneStatement(GrowingList list) {
    long without = statements(list, EDGES);
    long one = statements(list, EDGES + " a: totalCount");
    long three = statements(list, EDGES + " a: totalCount b: totalCount c: totalCount");

    assertThat(one).isEqualTo(list.isOfTheRoot() ? without + 1 : without);
    assertThat(three).isEqualTo(one);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void itCostsWhereItIsAStatementOfItsOwn(GrowingList list) {
    int without = cost(list, EDGES);

    assertThat(cost(list, EDGES + " a: totalCount b: totalCount") - without)
        .isEqualTo(list.isOfTheRoot() ? 2 * WEIGHT : 0);
  }

  @Test
  void underSeveralNamesItIsReadOnce() {
    int one = rowsRead("a: totalCount");
    int two = rowsRead("a: totalCount b: totalCount");

    assertThat(one).isPositive();
    assertThat(two).isEqualTo(one);
  }

  @Test
  void withTheFacetsOfASearchItIsOneStatementToo() {
    String facets = "facets { themes { theme { code } } }";
    String search = "{ findings(search: \"oversight\") { edges { cursor } %s } }";

    assertThat(statements(search.formatted(facets + " a: totalCount b: totalCount")))
        .isEqualTo(statements(search.formatted(facets)));
  }

  private int rowsRead(String counted) {
    world.execute("TRUNCATE access_log");
    JsonNode seen = sightline.ask(partner, "{ plans { %s } }".formatted(counted)).get("plans");
    int rows =
        world.key("SELECT coalesce(sum(row_count), 0)::int FROM access_log WHERE dataset = 'PLANS'")
            - planned();
    assertThat(world.key("SELECT count(*)::int FROM access_log")).isOne();
    assertThat(seen.get("a").asInt()).isEqualTo(rows);
    return rows;
  }

  /** What the page has read beside: its plans, whether or not they are asked for. */
  private int planned() {
    return world.key("SELECT least(21, count(*))::int FROM plan");
  }

  private int cost(GrowingList list, String selection) {
    return sightline
        .wholeAnswer(viewer, list.document(plan, "first: 2", selection))
        .at("/extensions/cost/requested")
        .asInt();
  }

  private long statements(GrowingList list, String selection) {
    return statements(list.document(plan, "first: 2", selection));
  }

  private long statements(String document) {
    StatementCount count = sightline.get(StatementCount.class);
    count.reset();
    JsonNode _ = sightline.ask(viewer, document);
    return count.total();
  }
}
