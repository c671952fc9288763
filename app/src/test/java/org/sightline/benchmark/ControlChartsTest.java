package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sightline.DemonstrationPeople.ASHMERE;
import static org.sightline.DemonstrationPeople.COLDWATER;
import static org.sightline.DemonstrationPeople.HULL_OWNER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** Control charts of the demonstration's monthly and rolling figures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlChartsTest {
  private TestSightline sightline;

  @BeforeAll
  void start() {
    sightline = TestSightline.withDemonstration();
  }

  @AfterAll
  void stop() {
    if (sightline != null) {
      sightline.close();
    }
  }

  @Test
  void rollingYearsAreRefusedWithASentence() {
    JsonNode trend =
        trend(HULL_OWNER, "E06000010", "assessments-within-45-days-local", "ROLLING_YEAR");

    assertThat(trend.at("/points")).isNotEmpty();
    assertThat(trend.at("/controlChart/refusedBecause").asText()).isEqualTo("OVERLAPPING_PERIODS");
    assertThat(trend.at("/controlChart/refusal").asText())
        .startsWith("No control chart is drawn of figures of rolling 12 months:");
    assertThat(trend.at("/controlChart/kind").isNull()).isTrue();
    assertThat(trend.at("/controlChart/points")).isEmpty();
    assertThat(trend.at("/recentTrend/noTrendBecause").asText()).isEqualTo("OVERLAPPING_PERIODS");
  }

  @Test
  void aTotalSinceADayIsRefusedHoweverItsPeriodsLook() {
    String indicator = "referrals-through-portal-since-launch-percent";
    JsonNode trend = trend(HULL_OWNER, "E06000010", indicator, "MONTH");

    assertThat(trend.at("/points")).isNotEmpty();
    assertThat(trend.at("/controlChart/refusedBecause").asText()).isEqualTo("OVERLAPPING_PERIODS");
    assertThat(trend.at("/controlChart/refusal").asText())
        .startsWith("No control chart is drawn of '" + indicator + "': by its definition");
    assertThat(trend.at("/recentTrend/noTrendBecause").asText()).isEqualTo("OVERLAPPING_PERIODS");
  }

  @Test
  void monthlyProportionsHaveLimitsByTheirDenominators() {
    JsonNode trend = trend(ASHMERE, "X06000001", "assessments-within-45-days-local", "MONTH");
    JsonNode chart = trend.at("/controlChart");
    List<JsonNode> points = list(trend.at("/points"));
    double counted = points.stream().mapToDouble(one -> one.at("/numerator").asDouble()).sum();
    double among = points.stream().mapToDouble(one -> one.at("/denominator").asDouble()).sum();
    double share = counted / among;

    assertThat(chart.at("/kind").asText()).isEqualTo("P_CHART");
    assertThat(chart.at("/trial").asBoolean()).isTrue();
    assertThat(chart.at("/points")).hasSize(12);
    assertThat(chart.at("/centre").asDouble()).isCloseTo(100 * share, within(0.0006));
    for (int i = 0; i < points.size(); i++) {
      double n = points.get(i).at("/denominator").asDouble();
      double half = 300 * Math.sqrt(share * (1 - share) / n);
      JsonNode point = chart.at("/points").get(i);
      double value = 100 * points.get(i).at("/numerator").asDouble() / n;
      assertThat(point.at("/lower").asDouble())
          .isCloseTo(Math.max(0, 100 * share - half), within(0.0006));
      assertThat(point.at("/upper").asDouble())
          .isCloseTo(Math.min(100, 100 * share + half), within(0.0006));
      assertThat(point.at("/signals").toString().contains("OUTSIDE_LIMITS"))
          .isEqualTo(Math.abs(value - 100 * share) > half);
    }
    assertThat(chart.at("/basis").asText()).contains("all 12 points", "Trial limits");
    assertThat(trend.at("/recentTrend/noTrendBecause").asText()).isEqualTo("NOT_YEARLY");
  }

  @Test
  void countsOfMonthEndsFollowOneAnother() {
    JsonNode trend = trend(ASHMERE, "X06000001", "children-looked-after-local", "MONTH_END");
    List<JsonNode> points = list(trend.at("/points"));

    assertThat(points).hasSize(12);
    assertThat(points.getFirst().at("/change/noChangeBecause").asText())
        .isEqualTo("NO_PREVIOUS_PERIOD");
    for (int i = 1; i < points.size(); i++) {
      assertThat(points.get(i).at("/change/value").asInt(-9999))
          .isEqualTo(points.get(i).at("/value").asInt() - points.get(i - 1).at("/value").asInt());
      assertThat(points.get(i).at("/change/since/code"))
          .isEqualTo(points.get(i - 1).at("/period/code"));
    }
    assertThat(trend.at("/controlChart/kind").asText()).isEqualTo("XMR");
    assertThat(trend.at("/controlChart/points")).hasSize(12);
    assertThat(trend.at("/controlChart/basis").asText())
        .contains("all 12 points, 30 November 2025 to 31 October 2026");
    assertThat(trend.at("/recentTrend/noTrendBecause").asText()).isEqualTo("NOT_YEARLY");
    assertThat(
            sightline
                .ask(
                    ASHMERE,
                    "{ trend(council: \"X06000001\", indicator: \"children-looked-after-local\") { periodType } }")
                .at("/trend/periodType")
                .asText())
        .isEqualTo("MONTH_END");
  }

  @Test
  void onlyTheStretchAfterAGapIsCharted() {
    JsonNode chart =
        trend(COLDWATER, "X06000003", "contacts-received", "MONTH").at("/controlChart");

    assertThat(chart.at("/kind").asText()).isEqualTo("XMR");
    assertThat(list(chart.at("/points")).stream().map(one -> one.at("/period/code").asText()))
        .containsExactly("2026-09", "2026-10");
    assertThat(chart.at("/basis").asText()).contains("the last 2 of 12 points");
  }

  @Test
  void aProfileShowsTheCouncilsOwnMonthsToThoseWhoMaySeeThem() {
    String question =
        """
        { council(code: "X06000001") { profile { themes { indicators { indicator { code }
            trends { periodType points { value } } } } } } }
        """;

    assertThat(sightline.ask(ASHMERE, question).findValuesAsText("periodType")).contains("MONTH");
    assertThat(sightline.ask(question).findValuesAsText("periodType")).doesNotContain("MONTH");
  }

  private JsonNode trend(Viewer viewer, String council, String indicator, String type) {
    String question =
        """
        { trend(council: "%s", indicator: "%s", periodType: %s) {
            points { period { code } value numerator denominator change { value since { code } noChangeBecause noTestBecause } }
            recentTrend { noTrendBecause }
            controlChart { kind centre trial points { period { code } value lower upper signals } refusedBecause refusal basis } } }
        """
            .formatted(council, indicator, type);
    return sightline.ask(viewer, question).at("/trend");
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
