package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.TestSightline;

/** Trends, changes and improvers on the real official files, against arithmetic done elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhereFiguresGoTest {
  private static final String YORKSHIRE =
      "among: {region: \"E12000003\"}, period: \"2025\", periods: 3";

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
  void theRecentTrendOfHullsReReferralsIsThatOfItsLastFiveYears() {
    JsonNode trend =
        sightline
            .ask(
                """
                { trend(council: "810", indicator: "re-referrals-percent") {
                    points { numerator denominator directionOfTravel }
                    recentTrend { direction directionOfTravel statistic threshold turnsWithoutOnePoint noTrendBecause
                      periods { code } basis } } }
                """)
            .at("/trend");
    JsonNode recent = trend.at("/recentTrend");

    assertThat(recent.at("/periods").findValuesAsText("code"))
        .containsExactly("2021", "2022", "2023", "2024", "2025");
    assertThat(recent.at("/statistic").asDouble()).isCloseTo(2.516709497011437, within(1e-9));
    assertThat(recent.at("/statistic").asDouble())
        .isCloseTo(trendInProportions(trend.at("/points")), within(1e-9));
    assertThat(recent.at("/threshold").asDouble()).isCloseTo(9.5495, within(0.0001));
    assertThat(recent.at("/direction").asText()).isEqualTo("NO_SIGNIFICANT_CHANGE");
    assertThat(recent.at("/directionOfTravel").asText()).isEqualTo("SAME");
    assertThat(recent.at("/turnsWithoutOnePoint").asBoolean()).isFalse();
    assertThat(recent.at("/noTrendBecause").isNull()).isTrue();
    assertThat(recent.at("/basis").asText()).contains("Cochran", "children-in-need-2025");
  }

  @Test
  void aRecentTrendTakesFivePointsAndSaysSo() {
    JsonNode recent =
        sightline
            .ask(
                "{ trend(council: \"810\", indicator: \"re-referrals-percent\", from: \"2022\") { recentTrend { direction noTrendBecause } } }")
            .at("/trend/recentTrend");

    assertThat(recent).hasToString("{\"direction\":null,\"noTrendBecause\":\"TOO_FEW_POINTS\"}");
  }

  @Test
  void aChangeOfAFlowIsTestedByTwoProportions() {
    JsonNode point =
        sightline
            .ask(
                """
                { trend(council: "810", indicator: "re-referrals-percent", from: "2025") {
                    points { value directionOfTravel change { value moreThanChance p noTestBecause basis } } } }
                """)
            .at("/trend/points/0");

    assertThat(point.at("/value").asText()).isEqualTo("21.7");
    assertThat(point.at("/change/value").asText()).isEqualTo("1.4");
    assertThat(point.at("/directionOfTravel").asText()).isEqualTo("WORSENED");
    assertThat(point.at("/change/moreThanChance").asBoolean(true)).isFalse();
    assertThat(point.at("/change/p").asDouble()).isCloseTo(0.0998409671306015, within(1e-9));
    assertThat(point.at("/change/noTestBecause").isNull()).isTrue();
    assertThat(point.at("/change/basis").asText()).contains("1019 / 4696", "1021 / 5020");
  }

  @Test
  void aChangeOfAStockIsNeverMoreThanChance() {
    JsonNode point =
        sightline
            .ask(
                """
                { trend(council: "810", indicator: "children-looked-after-rate", from: "2025") {
                    points { directionOfTravel change { value moreThanChance p noTestBecause basis } } } }
                """)
            .at("/trend/points/0");

    assertThat(point.at("/change/value").isNull()).isFalse();
    assertThat(point.at("/change/moreThanChance").isNull()).isTrue();
    assertThat(point.at("/change/p").isNull()).isTrue();
    assertThat(point.at("/change/noTestBecause").asText()).isEqualTo("STOCK");
    assertThat(point.at("/directionOfTravel").asText()).isIn("HIGHER", "LOWER", "SAME");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "three-or-more-placements-in-two-years-percent",
        "same-carer-for-two-years-percent"
      })
  void figuresOfTwoYearsAreNoEvidenceOfATrendAlthoughTheyAreYearly(String indicator) {
    JsonNode answer =
        sightline.ask(
            """
            { indicator(code: "%1$s") { overlaps }
              trend(council: "810", indicator: "%1$s") {
                points { value change { value moreThanChance noTestBecause } }
                recentTrend { direction statistic noTrendBecause }
                controlChart { kind refusedBecause refusal } } }
            """
                .formatted(indicator));
    JsonNode newest = answer.at("/trend/points").get(answer.at("/trend/points").size() - 1);

    assertThat(answer.at("/indicator/overlaps").asBoolean()).isTrue();
    assertThat(answer.at("/trend/points")).hasSizeGreaterThanOrEqualTo(5);
    assertThat(newest.at("/change/value").isNull()).isFalse();
    assertThat(newest.at("/change/moreThanChance").isNull()).isTrue();
    assertThat(newest.at("/change/noTestBecause").asText()).isEqualTo("OVERLAPPING_PERIODS");
    assertThat(answer.at("/trend/recentTrend"))
        .hasToString(
            "{\"direction\":null,\"statistic\":null,\"noTrendBecause\":\"OVERLAPPING_PERIODS\"}");
    assertThat(answer.at("/trend/controlChart/kind").isNull()).isTrue();
    assertThat(answer.at("/trend/controlChart/refusedBecause").asText())
        .isEqualTo("OVERLAPPING_PERIODS");
    assertThat(answer.at("/trend/controlChart/refusal").asText()).contains(indicator);
  }

  @Test
  void movesWithinTheYearDoNotOverlap() {
    JsonNode answer =
        sightline.ask(
            """
            { indicator(code: "three-or-more-placements-in-year-percent") { overlaps }
              trend(council: "810", indicator: "three-or-more-placements-in-year-percent") {
                recentTrend { noTrendBecause } controlChart { kind } } }
            """);

    assertThat(answer.at("/indicator/overlaps").asBoolean(true)).isFalse();
    assertThat(answer.at("/trend/recentTrend/noTrendBecause").isNull()).isTrue();
    assertThat(answer.at("/trend/controlChart/kind").isNull()).isFalse();
  }

  @Test
  void aStandingGoesWhereItsCouncilsTrendGoes() {
    JsonNode standing =
        sightline
            .ask(
                """
                { benchmark(indicator: "re-referrals-percent", period: "2025") {
                    standing(council: "810") { directionOfTravel change { moreThanChance p } } } }
                """)
            .at("/benchmark/standing");

    assertThat(standing.at("/directionOfTravel").asText()).isEqualTo("WORSENED");
    assertThat(standing.at("/change/p").asDouble()).isCloseTo(0.0998409671306015, within(1e-9));
  }

  @Test
  void improversOfYorkshireOverThreeYearsAreInTheOrderOfTheFiles() {
    JsonNode improvers =
        sightline
            .ask(
                """
                { improvers(indicator: "re-referrals-percent", %s) {
                    from { code } to { code } noRankBecause basis
                    changes { rank { position of sharedBy } area { name } fromValue toValue change directionOfTravel
                      moreThanChance rankNow { position of } }
                    missing { area { name } reason } } }
                """
                    .formatted(YORKSHIRE))
            .at("/improvers");

    assertThat(improvers.at("/from/code").asText()).isEqualTo("2022");
    assertThat(improvers.at("/to/code").asText()).isEqualTo("2025");
    assertThat(lines(improvers.at("/changes")))
        .containsExactly(
            "1 North East Lincolnshire 27.7 21.4 -6.3 IMPROVED",
            "2 Wakefield 21.8 18.5 -3.3 IMPROVED",
            "3 Bradford 25.9 22.9 -3.0 IMPROVED",
            "4 North Lincolnshire 15.2 14 -1.2 IMPROVED",
            "5 Sheffield 17.4 16.5 -0.9 IMPROVED",
            "6 Calderdale 20.4 20.4 0.0 SAME",
            "7 East Riding of Yorkshire 16.3 16.4 0.1 WORSENED",
            "8 Leeds 23.7 24.2 0.5 WORSENED",
            "9 Rotherham 18.2 19.6 1.4 WORSENED",
            "9 York 21.8 23.2 1.4 WORSENED",
            "11 Kingston upon Hull, City of 18.5 21.7 3.2 WORSENED",
            "12 North Yorkshire 15.9 19.8 3.9 WORSENED",
            "13 Kirklees 15.5 19.7 4.2 WORSENED",
            "14 Barnsley 18.2 25.5 7.3 WORSENED",
            "15 Doncaster 7 29.4 22.4 WORSENED");
    assertThat(improvers.at("/changes/0/rank/of").asInt()).isEqualTo(15);
    assertThat(improvers.at("/changes/8/rank/sharedBy").asInt()).isEqualTo(2);
    assertThat(improvers.at("/changes/14/moreThanChance").asBoolean()).isTrue();
    assertThat(improvers.at("/changes/3/rankNow/position").asInt()).isEqualTo(1);
    assertThat(improvers.at("/missing")).isEmpty();
    assertThat(improvers.at("/basis").asText()).contains("15 of 15", "children-in-need-2025");
  }

  @Test
  void nobodyIsAnImproverWhereNeitherEndIsBetterAndWhereTheSeriesIsTooShort() {
    JsonNode neutral =
        sightline
            .ask(
                "{ improvers(indicator: \"children-looked-after-rate\", among: {region: \"E12000003\"}) { direction noRankBecause changes { rank { position } directionOfTravel } } }")
            .at("/improvers");
    JsonNode tooFar =
        sightline
            .ask(
                "{ improvers(indicator: \"re-referrals-percent\", among: {region: \"E12000003\"}, periods: 30) { from { code } changes { change } missing { reason } basis } }")
            .at("/improvers");

    assertThat(neutral.at("/direction").isNull()).isTrue();
    assertThat(neutral.at("/noRankBecause").asText()).isEqualTo("NEUTRAL_POLARITY");
    assertThat(neutral.at("/changes")).hasSize(15).allMatch(one -> one.at("/rank").isNull());
    assertThat(tooFar.at("/from").isNull()).isTrue();
    assertThat(tooFar.at("/changes")).isEmpty();
    assertThat(tooFar.at("/missing")).hasSize(15);
    assertThat(tooFar.at("/missing").findValuesAsText("reason")).contains("NO_PREVIOUS_PERIOD");
  }

  @Test
  void periodsThatCannotBeAreRefusedWithASentence() {
    assertThat(
            sightline.mistake(
                "{ improvers(indicator: \"re-referrals-percent\", periods: 0) { basis } }"))
        .isEqualTo("A change is told over 1 to 60 periods, not 0.");
  }

  @Test
  void aProfileSaysOfAnIndicatorWhatItsBenchmarkAndItsTrendSay() {
    JsonNode answer =
        sightline.ask(
            """
            { council(code: "810") { profile { basis themes { theme indicators {
                indicator { code } period { code } noStandingBecause
                standing { value rank { position of } band directionOfTravel change { value p }
                  comparators { england { value } neighbourMean { value n } } }
                trends { periodType points { period { code } value } recentTrend { statistic } } } } } }
              benchmark(indicator: "re-referrals-percent") { standing(council: "810") {
                value rank { position of } band directionOfTravel change { value p }
                comparators { england { value } neighbourMean { value n } } } }
              trend(council: "810", indicator: "re-referrals-percent", from: "2014") {
                periodType points { period { code } value } recentTrend { statistic } }
              indicators { code } }
            """);
    List<JsonNode> lines = answer.at("/council/profile/themes").findValues("indicators");
    List<JsonNode> all =
        lines.stream().flatMap(line -> StreamSupport.stream(line.spliterator(), false)).toList();
    JsonNode reReferrals =
        all.stream()
            .filter(line -> line.at("/indicator/code").asText().equals("re-referrals-percent"))
            .findFirst()
            .orElseThrow();

    assertThat(all).hasSameSizeAs(answer.at("/indicators"));
    assertThat(reReferrals.at("/standing")).isEqualTo(answer.at("/benchmark/standing"));
    assertThat(reReferrals.at("/trends/0")).isEqualTo(answer.at("/trend"));
    assertThat(answer.at("/council/profile/themes").findValuesAsText("theme"))
        .contains("workforce", "children-looked-after")
        .isSorted();
    assertThat(all)
        .allSatisfy(
            line ->
                assertThat(line.at("/standing").isNull())
                    .isNotEqualTo(line.at("/noStandingBecause").isNull()));
  }

  private static List<String> lines(JsonNode changes) {
    return StreamSupport.stream(changes.spliterator(), false)
        .map(
            one ->
                "%s %s %s %s %s %s"
                    .formatted(
                        one.at("/rank/position").asText(),
                        one.at("/area/name").asText(),
                        one.at("/fromValue").asText(),
                        one.at("/toValue").asText(),
                        one.at("/change").asText(),
                        one.at("/directionOfTravel").asText()))
        .toList();
  }

  /** The score of a logistic slope of 0, squared over its variance: written down a second time. */
  private static double trendInProportions(JsonNode points) {
    int first = points.size() - 5;
    double[] counts = numbers(points, first, "/numerator");
    double[] of = numbers(points, first, "/denominator");
    double all = IntStream.range(0, 5).mapToDouble(i -> of[i]).sum();
    double share = IntStream.range(0, 5).mapToDouble(i -> counts[i]).sum() / all;
    double score = IntStream.range(0, 5).mapToDouble(i -> (counts[i] - of[i] * share) * i).sum();
    double mean = IntStream.range(0, 5).mapToDouble(i -> of[i] * i).sum() / all;
    double spread = IntStream.range(0, 5).mapToDouble(i -> of[i] * (i - mean) * (i - mean)).sum();
    return score * score / (share * (1 - share) * spread);
  }

  private static double[] numbers(JsonNode points, int first, String pointer) {
    return IntStream.range(first, points.size())
        .mapToDouble(i -> points.get(i).at(pointer).asDouble())
        .toArray();
  }
}
