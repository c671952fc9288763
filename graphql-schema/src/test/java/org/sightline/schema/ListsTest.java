package org.sightline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLArgument;
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
  private static final String CONNECTION = "Connection";
  private static final String LIST_SIZE = "listSize";
  private static final String ASSUMED = "assumedSize";

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
            .flatMap(at -> at.field().getAppliedDirectives(LIST_SIZE).stream().map(at::says))
            .filter(said -> !said.isRight())
            .map(said -> said.at().toString())
            .toList();
    assertThat(wrong)
        .as("@listSize of an argument or list that is not there, or without any size")
        .isEmpty();
  }

  @Test
  void everyConnectionIsAskedByItsFirst() {
    List<String> unbounded =
        fields().filter(At::isConnection).filter(at -> !at.hasFirst()).map(At::toString).toList();
    assertThat(unbounded)
        .as("fields that give a connection without an argument first: Int! that has a default")
        .isEmpty();
  }

  @Test
  void everyConnectionIsGivenByAField() {
    List<String> given =
        fields().filter(At::isConnection).map(at -> at.typeGiven().getName()).toList();
    assertThat(types().map(GraphQLNamedType::getName).filter(name -> name.endsWith(CONNECTION)))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(given).contains(name));
  }

  @Test
  void noListIsTakenToBeEmpty() {
    Stream<GraphQLAppliedDirective> onFields =
        fields().flatMap(at -> at.field().getAppliedDirectives(LIST_SIZE).stream());
    Stream<GraphQLAppliedDirective> onInputs =
        SCHEMA.getAllTypesAsList().stream()
            .filter(GraphQLInputObjectType.class::isInstance)
            .map(GraphQLInputObjectType.class::cast)
            .flatMap(type -> type.getFields().stream())
            .flatMap(field -> field.getAppliedDirectives(LIST_SIZE).stream());
    assertThat(
            Stream.concat(onFields, onInputs)
                .map(directive -> value(directive, ASSUMED))
                .filter(Objects::nonNull))
        .isNotEmpty()
        .allSatisfy(size -> assertThat((Integer) size).isPositive());
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
                        field.hasAppliedDirective(LIST_SIZE)
                            || GraphQLTypeUtil.unwrapNonNull(field.getType())
                                instanceof GraphQLList)
                    .as(field.getName())
                    .isTrue());
  }

  /** A field, and where it stands. */
  private record At(GraphQLFieldsContainer type, GraphQLFieldDefinition field) {
    GraphQLNamedType typeGiven() {
      return GraphQLTypeUtil.unwrapAllAs(field.getType());
    }

    boolean isConnection() {
      return typeGiven().getName().endsWith(CONNECTION);
    }

    boolean hasFirst() {
      @Nullable GraphQLArgument first = field.getArgument("first");
      return first != null
          && GraphQLTypeUtil.simplePrint(first.getType()).equals("Int!")
          && first.hasSetDefaultValue();
    }

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
      return (!slicing.isEmpty() || value(directive, ASSUMED) != null)
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
    return isPaged(at)
        || at.typeGiven().getName().equals("UserError")
        || at.field().hasAppliedDirective(LIST_SIZE);
  }

  /** Whether every field that gives this connection says by first how many edges it has. */
  private static boolean isPaged(At at) {
    return at.type().getName().endsWith(CONNECTION)
        && at.field().getName().equals("edges")
        && fields()
            .filter(giving -> giving.typeGiven().getName().equals(at.type().getName()))
            .allMatch(At::hasFirst);
  }
}
