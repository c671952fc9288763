package org.sightline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every list that grows is one of Relay's connections, and all are asked in the same way. */
final class ConnectionsTest {
  private static final GraphQLSchema SCHEMA = Contract.schema();
  private static final String CONNECTION = "Connection";

  /** Where the usual length of a page is another, and why. */
  private static final Map<String, String> LONGER = Map.of("Plan.actions", "50");

  private static final String USUAL = "20";

  /** A field that gives a connection, and where it stands. */
  private record At(String coordinate, GraphQLFieldDefinition field) {}

  @Test
  void everyConnectionHasItsEdgesItsPageAndItsTotal() {
    assertThat(connections()).hasSizeGreaterThan(10);
    for (GraphQLObjectType connection : connections()) {
      String name = connection.getName().replaceFirst(CONNECTION + "$", "");
      assertThat(type(connection, "edges"))
          .as(connection.getName())
          .isEqualTo("[" + name + "Edge!]!");
      assertThat(type(connection, "pageInfo")).as(connection.getName()).isEqualTo("PageInfo!");
      assertThat(type(connection, "totalCount")).as(connection.getName()).isEqualTo("Int!");
      GraphQLObjectType edge = Objects.requireNonNull(SCHEMA.getObjectType(name + "Edge"));
      assertThat(type(edge, "cursor")).as(edge.getName()).isEqualTo("String!");
      assertThat(type(edge, "node")).as(edge.getName()).endsWith("!").doesNotStartWith("[");
    }
  }

  @Test
  void everyEdgeIsOfAConnection() {
    assertThat(objects().map(GraphQLObjectType::getName).filter(name -> name.endsWith("Edge")))
        .containsExactlyInAnyOrderElementsOf(
            connections().stream()
                .map(one -> one.getName().replaceFirst(CONNECTION + "$", "Edge"))
                .toList());
  }

  @Test
  void aPageSaysWhereItLies() {
    GraphQLObjectType page = Objects.requireNonNull(SCHEMA.getObjectType("PageInfo"));
    assertThat(page.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName))
        .containsExactlyInAnyOrder("hasNextPage", "hasPreviousPage", "startCursor", "endCursor");
  }

  @Test
  void everyConnectionIsAskedByFirstAndAfterWithTheSameDefaults() {
    assertThat(fields()).hasSizeGreaterThan(10);
    for (At at : fields()) {
      GraphQLArgument first = Objects.requireNonNull(at.field().getArgument("first"));
      GraphQLArgument after = Objects.requireNonNull(at.field().getArgument("after"));
      assertThat(GraphQLTypeUtil.simplePrint(first.getType()))
          .as(at.coordinate())
          .isEqualTo("Int!");
      assertThat(GraphQLTypeUtil.simplePrint(after.getType()))
          .as(at.coordinate())
          .isEqualTo("String");
      assertThat(after.hasSetDefaultValue()).as(at.coordinate()).isFalse();
      assertThat(String.valueOf(GraphQLArgument.<Object>getArgumentDefaultValue(first)))
          .as(at.coordinate())
          .isEqualTo(LONGER.getOrDefault(at.coordinate(), USUAL));
      assertThat(first.getDescription()).as(at.coordinate()).isEqualTo("How many, 1 to 100.");
      assertThat(after.getDescription())
          .as(at.coordinate())
          .isEqualTo("Go on after this cursor of an earlier answer.");
    }
  }

  private static List<GraphQLObjectType> connections() {
    return objects().filter(type -> type.getName().endsWith(CONNECTION)).toList();
  }

  private static List<At> fields() {
    return objects()
        .flatMap(
            type ->
                type.getFieldDefinitions().stream()
                    .map(field -> new At(type.getName() + "." + field.getName(), field)))
        .filter(at -> named(at.field().getType()).endsWith(CONNECTION))
        .toList();
  }

  private static Stream<GraphQLObjectType> objects() {
    return SCHEMA.getAllTypesAsList().stream()
        .filter(GraphQLObjectType.class::isInstance)
        .map(GraphQLObjectType.class::cast);
  }

  private static String named(GraphQLType type) {
    return GraphQLTypeUtil.unwrapAll(type).getName();
  }

  private static String type(GraphQLObjectType of, String field) {
    return GraphQLTypeUtil.simplePrint(
        Objects.requireNonNull(of.getFieldDefinition(field)).getType());
  }
}
