package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.StatementCount;
import org.sightline.TestSightline;

/** How sure, how far and how unusual: on the official files of 2025, with figures done by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingsOnOfficialFiguresTest {
  private static final Offset<Double> HALF_OF_THE_LAST_DIGIT = within(0.005);

  private static final List<String> TWELVE =
      List.of(
          "children-looked-after-rate",
          "children-in-need-rate",
          "re-referrals-percent",
          "repeat-child-protection-plans-percent",
          "children-starting-to-be-looked-after-rate",
          "care-leavers-in-suitable-accommodation",
          "children-ceasing-to-be-looked-after-rate",
          "children-in-need-started-rate",
          "children-in-need-ended-rate",
          "care-leavers-in-education-employment-or-training",
          "assessments-within-45-days-percent",
          "social-worker-agency-rate");

  private TestSightline sightline;

  @BeforeAll
  void start() {
    sightline = TestSightline.withOfficialReleases();
  }

  @AfterAll
  void stop() {
    if (sightline != null) {
      sightline.close();
    }
  }

  @Test
  void hullsLookedAfterRateLiesAboveEnglandsBy324Children() {
    JsonNode hull =
        hull(
            "children-looked-after-rate",
            "",
            """
            value noIntervalBecause interval { level lower upper method basis }
            comparators {
              england { verdict noVerdictBecause overDispersed gapInChildren gapUnit noGapBecause basis }
              neighbourMean { verdict gapInChildren } neighbourMedian { gapInChildren } }
            """);
    double children = 742;
    double population = 62_379;
    double z = 1.959964;
    double next = children + 1;
    double lower = children * Math.pow(1 - 1 / (9 * children) - z / (3 * Math.sqrt(children)), 3);
    double upper = next * Math.pow(1 - 1 / (9 * next) + z / (3 * Math.sqrt(next)), 3);

    assertThat(hull.at("/interval/method").asText()).isEqualTo("BYAR");
    assertThat(hull.at("/interval/level").asText()).isEqualTo("P95");
    assertThat(hull.at("/interval/lower").asDouble())
        .isCloseTo(10_000 * lower / population, HALF_OF_THE_LAST_DIGIT);
    assertThat(hull.at("/interval/upper").asDouble())
        .isCloseTo(10_000 * upper / population, HALF_OF_THE_LAST_DIGIT);
    assertThat(hull.at("/interval/lower").asText()).isEqualTo("110.54");
    assertThat(hull.at("/interval/upper").asText()).isEqualTo("127.83");
    assertThat(hull.at("/interval/basis").asText())
        .contains("742 / 62379 x 10000", "31 March 2025", "Byar");
    assertThat(hull.at("/noIntervalBecause").isNull()).isTrue();
    assertThat(hull.at("/comparators/england/verdict").asText()).isEqualTo("HIGHER");
    assertThat(hull.at("/comparators/england/overDispersed").asBoolean()).isTrue();
    assertThat(hull.at("/comparators/england/basis").asText()).contains("differs from England");
    // 742 - 67 x 62379 / 10000 = 324.06; 742 - 102.9 x 6.2379 = 100.1; 742 - 90 x 6.2379 = 180.6.
    assertThat(hull.at("/comparators/england/gapInChildren").asInt()).isEqualTo(324);
    assertThat(hull.at("/comparators/england/gapUnit").asText()).isNotEmpty();
    assertThat(hull.at("/comparators/neighbourMean/gapInChildren").asInt()).isEqualTo(100);
    assertThat(hull.at("/comparators/neighbourMedian/gapInChildren").asInt()).isEqualTo(181);
  }

  @Test
  void hullsReReferralsHaveWilsonsIntervalAndAreBetterThanNobodySays() {
    JsonNode hull =
        hull(
            "re-referrals-percent",
            "",
            "value interval(level: P998) { lower upper method } comparators { england { verdict gapInChildren } topQuartile { value verdict } }");
    double z = 3.090232;
    double share = 1019.0 / 4696;
    double middle = share + z * z / (2 * 4696);
    double half = z * Math.sqrt(share * (1 - share) / 4696 + z * z / (4.0 * 4696 * 4696));
    double whole = 1 + z * z / 4696;

    assertThat(hull.at("/interval/method").asText()).isEqualTo("WILSON");
    assertThat(hull.at("/interval/lower").asDouble())
        .isCloseTo(100 * (middle - half) / whole, within(0.0006));
    assertThat(hull.at("/interval/upper").asDouble())
        .isCloseTo(100 * (middle + half) / whole, within(0.0006));
    // 95%: 20.5 to 22.9, which holds England's 22.6; 1019 - 22.6 x 46.96 = -42.3.
    assertThat(hull.at("/comparators/england/verdict").asText()).isEqualTo("SIMILAR");
    assertThat(hull.at("/comparators/england/gapInChildren").asInt()).isEqualTo(-42);
    assertThat(hull.at("/comparators/topQuartile/value").asText()).isEqualTo("16.9");
    assertThat(hull.at("/comparators/topQuartile/verdict").asText()).isEqualTo("WORSE");
  }

  @ParameterizedTest
  @CsvSource({
    "children-looked-after-rate, RATE, 67, 151, 50.556, 20.412, 119, 104, 16, 4, 18, 7",
    "re-referrals-percent, PROPORTION, 22.6, 153, 27.005, 3.337, 116, 102, 16, 3, 28, 2",
    "repeat-child-protection-plans-percent, PROPORTION, 24.5, 151, 3.8455, 3.604, 61, 26, 13, 1, 17, 3"
  })
  void funnelsCountWhoLiesOutsideWithoutAndWithOverDispersion(
      String indicator,
      String kind,
      String target,
      int n,
      double phi,
      double tau,
      int none95,
      int none998,
      int multiplied95,
      int multiplied998,
      int added95,
      int added998) {
    String funnel =
        "{ benchmark(indicator: \"%s\", period: \"2025\"%s) { funnel { kind target targetSource n size overDispersion { phi tau applied winsorisedPercent } outside { allowance outside95 outside998 } basis noFunnelBecause limits(at: [1000], allowance: ADDITIVE) { lower998 upper998 } } } }";

    JsonNode ofEngland = sightline.ask(funnel.formatted(indicator, "")).at("/benchmark/funnel");
    JsonNode ofARegion =
        sightline
            .ask(funnel.formatted(indicator, ", among: {region: \"Yorkshire and The Humber\"}"))
            .at("/benchmark/funnel");

    assertThat(ofEngland.at("/kind").asText()).isEqualTo(kind);
    assertThat(ofEngland.at("/target").asText()).isEqualTo(target);
    assertThat(ofEngland.at("/n").asInt()).isEqualTo(n);
    assertThat(ofEngland.at("/overDispersion/phi").asDouble()).isCloseTo(phi, within(0.0005));
    assertThat(ofEngland.at("/overDispersion/tau").asDouble()).isCloseTo(tau, within(0.0005));
    assertThat(ofEngland.at("/overDispersion/applied").asText()).isEqualTo("ADDITIVE");
    assertThat(ofEngland.at("/outside/0/allowance").asText()).isEqualTo("NONE");
    assertThat(ofEngland.at("/outside/0/outside95").asInt()).isEqualTo(none95);
    assertThat(ofEngland.at("/outside/0/outside998").asInt()).isEqualTo(none998);
    assertThat(ofEngland.at("/outside/1/outside95").asInt()).isEqualTo(multiplied95);
    assertThat(ofEngland.at("/outside/1/outside998").asInt()).isEqualTo(multiplied998);
    assertThat(ofEngland.at("/outside/2/outside95").asInt()).isEqualTo(added95);
    assertThat(ofEngland.at("/outside/2/outside998").asInt()).isEqualTo(added998);
    assertThat(ofARegion).isEqualTo(ofEngland);
  }

  @Test
  void hullLiesAboveTheFunnelOfChanceAndInsideTheOneThatAllowsForDispersion() {
    JsonNode place =
        hull(
                "children-looked-after-rate",
                "",
                "funnel { value score withoutAllowance { position95 position998 } withAllowance { position998 limits { allowance lower998 upper998 } } }")
            .at("/funnel");

    assertThat(place.at("/value").asDouble()).isCloseTo(118.9503, within(0.0005));
    // (118.9503 - 67.1180) / (10000 x root(0.00671180 / 62379)) = 15.80
    assertThat(place.at("/score").asDouble()).isCloseTo(15.80, HALF_OF_THE_LAST_DIGIT);
    assertThat(place.at("/withoutAllowance/position998").asText()).isEqualTo("ABOVE");
    assertThat(place.at("/withAllowance/position998").asText()).isEqualTo("INSIDE");
    assertThat(place.at("/withAllowance/limits/allowance").asText()).isEqualTo("ADDITIVE");
  }

  @Test
  void theBestNeighbourNeedsADirection() {
    String wanted =
        "noRankBecause differenceFromBest comparators { neighbourBest { value missing noValueBecause n size verdict noVerdictBecause gapInChildren } topQuartile { noValueBecause } target { noValueBecause } type { value n name method } group(in: {region: \"Yorkshire and The Humber\"}, method: MEDIAN) { n size method } }";

    JsonNode neutral = hull("children-looked-after-rate", "", wanted);
    JsonNode lowest = hull("children-looked-after-rate", ", direction: LOWER_FIRST", wanted);

    assertThat(neutral.at("/comparators/neighbourBest/value").isNull()).isTrue();
    assertThat(neutral.at("/comparators/neighbourBest/noValueBecause").asText())
        .isEqualTo("NEUTRAL_POLARITY");
    assertThat(neutral.at("/comparators/neighbourBest/noVerdictBecause").asText())
        .isEqualTo("COMPARATOR_MISSING");
    assertThat(neutral.at("/comparators/topQuartile/noValueBecause").asText())
        .isEqualTo("NEUTRAL_POLARITY");
    assertThat(neutral.at("/comparators/target/noValueBecause").asText()).isEqualTo("NO_TARGET");
    assertThat(lowest.at("/comparators/neighbourBest/value").asText()).isEqualTo("73");
    assertThat(lowest.at("/comparators/neighbourBest/n").asInt()).isEqualTo(10);
    // Which end ranks first is asked for; which is better is not.
    assertThat(lowest.at("/comparators/neighbourBest/verdict").asText()).isEqualTo("HIGHER");
    assertThat(lowest.at("/comparators/type/method").asText()).isEqualTo("TYPE_MEDIAN");
    assertThat(lowest.at("/comparators/type/name").asText()).contains("UNITARY");
    assertThat(lowest.at("/comparators/group/size").asInt()).isEqualTo(15);
  }

  @Test
  void theTopQuartileAndTheBestAreThoseOfTheBands() {
    JsonNode benchmark =
        sightline
            .ask(
                """
                { benchmark(indicator: "re-referrals-percent", period: "2025") {
                    topQuartileThreshold noTopQuartileBecause best { value rank { position } }
                    standings { value band percentile quantileGroup(groups: 4) differenceFromMedian differenceFromBest } } }
                """)
            .at("/benchmark");

    assertThat(benchmark.at("/topQuartileThreshold").asText()).isEqualTo("16.9");
    assertThat(benchmark.at("/best")).isNotEmpty();
    benchmark
        .at("/best")
        .forEach(best -> assertThat(best.at("/rank/position").asInt()).isEqualTo(1));
    benchmark
        .at("/standings")
        .forEach(
            standing -> {
              double value = standing.at("/value").asDouble();
              assertThat(standing.at("/band").asText().equals("A")).isEqualTo(value <= 16.9);
              assertThat(standing.at("/differenceFromMedian").asDouble())
                  .isCloseTo(value - 20.0, within(1e-9));
            });
    assertThat(benchmark.at("/standings/0/percentile").asDouble()).isZero();
    assertThat(benchmark.at("/standings/0/quantileGroup").asInt()).isEqualTo(1);
    assertThat(benchmark.at("/standings/0/differenceFromBest").asDouble()).isZero();
    assertThat(benchmark.at("/standings/152/percentile").asDouble()).isEqualTo(100);
    assertThat(benchmark.at("/standings/152/quantileGroup").asInt()).isEqualTo(4);
  }

  @Test
  void severalBenchmarksAreTheSameAsEachByItself() {
    String wanted =
        "{ indicator { code } period { code } summary { n mean } standings { value rank { position } } }";

    JsonNode together =
        sightline
            .ask(
                "{ benchmarks(indicators: [\"re-referrals-percent\", \"children-in-need-rate\", \"social-worker-agency-rate\"]) %s }"
                    .formatted(wanted))
            .at("/benchmarks");

    assertThat(together).hasSize(3);
    for (JsonNode one : together) {
      assertThat(
              sightline
                  .ask(
                      "{ benchmark(indicator: \"%s\") %s }"
                          .formatted(one.at("/indicator/code").asText(), wanted))
                  .at("/benchmark"))
          .isEqualTo(one);
    }
  }

  @Test
  void twelveIndicatorsCostTheStatementsOfSix() {
    sightline.ask(everything(TWELVE));
    long six = statements(everything(TWELVE.subList(0, 6)));
    long twelve = statements(everything(TWELVE));

    assertThat(twelve).isEqualTo(six).isLessThanOrEqualTo(20);
  }

  private long statements(String question) {
    StatementCount count = sightline.get(StatementCount.class);
    count.reset();
    sightline.ask(question);
    return count.total();
  }

  private static String everything(List<String> indicators) {
    return """
        { benchmarks(indicators: ["%s"], among: {region: "Yorkshire and The Humber"}) {
            summary { n } funnel { n } best { value } citation { code }
            standings { value interval { lower } percentile funnel { score }
              comparators { england { value verdict gapInChildren } neighbourBest { value } target { value } type { value }
                group(in: {neighboursOf: {council: "810"}}) { value } topQuartile { value } } } } }
        """
        .formatted(String.join("\", \"", indicators));
  }

  private JsonNode hull(String indicator, String arguments, String fields) {
    return sightline
        .ask(
            "{ benchmark(indicator: \"%s\", period: \"2025\"%s) { standing(council: \"810\") { %s } } }"
                .formatted(indicator, arguments, fields))
        .at("/benchmark/standing");
  }
}
