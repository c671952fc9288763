package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.StatementCount;
import org.sightline.TestSightline;

/** A question costs the same few statements for one council and for all of England. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCountsTest {
  private static final String EVERYTHING_OF_A_STANDING =
      """
      { area { __typename name ... on Council { region { name } subregion { name } codes { code } aliases
          predecessors { name } successors { name } neighbours { rank council { name region { name } } } } }
        value missing numerator denominator rank { position of } band change { value }
        observation { releases { code } sources { file line } }
        interval { lower } percentile funnel { score }
        comparators { england { value verdict gapInChildren basis } region { value verdict } neighbourMean { value n missingMembers { reason } } neighbourMedian { value }
          neighbourBest { value } type { value } group(in: {neighboursOf: {council: "810"}}) { value } target { value } topQuartile { value } } }
      """;

  private static final String OF_A_PROFILE =
      """
      { basis themes { theme indicators { indicator { code } period { code }
          standing { value rank { position } band change { value p } directionOfTravel
            comparators { england { value } region { value } neighbourMean { value } neighbourMedian { value } } }
          trends { periodType points { value } recentTrend { statistic } controlChart { centre } } } } }
      """;

  /** The same question of one row and of all there are. */
  record OneAndMany(String one, String many) {}

  private TestSightline sightline;

  @BeforeAll
  void start() {
    sightline = TestSightline.withFirstFigures();
  }

  @AfterAll
  void stop() {
    if (sightline != null) {
      sightline.close();
    }
  }

  static Stream<Arguments> questions() {
    return Stream.of(
        Arguments.of("a published benchmark", benchmark("children-looked-after-rate"), 19),
        Arguments.of("a derived benchmark", benchmark("children-in-need-rate"), 22),
        Arguments.of("a trend", new OneAndMany(trend("from: \"2025\""), trend("")), 11),
        Arguments.of(
            "a trend with its charts", new OneAndMany(charts("from: \"2025\""), charts("")), 11),
        Arguments.of(
            "improvers",
            new OneAndMany(
                improvers("among: {councils: [\"810\"]}, periods: 1"), improvers("periods: 3")),
            12),
        Arguments.of(
            "a profile of headline indicators and of all",
            new OneAndMany(
                profile("810", "onlyHeadline: true"), profile("810", "onlyHeadline: false")),
            15),
        Arguments.of(
            "profiles of one council and of many",
            new OneAndMany(
                profiles("\"810\""),
                profiles(
                    "\"810\", \"811\", \"812\", \"813\", \"815\", \"816\", \"380\", \"381\", \"382\", \"383\", \"384\"")),
            15),
        Arguments.of(
            "councils",
            new OneAndMany(
                "{ councils(in: {councils: [\"810\"]}) " + council() + " }",
                "{ councils " + council() + " }"),
            10),
        Arguments.of(
            "indicators",
            new OneAndMany(
                "{ indicators(search: \"children-in-need-rate\") { code dimensions { name } periods { code } releases { code } derivation { numerator { code } } } }",
                "{ indicators { code dimensions { name } periods { code } releases { code } derivation { numerator { code } } } }"),
            6));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void moreRowsCostNoMoreStatements(String name, OneAndMany questions, int budget) {
    sightline.ask(questions.many());
    long one = statements(questions.one());
    long many = statements(questions.many());

    assertThat(many).as(name).isLessThanOrEqualTo(budget);
    assertThat(many).as(name + ", against one").isLessThanOrEqualTo(one);
  }

  @Test
  void whatIsNotAskedForIsNotRead() {
    long plain =
        statements(
            "{ benchmark(indicator: \"children-looked-after-rate\") { standings { value } } }");
    long withNeighbours =
        statements(
            "{ benchmark(indicator: \"children-looked-after-rate\") { standings { comparators { neighbourMean { value } } } } }");

    assertThat(withNeighbours).isEqualTo(plain + 1);
  }

  private long statements(String question) {
    StatementCount count = sightline.get(StatementCount.class);
    count.reset();
    sightline.ask(question);
    return count.total();
  }

  private static OneAndMany benchmark(String indicator) {
    String question =
        "{ benchmark(indicator: \"%s\"%s) { summary { n } england { value } standings %s } }";
    return new OneAndMany(
        question.formatted(indicator, ", among: {councils: [\"810\"]}", EVERYTHING_OF_A_STANDING),
        question.formatted(indicator, "", EVERYTHING_OF_A_STANDING));
  }

  private static String trend(String from) {
    return """
        { trend(council: "810", indicator: "re-referrals-percent" %s) { points { value change { value }
            comparators { england { value } region { value } neighbourMean { value } neighbourMedian { value } } } } }
        """
        .formatted(from);
  }

  private static String charts(String from) {
    return """
        { trend(council: "810", indicator: "re-referrals-percent" %s) { points { directionOfTravel interval { lower } change { p } }
            recentTrend { statistic } controlChart { points { lower } } } }
        """
        .formatted(from);
  }

  private static String improvers(String arguments) {
    return """
        { improvers(indicator: "re-referrals-percent", %s) { changes { rank { position } area { name } p } missing { reason } } }
        """
        .formatted(arguments);
  }

  private static String profile(String council, String arguments) {
    return "{ council(code: \"%s\") { profile(%s) %s } }"
        .formatted(council, arguments, OF_A_PROFILE);
  }

  private static String profiles(String codes) {
    return "{ councils(in: {councils: [%s]}) { profile %s } }".formatted(codes, OF_A_PROFILE);
  }

  private static String council() {
    return "{ name region { name } codes { code } aliases predecessors { name } neighbours { council { name } } }";
  }
}
