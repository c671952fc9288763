package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.TestSightline;

/** The same question gets the same answer as the official tools, on their own files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialAnswersTest {
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

  @ParameterizedTest
  @CsvSource({
    "E06000010, 119, 742, 62379, 102.9, 90",
    "E06000019, 100, 344, , 66.7, 62.5",
    "E06000014, 69, 240, , 57.4, 58.5"
  })
  void lookedAfterRatesStandBesideTheirNeighbours(
      String council,
      String value,
      String numerator,
      String denominator,
      String neighbourMean,
      String neighbourMedian) {
    JsonNode standing =
        sightline
            .ask(
                """
                { benchmark(indicator: "children-looked-after-rate", period: "2025") {
                    period { code type }
                    standing(council: "%s") {
                      value numerator denominator rank { position } band noRankBecause noBandBecause
                      comparators {
                        england { value } neighbourMean { value n size model { code } } neighbourMedian { value n }
                      } } } }
                """
                    .formatted(council))
            .at("/benchmark/standing");

    assertThat(standing.at("/value").decimalValue()).isEqualByComparingTo(value);
    assertThat(standing.at("/numerator").asText()).isEqualTo(numerator);
    if (denominator != null) {
      assertThat(standing.at("/denominator").asText()).isEqualTo(denominator);
    }
    assertThat(standing.at("/comparators/england/value").asText()).isEqualTo("67");
    assertThat(standing.at("/comparators/neighbourMean/value").asText()).isEqualTo(neighbourMean);
    assertThat(standing.at("/comparators/neighbourMean/n").asInt()).isEqualTo(10);
    assertThat(standing.at("/comparators/neighbourMean/model/code").asText()).isEqualTo("2025");
    assertThat(standing.at("/comparators/neighbourMedian/value").asText())
        .isEqualTo(neighbourMedian);
    assertThat(standing.at("/rank").isNull()).isTrue();
    assertThat(standing.at("/band").isNull()).isTrue();
    assertThat(standing.at("/noRankBecause").asText()).isEqualTo("NEUTRAL_POLARITY");
    assertThat(standing.at("/noBandBecause").asText()).isEqualTo("NEUTRAL_POLARITY");
  }

  @Test
  void anExplicitDirectionRanksANeutralIndicator() {
    JsonNode rank =
        sightline
            .ask(
                """
                { benchmark(indicator: "children-looked-after-rate", period: "2025", direction: LOWER_FIRST) {
                    standing(council: "810") { rank { position of } band } } }
                """)
            .at("/benchmark/standing");

    assertThat(rank.at("/rank/position").asInt()).isEqualTo(139);
    assertThat(rank.at("/rank/of").asInt()).isEqualTo(151);
    assertThat(rank.at("/band").asText()).isEqualTo("D");
  }

  @Test
  void whoeverIsMissingIsNamedWithTheReasonAndEndedCouncilsAreNotMissing() {
    JsonNode summary =
        sightline
            .ask(
                """
                { benchmark(indicator: "children-looked-after-rate", period: "2025") {
                    summary { n size missing { reason count areas { name } } } } }
                """)
            .at("/benchmark/summary");

    assertThat(summary.at("/n").asInt()).isEqualTo(151);
    assertThat(summary.at("/size").asInt()).isEqualTo(153);
    assertThat(missing(summary))
        .containsExactly("SUPPRESSED 1 City of London", "NOT_APPLICABLE 1 Isles of Scilly");
  }

  @ParameterizedTest
  @CsvSource({"810, 509.3", "884, 457.0", "816, 329.4"})
  void childrenInNeedRatesAreDerivedAndNameBothReleases(String council, String value) {
    JsonNode benchmark =
        sightline
            .ask(
                """
                { benchmark(indicator: "children-in-need-rate", period: "2025") {
                    england { value observation { derived } }
                    basis { derived releases { code } }
                    standing(council: "%s") {
                      value observation { derived derivedFrom releases { code } sources { file line } } } } }
                """
                    .formatted(council))
            .at("/benchmark");

    assertThat(benchmark.at("/england/value").asText()).isEqualTo("330.3");
    assertThat(benchmark.at("/standing/value").decimalValue()).isEqualByComparingTo(value);
    assertThat(benchmark.at("/standing/observation/derived").asBoolean()).isTrue();
    assertThat(benchmark.at("/standing/observation/releases").findValuesAsText("code"))
        .containsExactly("children-in-need-2025", "mid-year-population-2024");
    assertThat(benchmark.at("/basis/releases").findValuesAsText("code"))
        .containsExactly("children-in-need-2025", "mid-year-population-2024");
    assertThat(benchmark.at("/standing/observation/sources")).hasSize(2);
    assertThat(benchmark.at("/standing/observation/derivedFrom").asText())
        .contains("31 March 2025", "30 June 2024", "rounded half up to 1 decimal");
  }

  @Test
  void aRateThatTheEarlierReleasePublishedIsItsOwn() {
    String question =
        """
        { benchmark(indicator: "children-in-need-rate", period: "2024"%s) {
            england { value observation { derived releases { code } } } } }
        """;

    JsonNode then =
        sightline.ask(question.formatted(", asAt: \"2024-12-31\"")).at("/benchmark/england");
    JsonNode now = sightline.ask(question.formatted("")).at("/benchmark/england");

    assertThat(then.at("/value").asText()).isEqualTo("332.9");
    assertThat(then.at("/observation/derived").asBoolean()).isFalse();
    assertThat(then.at("/observation/releases/0/code").asText()).isEqualTo("children-in-need-2024");
    assertThat(now.at("/value").asText()).isEqualTo("331.2");
    assertThat(now.at("/observation/derived").asBoolean()).isTrue();
  }

  @Test
  void aWithdrawnValueIsStillKnownAsAtItsRelease() {
    String question =
        """
        { benchmark(indicator: "repeat-child-protection-plans-percent", period: "2022"%s) {
            england { value observation { numerator } }
            standing(council: "E08000017") { value missing numerator observation { numeratorMissing } } } }
        """;

    JsonNode then = sightline.ask(question.formatted(", asAt: \"2024-12-31\"")).at("/benchmark");
    JsonNode now = sightline.ask(question.formatted("")).at("/benchmark");

    assertThat(then.at("/standing/numerator").asText()).isEqualTo("437");
    assertThat(then.at("/standing/value").decimalValue()).isEqualByComparingTo("100");
    assertThat(then.at("/england/observation/numerator").asText()).isEqualTo("14990");
    assertThat(then.at("/england/value").asText()).isEqualTo("23.3");
    assertThat(now.at("/standing/value").isNull()).isTrue();
    assertThat(now.at("/standing/missing").asText()).isEqualTo("LOW_RELIABILITY");
    assertThat(now.at("/england/observation/numerator").asText()).isEqualTo("14550");
    assertThat(now.at("/england/value").asText()).isEqualTo("22.7");
  }

  @Test
  void aMissingPreviousYearLeavesNoChangeRatherThanNone() {
    JsonNode standing =
        sightline
            .ask(
                """
                { benchmark(indicator: "re-referrals-percent", period: "2025") {
                    standing(council: "E06000019") {
                      value rank { position of } band
                      change { value previousValue previousMissing noChangeBecause since { code } } } } }
                """)
            .at("/benchmark/standing");

    assertThat(standing.at("/value").asText()).isEqualTo("14.8");
    assertThat(standing.at("/rank/position").asInt()).isEqualTo(13);
    assertThat(standing.at("/rank/of").asInt()).isEqualTo(153);
    assertThat(standing.at("/band").asText()).isEqualTo("A");
    assertThat(standing.at("/change/value").isNull()).isTrue();
    assertThat(standing.at("/change/previousMissing").asText()).isEqualTo("LOW_RELIABILITY");
    assertThat(standing.at("/change/noChangeBecause").asText()).isEqualTo("PREVIOUS_VALUE_MISSING");
    assertThat(standing.at("/change/since/code").asText()).isEqualTo("2024");
  }

  @Test
  void aJointReturnIsRankedOnceAndItsMembersAreMissing() {
    JsonNode benchmark =
        sightline
            .ask(
                """
                { benchmark(indicator: "social-worker-agency-rate", period: "2025") {
                    summary { n size missing { reason count areas { name } } }
                    standings { area { __typename name } rank { position } missing observation { reportedBy { name } } }
                    member: standing(council: "E06000061") { missing }
                } }
                """)
            .at("/benchmark");

    List<String> joint = new ArrayList<>();
    benchmark
        .at("/standings")
        .forEach(
            standing -> {
              if (standing.at("/area/__typename").asText().equals("JointReturn")) {
                joint.add(standing.at("/area/name").asText());
                assertThat(standing.at("/rank/position").asInt()).isPositive();
              }
            });
    assertThat(joint)
        .containsExactlyInAnyOrder(
            "North Northamptonshire / West Northamptonshire",
            "Kingston upon Thames / Richmond upon Thames");
    assertThat(missing(benchmark.at("/summary")))
        .contains(
            "REPORTED_JOINTLY 4 Kingston upon Thames, North Northamptonshire, Richmond upon Thames, West Northamptonshire");
  }

  @Test
  void aNeighbourThatReportsJointlyIsNamedAsMissing() {
    JsonNode mean =
        sightline
            .ask(
                """
                { benchmark(indicator: "social-worker-agency-rate", period: "2025", among: {councils: ["E06000055"]}) {
                    standings { comparators { neighbourMean { n size missingMembers { area { name } reason } fewerThanEight } } } } }
                """)
            .at("/benchmark/standings/0/comparators/neighbourMean");

    assertThat(mean.at("/size").asInt()).isEqualTo(10);
    assertThat(mean.at("/n").asInt()).isEqualTo(10 - mean.at("/missingMembers").size());
    assertThat(mean.at("/missingMembers").findValuesAsText("reason")).contains("REPORTED_JOINTLY");
  }

  @Test
  void cumbriasFiguresEndWithCumbria() {
    JsonNode data =
        sightline.ask(
            """
            { cumbria: trend(council: "E10000006", indicator: "re-referrals-percent") {
                area { name existsTo successors { name } } points { period { code } value } }
              cumberland: trend(council: "E06000063", indicator: "re-referrals-percent") {
                area { name predecessors { name } } points { period { code } value } } }
            """);

    assertThat(data.at("/cumbria/points").findValuesAsText("code"))
        .startsWith("2013")
        .endsWith("2023");
    assertThat(data.at("/cumbria/area/successors").findValuesAsText("name"))
        .containsExactly("Cumberland", "Westmorland and Furness");
    assertThat(data.at("/cumberland/points").findValuesAsText("code"))
        .containsExactly("2024", "2025");
    assertThat(data.at("/cumberland/points").findValuesAsText("value")).doesNotContain("null");
  }

  @Test
  void barnsleyIsOneCouncilAcrossItsChangeOfCode() {
    JsonNode data =
        sightline.ask(
            """
            { before: council(code: "E08000016") { id code codes { scheme code } }
              after: council(code: "E08000038") { id }
              number: council(code: "370") { id }
              trend(council: "E08000038", indicator: "social-worker-agency-rate") { points { period { year } value } } }
            """);

    assertThat(data.at("/before/id"))
        .isEqualTo(data.at("/after/id"))
        .isEqualTo(data.at("/number/id"));
    assertThat(data.at("/before/code").asText()).isEqualTo("E08000038");
    assertThat(data.at("/trend/points").findValuesAsText("year"))
        .startsWith("2017")
        .endsWith("2025");
    assertThat(data.at("/trend/points").findValuesAsText("value")).doesNotContain("null");
  }

  @Test
  void aNeighbourOfTheOldModelThatHasEndedIsNamedAsEnded() {
    JsonNode missing =
        sightline
            .ask(
                """
                { trend(council: "E10000019", indicator: "re-referrals-percent", from: "2025", neighbourModel: "2021") {
                    points { comparators { neighbourMedian { n size missingMembers { area { name } reason } } } } } }
                """)
            .at("/trend/points/0/comparators/neighbourMedian/missingMembers");

    assertThat(missing.findValuesAsText("name")).contains("Cumbria");
    assertThat(missing.findValuesAsText("reason")).contains("COUNCIL_ENDED");
  }

  private static List<String> missing(JsonNode summary) {
    List<String> missing = new ArrayList<>();
    summary
        .at("/missing")
        .forEach(
            one ->
                missing.add(
                    "%s %d %s"
                        .formatted(
                            one.at("/reason").asText(),
                            one.at("/count").asInt(),
                            String.join(", ", one.at("/areas").findValuesAsText("name")))));
    return missing;
  }
}
