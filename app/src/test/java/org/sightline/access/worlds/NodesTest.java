package org.sightline.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.BesideOthers;
import org.sightline.StatementCount;
import org.sightline.TestSightline;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NotFound;
import org.sightline.tenancy.Viewer;

/** Every entity comes back by its id, alone and among others, for whoever may see it. */
@BesideOthers
@Order(BesideOthers.FIRST)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodesTest {
  private static final int MOST = 100;

  /** What everybody may read and the worlds' documents leave out. */
  private static final String PUBLIC =
      """
      { council(code: "E06000010") { id region { id } }
        councils { id } regions { id } indicators { id releases { id } }
        benchmark(indicator: "children-looked-after-rate") { standings { area { ... on Node { id } } } } }
      """;

  /** Types with an id that is not theirs to be found by, and why. */
  private static final Map<String, String> NO_NODES =
      Map.of(
          "MemberName", "its id is that of the member, of whom everybody else sees the name alone",
          "TimelineEntry", "made for one timeline of what has ids of its own",
          "RecordAccessChange", "a line of a record's history, seen with the record");

  private WorldDatabase database;
  private World world;
  private Map<String, Set<String>> known;

  @BeforeAll
  void ask() throws SQLException {
    database = new WorldDatabase();
    world = database.hold(1);
    known = new TreeMap<>();
    for (Viewer viewer : viewers().toList()) {
      for (String document : database.documents().of(world).values()) {
        learn(database.sightline().answer(viewer, document));
      }
    }
    learn(database.sightline().answer(Viewer.ANONYMOUS, PUBLIC));
    // Only a benchmark whose file writes two councils as one gives it, and the worlds have none.
    known.put("JointReturn", new TreeSet<>(Set.of(new GlobalId("JointReturn", "901").encoded())));
    known.keySet().retainAll(nodeTypes());
  }

  @AfterAll
  void stop() throws SQLException {
    database.close();
  }

  @Test
  void everyTypeThatHasAnIdIsANodeThatOneSourceFinds() {
    List<String> withId =
        database.schema().getAllTypesAsList().stream()
            .filter(GraphQLObjectType.class::isInstance)
            .map(GraphQLObjectType.class::cast)
            .filter(type -> !type.getName().startsWith("__"))
            .filter(type -> type.getFieldDefinition("id") != null)
            .map(GraphQLObjectType::getName)
            .filter(type -> !NO_NODES.containsKey(type))
            .toList();
    List<String> sources =
        database.sightline().get(ApplicationContext.class).getBeansOfType(NodeSource.class).stream()
            .map(NodeSource::typeName)
            .toList();

    assertThat(nodeTypes()).containsExactlyInAnyOrderElementsOf(withId);
    assertThat(sources).containsExactlyInAnyOrderElementsOf(withId);
  }

  @Test
  void anIdThatWasGivenIsThatOfTheSameThingWhoeverMaySeeIt() {
    assertThat(known.keySet()).containsAll(nodeTypes());
    Set<String> found = new TreeSet<>();
    for (Viewer viewer : viewers().toList()) {
      known.forEach(
          (type, ids) -> {
            for (String id : ids) {
              JsonNode node = node(viewer, id);
              assertThat(node.isNull() || node.equals(told(type, id)))
                  .as("%s %s", type, node)
                  .isTrue();
              if (!node.isNull()) {
                found.add(id);
              }
            }
          });
    }

    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            known.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
  }

  @Test
  void amongOthersEachIsWhatItIsAloneInItsPlaceAndWhatIsHiddenIsAsWhatIsNone() {
    List<String> ids = new ArrayList<>(all());
    ids.addAll(1, List.of("", "nonsense", new GlobalId("Nothing", "1").encoded()));
    nodeTypes().forEach(type -> ids.add(new GlobalId(type, "999999").encoded()));
    ids.add(new GlobalId("Council", "01").encoded());
    ids.add(ids.getFirst());
    for (Viewer viewer : viewers().toList()) {
      for (int from = 0; from < ids.size(); from += MOST) {
        List<String> some = ids.subList(from, Math.min(ids.size(), from + MOST));
        JsonNode nodes = nodes(viewer, some);
        assertThat(nodes).hasSameSizeAs(some);
        for (int i = 0; i < some.size(); i++) {
          assertThat(nodes.get(i)).as(some.get(i)).isEqualTo(node(viewer, some.get(i)));
        }
      }
    }
  }

  @Test
  void manyTakeTheStatementsOfOneOfEachType() {
    // Two of each, because a single one may be of the few that need nothing more to be looked up.
    List<String> few = seen(2);
    List<String> many = seen(4);

    assertThat(many.size()).isGreaterThan(few.size() + 10);
    assertThat(statements(many)).isEqualTo(statements(few));
  }

  @Test
  void asManyAreAskedAsAListMayHold() {
    String id = all().getFirst();
    StatementCount count = database.sightline().get(StatementCount.class);
    count.reset();
    JsonNode refused =
        database
            .sightline()
            .answer(Viewer.ANONYMOUS, document(Stream.generate(() -> id).limit(201).toList()));

    assertThat(refused.at("/errors/0/extensions/limit/name").asText()).isEqualTo("list-entries");
    assertThat(count.total() + count.connections()).isZero();
    assertThat(nodes(Viewer.ANONYMOUS, Stream.generate(() -> id).limit(200).toList())).hasSize(200);
    assertThat(nodes(Viewer.ANONYMOUS, List.of())).isEmpty();
  }

  private Stream<Viewer> viewers() {
    TestSightline sightline = database.sightline();
    return Stream.concat(
        Stream.of(Viewer.ANONYMOUS),
        world.people().stream()
            .map(person -> new Viewer(person.subject()))
            .filter(one -> !sightline.answer(one, "{ node(id: \"\") { id } }").has("errors"))
            .limit(4));
  }

  private void learn(JsonNode answer) {
    for (String id : answer.findValuesAsText("id")) {
      type(id).ifPresent(type -> known.computeIfAbsent(type, _ -> new TreeSet<>()).add(id));
    }
  }

  /** Of those in {@link #NO_NODES} some have ids of another form. */
  private static Optional<String> type(String id) {
    try {
      return Optional.of(GlobalId.decode(id).type());
    } catch (NotFound e) {
      return Optional.empty();
    }
  }

  private List<String> all() {
    return known.values().stream().flatMap(ids -> ids.stream().limit(12)).toList();
  }

  private Collection<String> nodeTypes() {
    GraphQLInterfaceType node =
        (GraphQLInterfaceType) Objects.requireNonNull(database.schema().getType("Node"));
    return Objects.requireNonNull(database.schema().getImplementations(node)).stream()
        .map(GraphQLObjectType::getName)
        .toList();
  }

  /** Some of each type that everybody sees: what is read of others is logged by statements too. */
  private List<String> seen(int most) {
    return known.values().stream()
        .flatMap(ids -> ids.stream().filter(id -> !node(Viewer.ANONYMOUS, id).isNull()).limit(most))
        .toList();
  }

  private long statements(List<String> ids) {
    StatementCount count = database.sightline().get(StatementCount.class);
    JsonNode _ = nodes(Viewer.ANONYMOUS, ids);
    count.reset();
    JsonNode _ = nodes(Viewer.ANONYMOUS, ids);
    return count.total();
  }

  private JsonNode node(Viewer viewer, String id) {
    return database
        .sightline()
        .ask(viewer, "{ node(id: \"%s\") { __typename id } }".formatted(id))
        .get("node");
  }

  private JsonNode nodes(Viewer viewer, List<String> ids) {
    return database.sightline().ask(viewer, document(ids)).get("nodes");
  }

  private static String document(List<String> ids) {
    return "{ nodes(ids: [%s]) { __typename id } }"
        .formatted(ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", ")));
  }

  private static JsonNode told(String type, String id) {
    return JsonNodeFactory.instance.objectNode().put("__typename", type).put("id", id);
  }
}
