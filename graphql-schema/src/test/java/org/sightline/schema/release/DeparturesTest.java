package org.sightline.schema.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may leave a released contract, and what may not yet. */
final class DeparturesTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 31);
  private static final LocalDate DAY_AFTER = LAST_DAY.plusDays(1);

  private static final String FIELD =
      "former(at: Size): Former @deprecated(reason: \"Use council. Kept until 2027-03-31.\")";
  private static final String ARGUMENT =
      "(of: Int @deprecated(reason: \"Not used. Kept until 2027-03-31.\"))";
  private static final String INPUT_FIELD =
      "most: Int @deprecated(reason: \"Not used. Kept until 2027-03-31.\")";
  private static final String ENUM_VALUE =
      "OLD @deprecated(reason: \"Use NEW. Kept until 2027-03-31.\")";
  private static final String TYPE = "type Former { name: String state: State part: Part }";
  private static final String INPUT = "input Size { most: Int }";
  private static final String RELEASED =
      String.join(
          "\n",
          "type Query { council%s: Council %s find(in: Group): String }".formatted(ARGUMENT, FIELD),
          "type Council { name: String state: State }",
          "enum State { NEW %s }".formatted(ENUM_VALUE),
          "input Group { name: String %s }".formatted(INPUT_FIELD),
          TYPE,
          INPUT,
          "type Part { name: String }");

  @Test
  void whatIsDeprecatedMayGoAfterItsDay() {
    assertThat(paths(DAY_AFTER, FIELD)).isEmpty();
    assertThat(paths(DAY_AFTER, ARGUMENT, INPUT_FIELD, ENUM_VALUE)).isEmpty();
  }

  @Test
  void whatIsDeprecatedStaysOnItsLastDay() {
    assertThat(paths(LAST_DAY, FIELD)).containsExactly("Query.former");
    assertThat(paths(LAST_DAY, ARGUMENT, INPUT_FIELD, ENUM_VALUE))
        .containsExactly("Group.most", "Query.council(of)", "State.OLD");
  }

  @Test
  void typesGoWithTheFieldThatLedToThem() {
    assertThat(paths(DAY_AFTER, FIELD, TYPE, INPUT, "type Part { name: String }")).isEmpty();
  }

  @Test
  void typesStayAsLongAsTheFieldThatLeadsToThem() {
    assertThat(paths(LAST_DAY, FIELD, TYPE, INPUT))
        .containsExactly("Former", "Query.former", "Size");
  }

  @Test
  void aTypeToWhichSomethingElseLeadsStays() {
    assertThat(paths(DAY_AFTER, FIELD, TYPE, "enum State { NEW %s }".formatted(ENUM_VALUE)))
        .containsExactly("State");
  }

  @Test
  void aDeprecationSinceTheReleaseIsNone() {
    String deprecatedNow = RELEASED.replace("name: String", "name: String @deprecated");
    assertThat(changes(RELEASED, deprecatedNow, DAY_AFTER)).isEmpty();
    assertThat(changes(RELEASED, RELEASED.replace("name: String", ""), DAY_AFTER)).isNotEmpty();
  }

  private static List<String> paths(LocalDate today, String... gone) {
    String present = RELEASED;
    for (String text : gone) {
      assertThat(present).contains(text);
      present = present.replace(text, "");
    }
    return changes(RELEASED, present, today).map(Change::path).sorted().toList();
  }

  private static Stream<Change> changes(String released, String present, LocalDate today) {
    return Comparison.of(Definitions.parse(released), Definitions.parse(present), today).stream();
  }
}
