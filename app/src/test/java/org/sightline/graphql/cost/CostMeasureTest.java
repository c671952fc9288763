package org.sightline.graphql.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import graphql.GraphQLContext;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.graphql.BadUserInput;

/** Each rule of the cost, by a number that can be reckoned by hand. */
final class CostMeasureTest {
  private static final String SCHEMA =
      """
      type Query {
        name: String
        dear: String @cost(weight: "7")
        one: Thing
        heavy: Heavy
        plain: [Thing!]!
        five: [Thing!]! @listSize(assumedSize: 5)
        sliced(limit: Int = 3, codes: [String!], in: Group): [Thing!]! @listSize(assumedSize: 4, slicingArguments: ["limit", "codes", "in"], requireOneSlicingArgument: false)
        must(a: Int, b: [Int!]): [Thing!]! @listSize(slicingArguments: ["a", "b"])
        page(first: Int! = 20): ThingConnection! @cost(weight: "2")
        board(in: Group): Board @listSize(assumedSize: 9, slicingArguments: ["in"], sizedFields: ["rows"], requireOneSlicingArgument: false)
        any: [Any!]! @listSize(assumedSize: 2)
      }
      type Mutation { change: Thing }
      interface Any { name: String }
      type Thing implements Any { name: String next: Thing children: [Thing!]! @listSize(assumedSize: 6) }
      type Heavy implements Any @cost(weight: "100") { name: String next: Thing }
      type ThingConnection { edges: [ThingEdge!]! totalCount: Int! @cost(weight: "50") }
      type ThingEdge { node: Thing! }
      type Board { rows: [Thing!]! @listSize(assumedSize: 153) cells: [Thing!]! @listSize(assumedSize: 2) }
      input Group @oneOf { all: Boolean @listSize(assumedSize: 153) near: Near @listSize(assumedSize: 11) codes: [String!] }
      input Near { code: String! }
      """;

  private static final GraphQLSchema TYPES =
      new SchemaGenerator()
          .makeExecutableSchema(
              new SchemaParser().parse(SCHEMA + directives()),
              RuntimeWiring.newRuntimeWiring()
                  .type(
                      "Any",
                      any ->
                          any.typeResolver(environment -> environment.getSchema().getQueryType()))
                  .build());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { name }                                                         | 1
          { __typename }                                                   | 1
          { one { name } }                                                 | 1
          { one { next { next { name } } } }                               | 3
          { dear }                                                         | 7
          { a: dear b: dear }                                              | 14
          { heavy { next { name } } }                                      | 101
          { plain { name } }                                               | 10
          { five { name } }                                                | 5
          { five { next { name } } }                                       | 10
          { five { children { name } } }                                   | 35
          { sliced { name } }                                              | 3
          { sliced(limit: 8) { name } }                                    | 8
          { sliced(limit: null) { name } }                                 | 4
          { sliced(limit: -5) { name } }                                   | 1
          { sliced(limit: 1, codes: ["a", "b"]) { name } }                 | 2
          { sliced(in: {all: true}) { name } }                             | 153
          { sliced(in: {near: {code: "810"}}) { name } }                   | 11
          { sliced(limit: null, in: {codes: ["a", "b"]}) { name } }        | 2
          { must(a: 2) { name } }                                          | 2
          { page { edges { node { name } } } }                             | 43
          { page(first: 100) { edges { node { name } } } }                 | 203
          { page(first: 2) { totalCount edges { node { next { name } } } } } | 59
          { page(first: 2) { ...p } } fragment p on ThingConnection { edges { node { name } } } | 7
          { board { rows { name } cells { name } } }                       | 12
          { board(in: {all: true}) { rows { name } cells { name } } }      | 156
          { board(in: {codes: []}) { rows { name } } }                     | 1
          { a: board(in: {near: {code: "1"}}) { ...r } b: board { ...r } } fragment r on Board { rows { name } } | 22
          { any { name ... on Thing { next { name } } ... on Heavy { next { name } } } } | 6
          { one { ...f ...f } } fragment f on Thing { next { name } }      | 3
          { one @skip(if: true) { name } }                                 | 1
          { five { ...f @include(if: false) } } fragment f on Thing { next { name } } | 5
          { five { ... @skip(if: false) { next { name } } } }              | 10
          { __schema { types { name fields { name } } } }                  | 100
          mutation { change { next { name } } }                            | 2
          """)
  void costsWhatCanBeReckonedByHand(String document, long cost) {
    assertThat(cost(document, Map.of())).isEqualTo(cost);
  }

  @Test
  void goesByVariables() {
    String document =
        "query Q($n: Int, $in: Group, $no: Boolean! = false) {"
            + " sliced(limit: $n, in: $in) { next @include(if: $no) { name } } }";
    assertThat(cost(document, Map.of())).isEqualTo(3);
    assertThat(cost(document, Map.of("n", 40))).isEqualTo(40);
    assertThat(cost(document, Map.of("n", 40, "no", true))).isEqualTo(80);
    assertThat(cost(document, Map.of("in", Map.of("codes", Collections.nCopies(50, "a")))))
        .isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "101", "2147483647"})
  void refusesAPageThatIsNone(int first) {
    assertThatExceptionOfType(BadUserInput.class)
        .isThrownBy(() -> cost("{ page(first: %d) { totalCount } }".formatted(first), Map.of()))
        .withMessage("A page has 1 to 100 items: first is %d.", first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      { must { name } }
      { must(a: 1, b: [2]) { name } }
      """)
  void refusesAListThatMustBeSlicedAndIsNot(String document) {
    assertThatExceptionOfType(BadUserInput.class)
        .isThrownBy(() -> cost(document, Map.of()))
        .withMessage(
            "'Query.must' needs exactly one of these arguments, which say how long its list is: a, b.");
  }

  @Test
  void neverOverflows() {
    String deep = "children { ".repeat(60) + "name" + " }".repeat(60);
    assertThat(cost("{ five { %s } }".formatted(deep), Map.of())).isGreaterThan(1L << 60);
    assertThat(
            cost(
                "{ a: sliced(limit: 2147483647) { %s } b: five { %s } }".formatted(deep, deep),
                Map.of()))
        .isGreaterThan(1L << 60);
  }

  @Test
  void measuresEachFragmentOnceHoweverOftenItIsSpread() {
    StringBuilder document = new StringBuilder("{ one { ...f0 } }");
    for (int i = 0; i < 60; i++) {
      document.append(
          " fragment f%d on Thing { next { ...f%d } n: next { ...f%d } }"
              .formatted(i, i + 1, i + 1));
    }
    document.append(" fragment f60 on Thing { name }");
    assertThat(cost(document.toString(), Map.of())).isEqualTo((1L << 61) - 1);
  }

  private static long cost(String text, Map<String, Object> variables) {
    Document document = Parser.parse(text);
    OperationDefinition operation =
        document.getDefinitionsOfType(OperationDefinition.class).getFirst();
    GraphQLContext context = GraphQLContext.getDefault();
    Asked asked =
        new Asked(
            TYPES,
            operation,
            document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity())),
            ValuesResolver.coerceVariableValues(
                TYPES,
                operation.getVariableDefinitions(),
                RawVariables.of(variables),
                context,
                Locale.ROOT),
            context,
            Locale.ROOT);
    return new CostMeasure(new FieldCosts((_, _, _) -> OptionalLong.empty()), asked).total();
  }

  private static String directives() {
    try (InputStream stream =
        Objects.requireNonNull(
            CostMeasureTest.class.getResourceAsStream("/sightline/schema/directives.graphqls"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
