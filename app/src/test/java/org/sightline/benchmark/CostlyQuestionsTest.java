package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.StatementCount;
import org.sightline.TestSightline;

/** What asks for too much is refused before it is read, and what is wrong is found out once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostlyQuestionsTest {
  private static final String FIFTEEN =
      """
      ["810", "811", "812", "813", "815", "816", "380", "381", "382", "383", "384", "370", "371", "372", "373"]""";

  private TestSightline sightline;

  @BeforeAll
  void start() {
    sightline = TestSightline.withFirstFigures();
  }

  @AfterAll
  void stop() {
    sightline.close();
  }

  @Test
  void thirtyAliasesOfThirtyIndicatorsUnderEveryStandingAreRefusedBeforeAnythingIsRead() {
    StatementCount count = sightline.get(StatementCount.class);
    String document =
        benchmarks(
            30,
            30,
            "standings { comparators { group(in: {england: true}) { missingMembers { reason } } topQuartile { value } } }");
    count.reset();
    long started = System.nanoTime();

    JsonNode answer = sightline.answer(document);

    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
    assertThat(count.total()).isZero();
    assertThat(answer.has("data")).isFalse();
    assertThat(answer.at("/errors/0/message").asText())
        .startsWith("An operation costs at most 100,000, and this one ");
    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("QUERY_TOO_COSTLY");
    assertThat(answer.at("/errors/0/extensions/limit/name").asText()).isEqualTo("cost");
    assertThat(answer.at("/errors/0/extensions/limit/most").asInt()).isEqualTo(100_000);
  }

  @Test
  void sixtySixBenchmarksAreAnsweredAndOneMoreIsNot() {
    assertThat(sightline.ask(benchmarks(3, 22, "summary { n }"))).hasSize(3);
    assertThat(
            sightline.mistake(
                benchmarks(3, 22, "summary { n }")
                    .replace(
                        "a0:", "one: benchmark(indicator: \"re-referrals-percent\") { asAt } a0:")))
        .startsWith("An operation costs at most 100,000, and this one 100,566.");
    assertThat(
            sightline.mistake(
                IntStream.range(0, 5)
                    .mapToObj(
                        "a%d: benchmarkByDimension(indicator: \"re-referrals-percent\", dimension: \"age\") { dimension }"
                            ::formatted)
                    .collect(Collectors.joining(" ", "{ ", " }"))))
        .startsWith("An operation costs at most 100,000");
  }

  @Test
  void whatGoesThroughWholeGroupsIsAskedFiveTimesAtMost() {
    String five =
        """
        a: planComparison { basis } b: planComparison(at: "2025-01-01") { basis }
        c: inspectionMatrix { areas { code } } d: findingsToImpact(search: "x") { totalCount } e: inspectionMatrix { areas { code } }
        """;

    assertThat(sightline.ask("{ %s }".formatted(five))).hasSize(5);
    assertThat(sightline.mistake("{ %s f: findingsToImpact { totalCount } }".formatted(five)))
        .startsWith("An operation costs at most 100,000");
  }

  @Test
  void profilesOfAllQuestionsOfARequestAreCountedTogether() {
    assertThat(
            firstMistake(
                """
                { a: councils(in: {councils: %s}) { profile(onlyHeadline: true) { basis } }
                  b: council(code: "810") { profile(onlyHeadline: true, asAt: "2025-12-31") { basis } } }
                """
                    .formatted(FIFTEEN)))
        .startsWith("Profiles are made for 15 councils at once, not for 16");
  }

  @Test
  void profilesAreAskedInThreeWaysAtMost() {
    String fourWays =
        IntStream.rangeClosed(1, 4)
            .mapToObj(
                "a%1$d: profile(onlyHeadline: true, asAt: \"2025-12-0%1$d\") { basis }"::formatted)
            .collect(Collectors.joining(" "));

    assertThat(
            sightline
                .answer("{ council(code: \"810\") { %s } }".formatted(fourWays))
                .at("/errors/0/message")
                .asText())
        .isEqualTo("Profiles are asked with up to 3 different arguments in one request, not 4.");
  }

  @Test
  void anUnknownGroupUnderEveryStandingCostsWhatItCostsUnderOne() {
    String question = "{ benchmark(indicator: \"children-looked-after-rate\") { %s { %s } } }";
    String unknown =
        "comparators { group(in: {neighboursOf: {council: \"810\", model: \"2019\"}}) { value } }";

    assertThat(statements(question.formatted("standings", unknown)))
        .isLessThanOrEqualTo(statements(question.formatted("standing(council: \"810\")", unknown)));
  }

  @Test
  void aGroupUnderEveryStandingIsTheSameAsItIsUnderOne() {
    String fields =
        "comparators { type { value n } group(in: {region: \"E12000003\"}) { value n } topQuartile { value n } }";
    JsonNode all =
        sightline
            .ask(
                "{ benchmark(indicator: \"re-referrals-percent\") { standings { area { code } %s } } }"
                    .formatted(fields))
            .at("/benchmark/standings");

    for (String code : List.of("E06000010", "E09000007", "E10000016")) {
      JsonNode one =
          sightline
              .ask(
                  "{ benchmark(indicator: \"re-referrals-percent\") { standing(council: \"%s\") { area { code } %s } } }"
                      .formatted(code, fields))
              .at("/benchmark/standing");
      assertThat(all).contains(one);
    }
  }

  @Test
  void anOlderPointOfAProfileHasTheComparatorsOfItsBenchmark() {
    JsonNode indicators =
        sightline
            .ask(
                """
                { council(code: "810") { profile(onlyHeadline: true) { themes { indicators { indicator { code } trends {
                    points { period { code } comparators { topQuartile { value n } type { value n } } } } } } } } }
                """)
            .at("/council/profile/themes")
            .findValues("indicators")
            .stream()
            .flatMap(some -> StreamSupport.stream(some.spliterator(), false))
            .filter(one -> one.at("/indicator/code").asText().equals("re-referrals-percent"))
            .findFirst()
            .orElseThrow();
    JsonNode oldest = indicators.at("/trends/0/points/0");

    JsonNode benchmark =
        sightline
            .ask(
                """
                { benchmark(indicator: "re-referrals-percent", period: "%s") { standing(council: "810") {
                    comparators { topQuartile { value n } type { value n } } } } }
                """
                    .formatted(oldest.at("/period/code").asText()))
            .at("/benchmark/standing/comparators");
    assertThat(oldest.at("/comparators/topQuartile/n").asInt()).isPositive();
    assertThat(oldest.at("/comparators")).isEqualTo(benchmark);
  }

  private String firstMistake(String document) {
    return sightline.answer(document).at("/errors/0/message").asText();
  }

  private long statements(String question) {
    StatementCount count = sightline.get(StatementCount.class);
    count.reset();
    sightline.answer(question);
    return count.total();
  }

  private static String benchmarks(int aliases, int indicators, String fields) {
    return IntStream.range(0, aliases)
        .mapToObj(i -> "a%d: benchmarks(indicators: $i) { %s }".formatted(i, fields))
        .collect(
            Collectors.joining(
                " ",
                "query($i: [IndicatorCode!]! = [%s]) { "
                    .formatted("\"re-referrals-percent\" ".repeat(indicators)),
                " }"));
  }
}
