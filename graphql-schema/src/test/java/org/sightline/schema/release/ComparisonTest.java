package org.sightline.schema.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.schema.release.Change.Weight;

/** Each kind of change, made to a small contract that has one of everything. */
final class ComparisonTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 4, 1);

  static final String RELEASED =
      """
      schema { query: Query mutation: Mutation }
      directive @cost(weight: Int!, note: String = "none") repeatable on FIELD_DEFINITION | OBJECT
      type Query {
        council(code: String!, at: Date, kind: Kind = CITY): Council
        councils(in: Group): [Council!]! @cost(weight: 5)
        find(text: String!): [Found!]!
        node(id: ID!): Node
        staying: String @deprecated(reason: "Use council. Kept until 2027-04-01.")
        leaving(when: Date @deprecated(reason: "Use at. Kept until 2027-03-31.")): Former
          @deprecated(reason: "Use council. Kept until 2027-03-31.")
        undated: String @deprecated(reason: "Use council.")
      }
      type Mutation { rename(input: Renaming!): Council! }
      interface Node { id: ID! }
      type Council implements Node { id: ID! name: String! short: String kind: Kind! tags: [String] }
      type Region { name: String! }
      type Former { name: String! state: FormerState }
      enum FormerState { ENDED }
      union Found = Council | Region
      enum Kind { CITY COUNTY OLD @deprecated(reason: "Use CITY. Kept until 2027-03-31.") }
      input Group { region: String codes: [String!] }
      input Renaming { id: ID! name: String! short: String = "" note: String most: Int! = 3 }
      scalar Date @specifiedBy(url: "https://example.org/date")
      """;

  static Stream<Arguments> breaking() {
    return Stream.of(
        arguments("schema.mutation", " mutation: Mutation", ""),
        arguments("schema.query", "query: Query", "query: Region"),
        arguments("Region", "type Region { name: String! }", ""),
        arguments("Group", "input Group { region: String codes: [String!] }", "scalar Group"),
        arguments("Query.council", "council(code: String!, at: Date, kind: Kind = CITY): Council", ""),
        arguments("Query.staying", "staying: String @deprecated(reason", "sta: Int @deprecated(reason"),
        arguments("Query.undated", "undated: String", "another: String"),
        arguments("Council.name", "name: String! short: String kind", "name: Int! short: String kind"),
        arguments("Council.name", "name: String! short: String kind", "name: String short: String kind"),
        arguments("Council.tags", "tags: [String]", "tags: String"),
        arguments("Council.short", "short: String kind", "short: [String] kind"),
        arguments("Query.councils", "[Council!]! @cost", "[Council]! @cost"),
        arguments("Query.council(at)", ", at: Date", ""),
        arguments("Query.council(at)", "at: Date", "at: String"),
        arguments("Query.council(at)", "at: Date", "at: Date!"),
        arguments("Query.council(code)", "code: String!", "code: [String!]!"),
        arguments("Query.council(of)", "at: Date", "at: Date, of: Int!"),
        arguments("Kind.COUNTY", " COUNTY", ""),
        arguments("Renaming.note", "note: String most", "most"),
        arguments("Renaming.note", "note: String most", "note: String! most"),
        arguments("Renaming.note", "note: String most", "note: ID most"),
        arguments("Renaming.most", "most: Int! = 3", "most: Int!"),
        arguments("Renaming.why", "note: String most", "note: String why: String! most"),
        arguments("Group.codes", "codes: [String!]", "codes: [String!]!"),
        arguments("Group", "input Group", "input Group @oneOf"),
        arguments("Council", "type Council implements Node", "type Council"),
        arguments("Found", "union Found = Council | Region", "union Found = Council"),
        arguments("@cost", "directive @cost(weight", "directive @costs(weight"),
        arguments("@cost", " repeatable", ""),
        arguments("@cost", " | OBJECT", ""),
        arguments("@cost(note)", ", note: String = \"none\"", ""),
        arguments("@cost(weight)", "weight: Int!", "weight: String!"),
        arguments("@cost(size)", "weight: Int!", "weight: Int!, size: Int!"));
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @MethodSource("breaking")
  void findsEachBreakingChange(String path, String was, String is) {
    assertThat(changes(was, is))
        .as("changes")
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.weight()).isEqualTo(Weight.BREAKING);
              assertThat(change.path()).isEqualTo(path);
              assertThat(change.instead()).isNotBlank();
            });
  }

  static Stream<Arguments> dangerous() {
    return Stream.of(
        arguments("Kind.TOWN", " COUNTY", " COUNTY TOWN"),
        arguments("Found", "Council | Region", "Council | Region | Former"),
        arguments("Region", "type Region {", "type Region implements Node { id: ID!"),
        arguments("Query.council(kind)", "kind: Kind = CITY", "kind: Kind = COUNTY"),
        arguments("Query.council(kind)", "kind: Kind = CITY", "kind: Kind"),
        arguments("Query.council(at)", "at: Date", "at: Date = \"2027-01-01\""),
        arguments("Renaming.short", "short: String = \"\"", "short: String = \"x\""),
        arguments("@cost(note)", "note: String = \"none\"", "note: String = \"some\""),
        arguments("Query.councils", "@cost(weight: 5)", "@cost(weight: 50)"),
        arguments("Query.councils", " @cost(weight: 5)", ""),
        arguments("Query.find", "[Found!]!", "[Found!]! @cost(weight: 7)"),
        arguments("Date", "example.org/date", "example.org/day"));
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @MethodSource("dangerous")
  void tellsOfEachDangerousChange(String path, String was, String is) {
    assertThat(changes(was, is))
        .as("changes")
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.weight()).isEqualTo(Weight.DANGEROUS);
              assertThat(change.path()).isEqualTo(path);
            });
  }

  static Stream<Arguments> additive() {
    return Stream.of(
        arguments("node(id: ID!): Node", "node(id: ID!): Node nodes(ids: [ID!]!): [Node]!"),
        arguments("at: Date", "at: Date, until: Date"),
        arguments("at: Date", "at: Date, most: Int! = 3"),
        arguments("code: String!", "code: String"),
        arguments("codes: [String!]", "codes: [String]"),
        arguments("short: String kind", "short: String! kind"),
        arguments("tags: [String]", "tags: [String!]!"),
        arguments("node(id: ID!): Node", "node(id: ID!): Node!"),
        arguments("note: String most", "note: String why: String most"),
        arguments("name: String! short: String =", "name: String short: String ="),
        arguments("name: String! short: String =", "name: String! = \"Hull\" short: String ="),
        arguments("scalar Date", "type New { name: String } scalar Date"),
        arguments("scalar Date", "directive @new on FIELD scalar Date"),
        arguments("scalar Date", "\"A day.\" scalar Date"),
        arguments("interface Node { id: ID! }", "interface Node { id: ID! name: String }"),
        arguments("weight: Int!", "weight: Int!, size: Int"),
        arguments("| OBJECT", "| OBJECT | ENUM"),
        arguments("name: String! short: String kind", "name: String! @deprecated short: String kind"),
        arguments("schema { query: Query", "schema { subscription: Region query: Query"));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("additive")
  void letsPassWhatIsOnlyAdded(String was, String is) {
    assertThat(changes(was, is)).isEmpty();
  }

  private static List<Change> changes(String was, String is) {
    assertThat(RELEASED).as("the small contract").contains(was);
    return Comparison.of(
        Definitions.parse(RELEASED), Definitions.parse(RELEASED.replace(was, is)), TODAY);
  }
}
