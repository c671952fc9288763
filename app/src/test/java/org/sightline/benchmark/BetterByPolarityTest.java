package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.CouncilReturn;
import org.sightline.SharedWorld;
import org.sightline.TestSightline;
import org.sightline.indicator.AccessClass;

/** What is better goes by polarity, or by nearness to a target, whatever direction is asked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BetterByPolarityTest {
  private static final String DEFINITION =
      """
      - code: %s
        name: Made for a test
        theme: test
        unit: %s
        decimals: 1
        kind: %s
        nature: FLOW
        polarity: %s
        polarity-source: A test
        small-range: %s
        description: Made for a test.
        numerator: Some.
        denominator: All.
        source: A test
      """;
  private static final String TARGET =
      """
        targets:
          - {value: 20, tolerance: 2, from: 2020-04-01, source: A test}
      """;
  private static final String HULL = "E06000010";
  private static final String LEEDS = "E08000035";
  private static final String WAKEFIELD = "E08000036";
  private static final String KIRKLEES = "E08000034";
  private static final String CALDERDALE = "E08000033";
  private static final String CUMBRIA = "E10000006";

  private TestSightline sightline;
  private SharedWorld world;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    Path indicators = Files.createDirectory(folder.resolve("indicators"));
    Files.writeString(
        indicators.resolve("test.yaml"),
        proportion("lower-better", "LOWER_IS_BETTER")
            + proportion("neutral", "NEUTRAL")
            + proportion("of-councils", "LOWER_IS_BETTER")
            + DEFINITION.formatted("small", "PERCENT", "PROPORTION", "HIGHER_IS_BETTER", true)
            + DEFINITION.formatted("counted", "COUNT", "COUNT", "LOWER_IS_BETTER", false)
            + proportion("near-unknown", "NEAR_TARGET")
            + proportion("near-target", "NEAR_TARGET")
            + TARGET
            + proportion("both-sides", "NEAR_TARGET")
            + TARGET);
    sightline = TestSightline.emptyWith(folder);
    world = new SharedWorld(sightline.database());
    CouncilReturn release = world.officialRelease();
    for (int year = 2021; year <= 2025; year++) {
      world.reportingYear(year);
      release.figureOf(HULL, "counted", String.valueOf(year), String.valueOf(100 + year % 5));
    }
    for (String indicator : List.of("lower-better", "neutral", "near-unknown")) {
      change(release, indicator, HULL, "20.0", "25.0");
      change(release, indicator, LEEDS, "30.0", "29.0");
    }
    change(release, "near-target", HULL, "30.0", "25.0");
    change(release, "near-target", LEEDS, "10.0", "14.0");
    change(release, "near-target", WAKEFIELD, "15.0", "13.0");
    change(release, "near-target", KIRKLEES, "23.0", "17.0");
    change(release, "near-target", CALDERDALE, "19.0", "21.0");
    List<String> councils = List.of(HULL, LEEDS, WAKEFIELD, KIRKLEES);
    List<String> bothSides = List.of("30.0", "12.0", "17.0", "23.0");
    for (int i = 0; i < councils.size(); i++) {
      release.figureOf(councils.get(i), "both-sides", "2025", bothSides.get(i));
      release.figureOf(councils.get(i), "small", "2025", bothSides.get(i));
    }
    release.add();
    for (String code : List.of(HULL, LEEDS)) {
      world
          .councilReturn(world.council(code))
          .ofClass(AccessClass.PUBLISHED)
          .share("of-councils", "2024", "", "50.0", "10.5", "21")
          .share("of-councils", "2025", "", "60.0", "12", "20")
          .add();
    }
  }

  private static String proportion(String code, String polarity) {
    return DEFINITION.formatted(code, "PERCENT", "PROPORTION", polarity, false);
  }

  private static void change(
      CouncilReturn release, String indicator, String council, String then, String now) {
    release.figureOf(council, indicator, "2024", then).figureOf(council, indicator, "2025", now);
  }

  @AfterAll
  void stop() {
    world.close();
    sightline.close();
  }

  @Test
  void anAskedDirectionOrdersAndNeverImproves() {
    JsonNode benchmark =
        benchmark("lower-better", ", direction: HIGHER_FIRST", "area { code } directionOfTravel");

    assertThat(lines(benchmark, "/area/code", "/directionOfTravel"))
        .containsExactly(LEEDS + " IMPROVED", HULL + " WORSENED");
  }

  @Test
  void anAskedDirectionOfANeutralIndicatorLeavesHigherAndLower() {
    JsonNode benchmark =
        benchmark("neutral", ", direction: LOWER_FIRST", "area { code } directionOfTravel");

    assertThat(lines(benchmark, "/area/code", "/directionOfTravel"))
        .containsExactly(HULL + " HIGHER", LEEDS + " LOWER");
  }

  @Test
  void improversGoByPolarityWhateverDirectionIsAsked() {
    JsonNode improvers = improvers("lower-better", ", direction: HIGHER_FIRST");

    assertThat(improvers.at("/direction").asText()).isEqualTo("LOWER_FIRST");
    assertThat(changes(improvers))
        .containsExactly("1 " + LEEDS + " -1.0 IMPROVED", "2 " + HULL + " 5.0 WORSENED");
  }

  @Test
  void improversAreRankedAsAskedWherePolarityGivesNoOrder() {
    assertThat(changes(improvers("neutral", ", direction: HIGHER_FIRST")))
        .containsExactly("1 " + HULL + " 5.0 HIGHER", "2 " + LEEDS + " -1.0 LOWER");
    assertThat(changes(improvers("near-unknown", ", direction: LOWER_FIRST")))
        .containsExactly("1 " + LEEDS + " -1.0 LOWER", "2 " + HULL + " 5.0 HIGHER");
    assertThat(improvers("near-unknown", "").at("/noRankBecause").asText()).isEqualTo("NO_TARGET");
  }

  @Test
  void nearerATargetIsImproved() {
    JsonNode benchmark = benchmark("near-target", "", "area { code } directionOfTravel");
    JsonNode trend =
        sightline
            .ask(
                "{ trend(council: \"%s\", indicator: \"near-target\") { points { directionOfTravel } } }"
                    .formatted(LEEDS))
            .at("/trend/points/1/directionOfTravel");

    assertThat(lines(benchmark, "/area/code", "/directionOfTravel"))
        .containsExactlyInAnyOrder(
            HULL + " IMPROVED",
            LEEDS + " IMPROVED",
            WAKEFIELD + " WORSENED",
            KIRKLEES + " SAME",
            CALDERDALE + " SAME");
    assertThat(trend.asText()).isEqualTo("IMPROVED");
  }

  @Test
  void improversOfATargetAreRankedByHowMuchNearerTheyCame() {
    JsonNode improvers = improvers("near-target", ", direction: HIGHER_FIRST");

    assertThat(changes(improvers))
        .containsExactly(
            "1 " + HULL + " -5.0 IMPROVED",
            "2 " + LEEDS + " 4.0 IMPROVED",
            "3 " + CALDERDALE + " 2.0 SAME",
            "3 " + KIRKLEES + " -6.0 SAME",
            "5 " + WAKEFIELD + " -2.0 WORSENED");
    assertThat(improvers.at("/noRankBecause").isNull()).isTrue();
    assertThat(improvers.at("/basis").asText())
        .contains("1 period, by how much nearer the target the values came");
  }

  @Test
  void ofTwoThatAreEquallyNearATargetTheBestIsTheOneNearestOnesOwn() {
    JsonNode benchmark =
        benchmark(
            "both-sides",
            "",
            """
            value quantileGroup(groups: 2) differenceFromBest comparators {
              group(in: {councils: ["E08000036", "E08000034"]}, method: BEST) { value } }
            """);

    assertThat(
            lines(
                benchmark,
                "/value",
                "/quantileGroup",
                "/differenceFromBest",
                "/comparators/group/value"))
        .containsExactly(
            "23.0 1 0.0 23.0", "17.0 1 0.0 17.0", "12.0 2 -5.0 17.0", "30.0 2 7.0 23.0");
  }

  @Test
  void aSmallRangeHasNoQuantileGroupsAsItHasNoBands() {
    JsonNode standing =
        benchmark(
                "small",
                "",
                "noBandBecause quantileGroup(groups: 4) noQuantileGroupBecause(groups: 4)")
            .get(0);

    assertThat(standing)
        .hasToString(
            "{\"noBandBecause\":\"SMALL_RANGE\",\"quantileGroup\":null,\"noQuantileGroupBecause\":\"SMALL_RANGE\"}");
  }

  @Test
  void fullTimeEquivalentsAreNotWholeCounts() {
    JsonNode standing =
        benchmark("of-councils", "", "change { p noTestBecause basis } interval { basis }").get(0);

    assertThat(standing.at("/change/p").isNull()).isTrue();
    assertThat(standing.at("/change/noTestBecause").asText()).isEqualTo("NOT_WHOLE_COUNTS");
    assertThat(standing.at("/change/basis").asText()).contains("full-time equivalents");
    assertThat(standing.at("/interval/basis").asText()).contains(" at 95% of ");
  }

  @Test
  void councilsReturnsAreCountedAndNeverNamed() {
    assertThat(improvers("of-councils", "").at("/basis").asText())
        .contains("1 period, by the values", "2 of ", "from 2 councils' returns, as known on")
        .doesNotContain("return-");
  }

  @Test
  void aRecentTrendOfPlainCountsSaysThatTheUseOfTheRuleIsOurs() {
    assertThat(
            sightline
                .ask(
                    "{ trend(council: \"%s\", indicator: \"counted\") { recentTrend { basis } } }"
                        .formatted(HULL))
                .at("/trend/recentTrend/basis")
                .asText())
        .contains("which does not list plain counts: its use on them is ours");
  }

  @Test
  void aCouncilThatEndedStaysAMemberOfAGroupThatNamesIt() {
    String comparator = "{ n size missingMembers { area { name } reason } }";
    JsonNode comparators =
        benchmark(
                "lower-better",
                "",
                """
                comparators { named: group(in: {councils: ["%s", "%s"]}) %s ofType: group(in: {type: COUNTY}) %s }
                """
                    .formatted(CUMBRIA, LEEDS, comparator, comparator))
            .at("/0/comparators");

    assertThat(comparators.at("/named"))
        .hasToString(
            "{\"n\":1,\"size\":2,\"missingMembers\":[{\"area\":{\"name\":\"Cumbria\"},\"reason\":\"COUNCIL_ENDED\"}]}");
    assertThat(comparators.at("/ofType/missingMembers").findValuesAsText("reason"))
        .isNotEmpty()
        .containsOnly("NOT_COLLECTED");
  }

  /** The standings that have a value. */
  private JsonNode benchmark(String indicator, String more, String fields) {
    return sightline
        .ask(
            """
            { benchmark(indicator: "%s", period: "2025", among: {councils: %s}%s) { standings { %s } } }
            """
                .formatted(indicator, with(indicator), more, fields))
        .at("/benchmark/standings");
  }

  private static String with(String indicator) {
    List<String> all = List.of(HULL, LEEDS, WAKEFIELD, KIRKLEES, CALDERDALE);
    int some =
        switch (indicator) {
          case "near-target" -> 5;
          case "both-sides", "small" -> 4;
          default -> 2;
        };
    return all.subList(0, some).stream().map(code -> '"' + code + '"').toList().toString();
  }

  private JsonNode improvers(String indicator, String more) {
    return sightline
        .ask(
            """
            { improvers(indicator: "%s", period: "2025"%s) { direction noRankBecause basis
                changes { rank { position } area { code } change directionOfTravel } } }
            """
                .formatted(indicator, more))
        .at("/improvers");
  }

  private static List<String> changes(JsonNode improvers) {
    return lines(
        improvers.at("/changes"), "/rank/position", "/area/code", "/change", "/directionOfTravel");
  }

  private static List<String> lines(JsonNode list, String... pointers) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(
            one ->
                String.join(
                    " ", List.of(pointers).stream().map(at -> one.at(at).asText()).toList()))
        .toList();
  }
}
