package org.sightline.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sightline.tenancy.Viewer;

/** The documents of the worlds ask every field of the schema that is not known to be public. */
class EveryFieldTest {
  @Test
  void everyFieldThatCanShowTenantDataIsAskedAndAnswers() throws SQLException {
    try (WorldDatabase database = new WorldDatabase()) {
      Documents documents = database.documents();

      assertThat(documents.notAsked()).isEmpty();
      assertThat(
              database
                  .schema()
                  .getImplementations(
                      (GraphQLInterfaceType)
                          Objects.requireNonNull(database.schema().getType("Node"))))
          .extracting(GraphQLObjectType::getName)
          .filteredOn(
              type -> !EveryField.PUBLIC_TYPES.containsKey(type) && !type.equals("Indicator"))
          .containsExactlyInAnyOrderElementsOf(Documents.NODE_TYPES);
      World world = database.hold(1);
      for (String document : documents.of(world).values()) {
        JsonNode answer = database.sightline().answer(new Viewer("person-1"), document);
        // A document that is refused as a whole asks nothing: its errors have no path.
        assertThat(answer.path("errors"))
            .as("%s%n%s", document, answer)
            .allSatisfy(
                error -> {
                  assertThat(error.has("path")).isTrue();
                  assertThat(error.at("/extensions/code").asText())
                      .isIn("BAD_USER_INPUT", "NOT_FOUND", "FORBIDDEN");
                });
      }
      assertThat(List.copyOf(EveryField.PUBLIC_TYPES.keySet()))
          .allSatisfy(type -> assertThat(database.schema().getType(type)).isNotNull());
    }
  }
}
