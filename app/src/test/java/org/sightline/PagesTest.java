package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.tenancy.Viewer;

/**
 * Whoever pages through a list, while others add to it or remove from it, sees what stood once and
 * nothing twice.
 */
@BesideOthers
@Order(BesideOthers.FIRST)
class PagesTest {
  private TestSightline sightline;
  private SharedWorld world;
  private Viewer viewer;
  private int plan;

  @BeforeEach
  void fill() {
    sightline = TestSightline.empty();
    world = new SharedWorld(sightline.database());
    viewer = world.council("E06000010").dataOwnerViewer();
    Viewer _ = world.council("E06000014").dataOwnerViewer();
    plan = world.key(GrowingList.PLAN, 0);
    world.execute(
        "INSERT INTO workstream (plan_id, owner_organisation_id, position, name) SELECT id, owner_organisation_id, 1, 'All' FROM plan");
  }

  @AfterEach
  void empty() {
    world.close();
    sightline.close();
  }

  static Stream<GrowingList> lists() {
    return GrowingList.ALL.stream();
  }

  static Stream<GrowingList> alike() {
    return GrowingList.alike();
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

    assertThat(lists().map(GrowingList::field)).containsExactlyInAnyOrderElementsOf(connections);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void whatStoodIsSeenOnceAndNothingTwiceWhateverIsAddedMeanwhile(GrowingList list) {
    IntStream.rangeClosed(1, 6).forEach(n -> add(list, 100 * n));
    List<String> standing = list.keys(page(list, "first: 100"));

    List<String> seen =
        seen(
            list,
            (_, turn) -> {
              if (turn < 3) {
                add(list, 650 + turn);
                add(list, 50 + turn);
                add(list, 350 + turn);
              }
            });

    assertThat(standing).hasSizeGreaterThanOrEqualTo(6);
    assertThat(seen).doesNotHaveDuplicates().containsSubsequence(standing);
    assertThat(seen.size()).isGreaterThan(standing.size());
    assertThat(page(list, "first: 1").get("totalCount").asInt()).isEqualTo(standing.size() + 9);
  }

  @ParameterizedTest
  @MethodSource("alike")
  void whatIsOrderedAlikeIsSeenOnceOverTheBordersOfPages(GrowingList list) {
    IntStream.rangeClosed(1, 7).forEach(_ -> add(list, 100));
    List<String> standing = list.keys(page(list, "first: 100"));

    assertThat(standing).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates();
    assertThat(seen(list, (_, _) -> {})).isEqualTo(standing);
  }

  @ParameterizedTest
  @MethodSource("alike")
  void whenTheItemOfTheCursorIsGoneThePageGoesOnBehindItsPlace(GrowingList list) {
    IntStream.of(100, 200, 200, 200, 200, 200, 300).forEach(place -> add(list, place));
    List<String> standing = list.keys(page(list, "first: 100"));

    List<String> seen = seen(list, (page, _) -> world.execute(list.removes(), list.lastKey(page)));

    assertThat(standing).hasSizeGreaterThanOrEqualTo(7);
    assertThat(seen).isEqualTo(standing);
    assertThat(page(list, "first: 1").get("totalCount").asInt()).isLessThan(standing.size() - 2);
  }

  /** All of a list, two by two, with something done after each page. */
  private List<String> seen(GrowingList list, BiConsumer<JsonNode, Integer> between) {
    List<String> seen = new ArrayList<>();
    String after = "";
    boolean isMore = true;
    for (int turn = 0; isMore; turn++) {
      assertThat(turn).as("pages end").isLessThan(50);
      JsonNode page = page(list, "first: 2" + after);
      seen.addAll(list.keys(page));
      after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asText());
      isMore = page.at("/pageInfo/hasNextPage").asBoolean();
      assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isEqualTo(turn > 0);
      between.accept(page, turn);
    }
    return seen;
  }

  private void add(GrowingList list, int place) {
    world.execute(list.adds(), place);
  }

  private JsonNode page(GrowingList list, String arguments) {
    return list.page(
        sightline,
        viewer,
        plan,
        arguments,
        "totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { %s } }"
            .formatted(list.key()));
  }
}
