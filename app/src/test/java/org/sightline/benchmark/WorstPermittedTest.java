package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** What costs about as much as one request may is answered within the time that one may take. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorstPermittedTest {
  private static final String EVERYTHING =
      "standings { area { name } value rank { position of } band comparators { neighbourMean { value n } neighbourMedian { value n } england { value } region { value } type { value n } topQuartile { value n } } }";

  private TestSightline figures;
  private TestSightline sightline;

  @BeforeAll
  void start() {
    // The timeout is lifted here and measured: a machine that is busy with other tests is no fault.
    figures = TestSightline.withFirstFigures();
    sightline =
        figures.another(
            Map.of(
                "sightline.limits.request-timeout",
                "60s",
                "sightline.limits.statement-timeout",
                "60s"));
  }

  @AfterAll
  void stop() {
    sightline.close();
    figures.close();
  }

  static List<String> questions() {
    return List.of(
        benchmarks(66, "summary { n }"),
        benchmarks(60, "summary { n } best { area { name } value }"),
        benchmarks(22, EVERYTHING),
        "{ councils { name region { name councils { name region { name } } } codes { code } neighbours { council { name } } } }",
        aliases(
            5,
            "planComparison { basis plans { council { name } measures { byState { state share } } } }"),
        aliases(5, "inspectionMatrix { areas { code } }"),
        aliases(5, "findingsToImpact(search: \"management oversight\") { totalCount }"),
        "{ councils(in: {region: \"E12000003\"}) { profile { themes { indicators { standing { value } trends { points { value } } } } } } }",
        "{ dictionary { name } }",
        aliases(
            30,
            "improvers(indicator: \"re-referrals-percent\", periods: 3) { changes { area { name } } }"));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void isAnsweredInTime(String document) {
    long start = System.nanoTime();
    JsonNode answer = sightline.wholeAnswer(Viewer.ANONYMOUS, document);
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    System.out.printf(
        "cost %s in %,d ms, %,d characters of answer, %s: %.100s%n",
        answer.at("/extensions/cost/requested"),
        milliseconds,
        answer.toString().length(),
        answer.at("/errors/0/message"),
        document);
    assertThat(answer.has("errors")).as(answer.at("/errors/0/message").asText()).isFalse();
    assertThat(milliseconds).isLessThan(30_000);
  }

  private static String benchmarks(int count, String fields) {
    String codes = "\"re-referrals-percent\" ".repeat(Math.min(22, count));
    int aliases = Math.ceilDiv(count, 22);
    return aliases(aliases, "benchmarks(indicators: [%s]) { %s }".formatted(codes, fields));
  }

  private static String aliases(int count, String field) {
    return IntStream.range(0, count)
        .mapToObj(i -> "a" + i + ": " + field)
        .collect(Collectors.joining(" ", "{ ", " }"));
  }
}
