package org.sightline.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;
import org.sightline.graphql.RoomFields;

/** What is said at start of a schema and rooms that do not fit together. */
final class SchemaAssemblyTest {
  private static final String SCHEMA =
      "type Query { council: Council } type Council { name: String region: String }";

  private static final String COUNCIL = "type Query { council: Council } type Council { name: ID }";

  private static final String NODES =
      "type Query { council: Node } interface Node { id: ID } type Council implements Node { id: ID }";

  private static final String ASKED_BY_TOWN =
      "type Query { council(in: Town): String } enum Town { HULL YORK }";

  enum Town {
    HULL,
    YORK
  }

  record Placed(Town town) {}

  record Spread(List<Town> towns) {}

  record Identified(String id) {}

  record Loose(@Nullable String name, List<@Nullable String> codes) {}

  /** Answers the one question, and declares enums. */
  private record Declaring(Map<String, Class<? extends Enum<?>>> enums) implements RoomFields {
    @Override
    public void wire(RuntimeWiring.Builder wiring) {
      wiring.type("Query", query -> query.dataFetcher("council", any -> ""));
    }
  }

  /** Answers the one question, and backs types by records. */
  private static final class Backed implements RoomFields {
    private final Map<String, Class<? extends Record>> records;
    private final List<String> resolved;

    Backed(Map<String, Class<? extends Record>> records, String... resolved) {
      this.records = records;
      this.resolved = List.of(resolved);
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
      wiring.type("Query", query -> query.dataFetcher("council", any -> ""));
      resolved.forEach(name -> wiring.type(name, type -> type.typeResolver(_ -> null)));
    }

    @Override
    public Map<String, Class<? extends Record>> records() {
      return records;
    }
  }

  /** Stands behind Council and lacks its region. */
  record Named(String name) {}

  @Test
  void namesTheRootFieldThatNobodyAnswers() {
    fails(
        wiring -> {},
        "No room answers the field Council.name. No room answers the field Council.region. No room"
            + " answers the field Query.council.");
  }

  @Test
  void namesTheFetcherOfNoField() {
    fails(
        wiring ->
            wiring.type(
                "Query",
                query -> query.dataFetcher("council", any -> "").dataFetcher("councl", any -> "")),
        "A room answers Query.councl, which the schema does not have. Did you mean 'council'? No room"
            + " answers the field Council.name. No room answers the field Council.region.");
  }

  @Test
  void namesTheFieldThatTheRecordLacks() {
    RoomFields room =
        new RoomFields() {
          @Override
          public void wire(RuntimeWiring.Builder wiring) {
            wiring.type("Query", query -> query.dataFetcher("council", any -> new Named("Hull")));
          }

          @Override
          public Map<String, Class<? extends Record>> records() {
            return Map.of("Council", Named.class, "Borough", Named.class);
          }
        };
    fails(
        room,
        "No room answers the field Council.region. The schema has no object type Borough, which a"
            + " room backs.");
  }

  @Test
  void namesTheFieldOfATypeThatNoRecordBacks() {
    fails(
        wiring -> wiring.type("Query", query -> query.dataFetcher("council", any -> "")),
        "No room answers the field Council.name. No room answers the field Council.region.");
  }

  @Test
  void namesTheTypeThatNoRootLeadsTo() {
    fails(
        COUNCIL + " type Borough { town: Town } input Size { most: Int } enum Town { HULL YORK }",
        new Backed(Map.of("Council", Named.class, "Borough", Placed.class)),
        List.of(),
        "No root field leads to the type Borough. No root field leads to the type Size. No root"
            + " field leads to the type Town.");
  }

  @Test
  void namesTheNodeThatNoIdFinds() {
    fails(
        NODES,
        new Backed(Map.of("Council", Identified.class), "Node"),
        List.of(),
        "No room finds a Council by its id, although it is a Node.");
  }

  @Test
  void namesTheSourceOfWhatIsNoNodeAndTheSecondOfOne() {
    fails(
        NODES,
        new Backed(Map.of("Council", Identified.class), "Node"),
        List.of(source("Council"), source("Council"), source("Borough")),
        "A room finds Borough by an id, which is no Node of the schema. More than one room finds a"
            + " Council by its id.");
  }

  @Test
  void namesTheEnumValueThatJavaLacks() {
    fails(
        "type Query { council: Council } type Council { town: Town } enum Town { HULL YORK GOOLE }",
        new Backed(Map.of("Council", Placed.class)),
        List.of(),
        "The enum Town has GOOLE, which Town lacks.");
  }

  @Test
  void namesTheEnumValueThatTheSchemaLacks() {
    fails(
        "type Query { council: Council } type Council { towns: [Town!]! } enum Town { HULL }",
        new Backed(Map.of("Council", Spread.class)),
        List.of(),
        "The enum Town lacks YORK, which Town has.");
  }

  @Test
  void namesTheEnumOfAnArgumentThatNoRoomDeclares() {
    fails(
        ASKED_BY_TOWN,
        new Declaring(Map.of()),
        List.of(),
        "No room declares the enum of Java for the enum Town.");
  }

  @Test
  void namesTheValuesThatADeclaredEnumAndTheSchemaLack() {
    fails(
        ASKED_BY_TOWN.replace("YORK", "GOOLE"),
        new Declaring(Map.of("Town", Town.class)),
        List.of(),
        "The enum Town has GOOLE, which Town lacks. The enum Town lacks YORK, which Town has.");
  }

  @Test
  void namesTheEnumThatIsDeclaredForNone() {
    fails(
        ASKED_BY_TOWN,
        new Declaring(Map.of("Town", Town.class, "Query", Town.class)),
        List.of(),
        "The schema has no enum Query, for which a room declares one of Java.");
  }

  @Test
  void namesTheEnumThatIsDeclaredTwice() {
    RoomFields first = new Declaring(Map.of("Town", Town.class));
    RoomFields second =
        new RoomFields() {
          @Override
          public void wire(RuntimeWiring.Builder wiring) {}

          @Override
          public Map<String, Class<? extends Enum<?>>> enums() {
            return first.enums();
          }
        };
    Map<String, String> texts = Map.of("all.graphqls", ASKED_BY_TOWN);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> SchemaAssembly.assemble(texts, List.of(first, second)))
        .withMessage("More than one enum of Java is declared for the enum Town.");
  }

  @Test
  void takesAnEnumOfAnArgumentThatIsDeclared() {
    GraphQLSchema schema =
        SchemaAssembly.assemble(
            Map.of("all.graphqls", ASKED_BY_TOWN),
            List.of(new Declaring(Map.of("Town", Town.class))));
    assertThat(schema.getType("Town")).isNotNull();
  }

  @Test
  void namesTheComponentsThatMayBeNullWhereTheSchemaPromises() {
    fails(
        "type Query { council: Council } type Council { name: String! codes: [String!] }",
        new Backed(Map.of("Council", Loose.class)),
        List.of(),
        "The schema promises Council.codes, and Loose.codes may be null. The schema promises"
            + " Council.name, and Loose.name may be null.");
  }

  @Test
  void takesComponentsThatMayBeNullWhereTheSchemaSaysSo() {
    String text = "type Query { council: Council } type Council { name: String codes: [String]! }";
    GraphQLSchema schema =
        SchemaAssembly.assemble(
            Map.of("all.graphqls", text), List.of(new Backed(Map.of("Council", Loose.class))));
    assertThat(schema.getType("Council")).isNotNull();
  }

  @Test
  void namesTheResolverOfNoType() {
    fails(
        COUNCIL,
        new Backed(Map.of("Council", Named.class), "Place"),
        List.of(),
        "A room says which type is a Place, which is no interface or union of the schema.");
  }

  @Test
  void takesWhatFitsTogether() {
    GraphQLSchema schema =
        SchemaAssembly.assemble(
            Map.of("all.graphqls", NODES),
            List.of(new Backed(Map.of("Council", Identified.class), "Node")),
            List.of(source("Council")));
    assertThat(schema.getType("Council")).isNotNull();
  }

  @Test
  void namesTheFileThatCannotBeRead() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> SchemaAssembly.assemble(Map.of("council.graphqls", "type {"), List.of()))
        .withMessageStartingWith("The schema file council.graphqls is wrong:");
  }

  @Test
  void readsTheSchemaOfTheClassPath() {
    assertThat(SchemaTexts.in("sightline/schema")).containsKey("query.graphqls");
  }

  @Test
  void saysThatThereIsNoSchema() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> SchemaTexts.in("sightline/nowhere"))
        .withMessage("The class path has no schema file in sightline/nowhere.");
  }

  private static NodeSource source(String typeName) {
    return new NumberedNodes(typeName, _ -> Map.of());
  }

  private static void fails(
      String schema, RoomFields room, List<NodeSource> nodes, String sentence) {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () -> SchemaAssembly.assemble(Map.of("all.graphqls", schema), List.of(room), nodes))
        .withMessage(sentence);
  }

  private static void fails(RoomFields room, String sentence) {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> SchemaAssembly.assemble(Map.of("all.graphqls", SCHEMA), List.of(room)))
        .withMessage(sentence);
  }
}
