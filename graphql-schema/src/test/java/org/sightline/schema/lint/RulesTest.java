package org.sightline.schema.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.schema.Contract;

/** Each rule, on a small schema that keeps it but for one fault. */
final class RulesTest {
  private static final String SCHEMA =
      """
      type Query {
        council(code: String): Council
        councils(first: Int, after: String, "Whether made up." generated: Boolean): CouncilConnection
        node(id: ID!): Node
      }
      type Mutation { rename(input: RenameInput!): RenamePayload! }
      input RenameInput { id: ID!, names: [String!] }
      type RenamePayload { council: Council, errors: [UserError!]! }
      type UserError { message: String! }
      interface Node { id: ID! }
      type Council implements Node { id: ID! names: [String!]! grids: [[Int!]!]! openedOn: Date }
      type CouncilConnection { edges: [CouncilEdge!]! pageInfo: PageInfo! totalCount: Int! }
      type CouncilEdge { cursor: String! node: Council! }
      type PageInfo { endCursor: String }
      scalar Date
      scalar Decimal
      scalar DateTime
      """;

  private static final String EIGHT_WORDS = "Who it is that says so of it.";

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(Rule.MUTATIONS_TAKE_ONE_INPUT, "rename(input: RenameInput!)", "rename(id: ID!)"),
        arguments(Rule.MUTATIONS_TAKE_ONE_INPUT, "rename(input", "renameCouncil(input"),
        arguments(Rule.MUTATIONS_TAKE_ONE_INPUT, "input: RenameInput!", "input: RenameInput"),
        arguments(Rule.MUTATIONS_TAKE_ONE_INPUT, "RenamePayload! }", "RenamePayload }"),
        arguments(Rule.MUTATIONS_TAKE_ONE_INPUT, "errors: [UserError!]!", "errors: [UserError!]"),
        arguments(Rule.MUTATIONS_TAKE_ONE_INPUT, ", errors: [UserError!]!", ""),
        arguments(Rule.LISTS_HAVE_NO_HOLES, "names: [String!]!", "names: [String!]"),
        arguments(Rule.LISTS_HAVE_NO_HOLES, "names: [String!]!", "names: [String]!"),
        arguments(Rule.LISTS_HAVE_NO_HOLES, "[[Int!]!]!", "[[Int!]]!"),
        arguments(Rule.LISTS_HAVE_NO_HOLES, "names: [String!] }", "names: [String] }"),
        arguments(Rule.CONNECTIONS_ARE_ALIKE, "totalCount: Int!", ""),
        arguments(Rule.CONNECTIONS_ARE_ALIKE, "edges: [CouncilEdge!]!", "edges: [Council!]!"),
        arguments(Rule.CONNECTIONS_ARE_ALIKE, "cursor: String!", "cursor: String"),
        arguments(Rule.CONNECTIONS_ARE_ALIKE, " node: Council! }", " council: Council! }"),
        arguments(Rule.CONNECTIONS_ARE_ALIKE, "after: String", "behind: String"),
        arguments(Rule.EVERY_TYPE_IS_USED, "scalar Decimal", "scalar Decimal type Lost { a: Int }"),
        arguments(Rule.BOOLEANS_SAY_WHETHER, "\"Whether made up.\"", "\"Yes.\""),
        arguments(Rule.BOOLEANS_SAY_WHETHER, "generated: Boolean", "openFlag: Boolean"),
        arguments(
            Rule.BOOLEANS_SAY_WHETHER, "openedOn: Date", "\"Whether it is.\" isGenerated: Boolean"),
        arguments(
            Rule.ENUM_VALUES_DO_NOT_REPEAT_THEIR_ENUM,
            "openedOn: Date }",
            "openedOn: Kind } enum Kind { KIND_OF_CITY }"),
        arguments(Rule.ARGUMENTS_HAVE_ONE_MEANING, "names: [String!]!", "names(first: ID): [ID!]!"),
        arguments(Rule.IDS_ARE_IDS, "{ id: ID!, names", "{ id: String!, names"),
        arguments(Rule.IDS_ARE_IDS, "openedOn: Date", "councilIds: [String!]!"),
        arguments(Rule.DAYS_AND_INSTANTS_ARE_SCALARS, "openedOn: Date", "openedOn: String"),
        arguments(Rule.DAYS_AND_INSTANTS_ARE_SCALARS, "openedOn: Date", "openedAt: Date"),
        arguments(Rule.DAYS_AND_INSTANTS_ARE_SCALARS, "openedOn: Date", "asAt: DateTime"),
        arguments(Rule.NUMBERS_SAY_THEIR_UNIT, "openedOn: Date", "\"The height.\" height: Int"),
        arguments(
            Rule.NUMBERS_SAY_THEIR_UNIT, "code: String", "code: String, \"The size.\" size: Int"),
        arguments(
            Rule.NUMBERS_SAY_THEIR_UNIT,
            "names: [String!] }",
            "names: [String!] \"The version.\" version: Int! }"),
        arguments(Rule.FIGURES_SAY_THEIR_SOURCE, "openedOn: Date", "\"In days.\" d: Decimal"),
        arguments(
            Rule.DESCRIPTIONS_SAY_MORE_THAN_NAMES,
            "openedOn: Date",
            "\"Opened on.\" openedOn: Date"),
        arguments(
            Rule.DESCRIPTIONS_SAY_MORE_THAN_NAMES,
            "type Council implements",
            "\"A council.\" type Council implements"),
        arguments(
            Rule.DESCRIPTIONS_SAY_SOMETHING_OF_THEIR_OWN,
            "openedOn: Date",
            "\"Who says so.\" a: ID \"Who says so.\" b: ID \"Who says so.\" c: ID"),
        arguments(
            Rule.DESCRIPTIONS_SAY_SOMETHING_OF_THEIR_OWN,
            "openedOn: Date",
            "a: ID b: ID c: ID".replaceAll("(\\w): ID", "\"%s\" $1: ID".formatted(EIGHT_WORDS))));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("faults")
  void aRuleFindsItsFault(Rule rule, String right, String wrong) {
    assertThat(SCHEMA).contains(right);
    assertThat(faults(rule, SCHEMA.replace(right, wrong))).hasSize(faults(rule, SCHEMA).size() + 1);
  }

  @Test
  void everyRuleHasAFault() {
    Set<Object> tried = faults().map(fault -> fault.get()[0]).collect(Collectors.toSet());
    assertThat(tried).containsAll(EnumSet.allOf(Rule.class));
  }

  private static List<String> faults(Rule rule, String schema) {
    return rule.faults(Contract.schema(schema)).toList();
  }
}
