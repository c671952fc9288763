package org.sightline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an operation costs can be said before it runs: of every list it is known how long it is. */
final class ListsTest {
  private static final GraphQLSchema SCHEMA = Contract.schema();

  @Test
  void everyListOfObjectsHasASize() {
    List<String> unsized =
        fields()
            .filter(at -> isListOfObjects(at.field()) && !isSized(at))
            .map(At::toString)
            .toList();
    assertThat(unsized)
        .as("lists of objects that are no connection's edges and have no @listSize")
        .isEmpty();
  }

  @Test
  void whatIsSizedIsThere() {
    List<String> wrong =
        fields()
            .flatMap(at -> at.field().getAppliedDirectives("listSize").stream().map(at::says))
            .filter(said -> !said.isRight())
            .map(said -> said.at().toString())
            .toList();
    assertThat(wrong)
        .as("@listSize of an argument or list that is not there, or without any size")
        .isEmpty();
  }

  @Test
  void everyCostIsAWholeNumber() {
    Stream<GraphQLAppliedDirective> onFields =
        fields().flatMap(at -> at.field().getAppliedDirectives("cost").stream());
    Stream<GraphQLAppliedDirective> onTypes =
        types()
            .map(GraphQLDirectiveContainer.class::cast)
            .flatMap(type -> type.getAppliedDirectives("cost").stream());
    assertThat(Stream.concat(onFields, onTypes))
        .isNotEmpty()
        .allSatisfy(cost -> assertThat(String.valueOf(value(cost, "weight"))).matches("[0-9]+"));
  }

  @Test
  void everyWayToChooseAGroupHasASize() {
    GraphQLInputObjectType group =
        (GraphQLInputObjectType) Objects.requireNonNull(SCHEMA.getType("CouncilGroup"));
    assertThat(group.getFields())
        .isNotEmpty()
        .allSatisfy(
            field ->
                assertThat(
                        field.hasAppliedDirective("listSize")
                            || GraphQLTypeUtil.unwrapNonNull(field.getType())
                                instanceof GraphQLList)
                    .as(field.getName())
                    .isTrue());
  }

  /** A field, and where it stands. */
  private record At(GraphQLFieldsContainer type, GraphQLFieldDefinition field) {
    Said says(GraphQLAppliedDirective directive) {
      return new Said(this, directive);
    }

    @Override
    public String toString() {
      return type.getName() + "." + field.getName();
    }
  }

  /** What a directive says of a field. */
  private record Said(At at, GraphQLAppliedDirective directive) {
    boolean isRight() {
      List<String> slicing = texts("slicingArguments");
      GraphQLNamedType type = GraphQLTypeUtil.unwrapAllAs(at.field().getType());
      return (!slicing.isEmpty() || value(directive, "assumedSize") != null)
          && slicing.stream().allMatch(name -> at.field().getArgument(name) != null)
          && texts("sizedFields").stream().allMatch(name -> isList(type, name));
    }

    private List<String> texts(String name) {
      return value(directive, name) instanceof List<?> values
          ? values.stream().map(String::valueOf).toList()
          : List.of();
    }

    private static boolean isList(GraphQLNamedType type, String name) {
      return type instanceof GraphQLFieldsContainer container
          && container.getFieldDefinition(name) != null
          && isListOfObjects(container.getFieldDefinition(name));
    }
  }

  private static @Nullable Object value(GraphQLAppliedDirective directive, String name) {
    @Nullable GraphQLAppliedDirectiveArgument argument = directive.getArgument(name);
    return argument == null ? null : argument.getValue();
  }

  private static Stream<GraphQLFieldsContainer> types() {
    return SCHEMA.getAllTypesAsList().stream()
        .filter(type -> !type.getName().startsWith("__"))
        .filter(GraphQLFieldsContainer.class::isInstance)
        .map(GraphQLFieldsContainer.class::cast);
  }

  private static Stream<At> fields() {
    return types()
        .flatMap(type -> type.getFieldDefinitions().stream().map(field -> new At(type, field)));
  }

  private static boolean isListOfObjects(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList
        && !GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
  }

  /** Edges are as many as the connection's argument first says; errors come in place of data. */
  private static boolean isSized(At at) {
    boolean isEdges =
        at.type().getName().endsWith("Connection") && at.field().getName().equals("edges");
    GraphQLNamedType type = GraphQLTypeUtil.unwrapAllAs(at.field().getType());
    return isEdges
        || type.getName().equals("UserError")
        || at.field().hasAppliedDirective("listSize");
  }
}
