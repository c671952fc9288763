package org.sightline.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.graphql.RoomFields;

/** What is said at start of a schema and rooms that do not fit together. */
final class SchemaAssemblyTest {
  private static final String SCHEMA =
      "type Query { council: Council } type Council { name: String region: String }";

  /** Stands behind Council and lacks its region. */
  record Named(String name) {}

  @Test
  void namesTheRootFieldThatNobodyAnswers() {
    fails(wiring -> {}, "No room answers the field Query.council.");
  }

  @Test
  void namesTheFetcherOfNoField() {
    fails(
        wiring ->
            wiring.type(
                "Query",
                query -> query.dataFetcher("council", any -> "").dataFetcher("councl", any -> "")),
        "A room answers Query.councl, which the schema does not have. Did you mean 'council'?");
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

  private static void fails(RoomFields room, String sentence) {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> SchemaAssembly.assemble(Map.of("all.graphqls", SCHEMA), List.of(room)))
        .withMessage(sentence);
  }
}
