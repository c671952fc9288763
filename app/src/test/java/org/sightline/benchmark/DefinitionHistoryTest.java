package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.TestSightline;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/** Nothing is compared across a change of definition, or from one type of period to another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefinitionHistoryTest {
  private static final String DEFINITION =
      """
      - code: %s
        name: Made for a test
        theme: test
        unit: PERCENT
        decimals: 1
        kind: PROPORTION
        nature: FLOW
        polarity: %s
        polarity-source: A test
        description: Made for a test.
        numerator: Some.
        denominator: All.
        source: A test
      """;
  private static final String VERSIONS =
      """
        versions:
          - {number: 1, what-changed: Counted by hand., breaks-series: false, source: A test}
          - {number: 2, first-period-end: 2024-03-31, what-changed: Counted by machine., breaks-series: true, source: A test}
          - {number: 3, first-period-end: 2025-03-31, what-changed: Reworded., breaks-series: false, source: A test}
      """;
  private static final String TARGET =
      """
        targets:
          - {value: 90, tolerance: 2, from: 2020-04-01, to: 2025-03-30, source: A test}
          - {value: 20, tolerance: 2, from: 2025-03-31, source: A test}
      """;
  private static final String HULL = "E06000010";

  private TestSightline sightline;
  private SharedWorld world;
  private Viewer partner;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    Path indicators = Files.createDirectory(folder.resolve("indicators"));
    Files.writeString(
        indicators.resolve("test.yaml"),
        DEFINITION.formatted("redefined", "HIGHER_IS_BETTER")
            + VERSIONS
            + DEFINITION.formatted("of-two-types", "HIGHER_IS_BETTER")
            + DEFINITION.formatted("of-councils", "HIGHER_IS_BETTER")
            + DEFINITION.formatted("near-target", "NEAR_TARGET")
            + TARGET);
    sightline = TestSightline.emptyWith(folder);
    world = new SharedWorld(sightline.database());
    for (int year = 2022; year <= 2025; year++) {
      world.reportingYear(year);
    }
    LocalDate march = LocalDate.of(2025, 3, 31);
    world.period("SNAPSHOT", "2025-03-31", march, march, 2025);
    world.period("FINANCIAL_QUARTER", "2024/25 Q4", LocalDate.of(2025, 1, 1), march, 2025);
    for (String month : List.of("2023-12", "2024-11", "2024-12", "2025-03", "2025-04")) {
      YearMonth one = YearMonth.parse(month);
      world.period("MONTH", month, one.atDay(1), one.atEndOfMonth(), one.getYear());
    }
    world
        .officialRelease()
        .figureOf(HULL, "redefined", "2022", "10.0")
        .figureOf(HULL, "redefined", "2023", "11.0")
        .figureOf(HULL, "redefined", "2024", "50.0")
        .figureOf(HULL, "redefined", "2025", "52.5")
        .figureOf(HULL, "of-two-types", "2024", "30.0")
        .figureOf(HULL, "of-two-types", "2025", "31.0")
        .figureOf(HULL, "of-two-types", "2025-03-31", "7.0")
        .figureOf(HULL, "near-target", "2025", "21.0")
        .figureOf("E08000035", "near-target", "2025", "30.0")
        .figureOf("E08000036", "near-target", "2025", "5.0")
        .figureOf("E08000034", "near-target", "2025", "18.0")
        .add();
    councils();
  }

  /** Three councils by the quarter; Hull by the month as well, and earlier than the others. */
  private void councils() {
    Organisation region = world.organisation("yorkshire", OrganisationKind.REGIONAL_BODY);
    partner = world.member(region, "partner", Role.ANALYST);
    for (String code : List.of(HULL, "E08000035", "E08000036")) {
      Organisation council = world.council(code);
      world.agreement(council, region).make();
      world
          .councilReturn(council)
          .ofClass(AccessClass.SHARED)
          .figure("of-councils", "2024/25 Q4", "40.0")
          .add();
      if (code.equals(HULL)) {
        world
            .councilReturn(council)
            .ofClass(AccessClass.SHARED)
            .figure("of-councils", "2023-12", "41.0")
            .figure("of-councils", "2024-11", "42.0")
            .figure("of-councils", "2024-12", "44.5")
            .figure("of-councils", "2025-03", "45.0")
            .figure("of-councils", "2025-04", "46.0")
            .add();
      }
    }
  }

  @AfterAll
  void stop() {
    world.close();
    sightline.close();
  }

  @Test
  void aSeriesBreaksWhereItsDefinitionChanged() {
    JsonNode points =
        sightline
            .ask(
                """
                { trend(council: "%s", indicator: "redefined") { periodType points {
                    value version seriesBreak change { value since { code } noChangeBecause
                      yearBefore { value noChangeBecause } } } } }
                """
                    .formatted(HULL))
            .at("/trend/points");

    assertThat(texts(points, "/version")).containsExactly("1", "1", "2", "3");
    assertThat(texts(points, "/seriesBreak")).containsExactly("false", "false", "true", "false");
    assertThat(texts(points, "/change/value")).containsExactly("null", "1.0", "null", "2.5");
    assertThat(texts(points, "/change/noChangeBecause"))
        .containsExactly("NO_PREVIOUS_PERIOD", "null", "DEFINITION_CHANGED", "null");
    assertThat(points.at("/2/change/since").isNull()).isTrue();
    assertThat(texts(points, "/change/yearBefore/value")).isEqualTo(texts(points, "/change/value"));
    assertThat(points.at("/2/change/yearBefore/noChangeBecause").asText())
        .isEqualTo("DEFINITION_CHANGED");
  }

  @Test
  void aBenchmarkShowsNoChangeAcrossTheBreakAndTheTrendKnowsItWhereverItBegins() {
    assertThat(
            sightline
                .ask(
                    """
                    { benchmark(indicator: "redefined", period: "2024", among: {councils: ["%s"]}) {
                        standings { change { value noChangeBecause } } } }
                    """
                        .formatted(HULL))
                .at("/benchmark/standings/0/change/noChangeBecause")
                .asText())
        .isEqualTo("DEFINITION_CHANGED");
    assertThat(
            sightline
                .ask(
                    "{ trend(council: \"%s\", indicator: \"redefined\", from: \"2024\") { points { seriesBreak } } }"
                        .formatted(HULL))
                .at("/trend/points/0/seriesBreak")
                .asBoolean())
        .isTrue();
  }

  @Test
  void aYearThatFitsTwoTypesIsRefusedUntilTheTypeIsSaid() {
    assertThat(
            sightline.mistake(
                "{ benchmark(indicator: \"of-two-types\", period: \"2025\") { summary { n } } }"))
        .isEqualTo(
            "'2025' fits periods of several types of 'of-two-types': 2025 (REPORTING_YEAR), 2025-03-31 (SNAPSHOT). Say which with periodType.");
    assertThat(
            sightline
                .ask(
                    "{ benchmark(indicator: \"of-two-types\", period: \"2025\", periodType: SNAPSHOT) { period { code } summary { mean } } }")
                .at("/benchmark/period/code")
                .asText())
        .isEqualTo("2025-03-31");
    assertThat(
            sightline.mistake(
                "{ benchmark(indicator: \"of-two-types\", periodType: MONTH) { summary { n } } }"))
        .contains("has no periods of the type MONTH", "Allowed: SNAPSHOT, REPORTING_YEAR.");
    assertThat(
            sightline.mistake(
                "{ benchmark(indicator: \"of-two-types\", period: \"2024\", periodType: SNAPSHOT) { summary { n } } }"))
        .contains(
            "has no period '2024' of the type SNAPSHOT", "Of another type: 2024 (REPORTING_YEAR).");
  }

  @Test
  void periodsOfTwoTypesStandSideBySideAndNeverInOneSeries() {
    JsonNode indicator =
        sightline
            .ask(
                "{ indicator(code: \"of-two-types\") { periodTypes periodsByType { type periods { code } } } }")
            .at("/indicator");

    assertThat(texts(indicator.at("/periodTypes"), ""))
        .containsExactly("SNAPSHOT", "REPORTING_YEAR");
    assertThat(indicator.at("/periodsByType/1/periods").findValuesAsText("code"))
        .containsExactly("2025", "2024");
    assertThat(values("of-two-types", "")).containsExactly("7.0");
    assertThat(values("of-two-types", ", periodType: REPORTING_YEAR"))
        .containsExactly("30.0", "31.0");
  }

  private List<String> values(String indicator, String more) {
    return texts(
        sightline
            .ask(
                "{ trend(council: \"%s\", indicator: \"%s\"%s) { points { value } } }"
                    .formatted(HULL, indicator, more))
            .at("/trend/points"),
        "/value");
  }

  @Test
  void oneCouncilThatIsEarlyOrCountsByTheMonthMovesNobodysPeriod() {
    JsonNode benchmark =
        sightline
            .ask(
                partner,
                "{ benchmark(indicator: \"of-councils\") { period { code type } summary { n } } }")
            .at("/benchmark");

    assertThat(benchmark.at("/period/code").asText()).isEqualTo("2024/25 Q4");
    assertThat(benchmark.at("/summary/n").asInt()).isEqualTo(3);
    assertThat(
            sightline
                .ask(
                    new Viewer("e06000010-owner"),
                    "{ benchmark(indicator: \"of-councils\") { period { code } } }")
                .at("/benchmark/period/code")
                .asText())
        .isEqualTo("2025-04");
  }

  @Test
  void aMonthIsSetAgainstTheMonthBeforeAndTheSameMonthAYearBefore() {
    JsonNode points =
        sightline
            .ask(
                partner,
                """
                { trend(council: "%s", indicator: "of-councils", periodType: MONTH) { points { period { code }
                    change { value since { code } yearBefore { value since { code } previousValue noChangeBecause } } } } }
                """
                    .formatted(HULL))
            .at("/trend/points");

    assertThat(texts(points, "/period/code"))
        .containsExactly("2023-12", "2024-11", "2024-12", "2025-03", "2025-04");
    JsonNode december = points.at("/2/change");
    assertThat(december.at("/value").asText()).isEqualTo("2.5");
    assertThat(december.at("/since/code").asText()).isEqualTo("2024-11");
    assertThat(december.at("/yearBefore/value").asText()).isEqualTo("3.5");
    assertThat(december.at("/yearBefore/since/code").asText()).isEqualTo("2023-12");
    assertThat(points.at("/4/change/yearBefore/noChangeBecause").asText())
        .isEqualTo("NO_PREVIOUS_PERIOD");
  }

  @Test
  void whereGoodIsNearATargetTheClosestRanksFirstByTheTargetOfThePeriod() {
    JsonNode benchmark =
        sightline
            .ask(
                """
                { benchmark(indicator: "near-target") { direction
                    standings { area { code } value rank { position sharedBy } } } }
                """)
            .at("/benchmark");
    List<JsonNode> ranked =
        StreamSupport.stream(benchmark.at("/standings").spliterator(), false)
            .filter(standing -> !standing.at("/rank").isNull())
            .toList();

    assertThat(benchmark.at("/direction").isNull()).isTrue();
    assertThat(ranked)
        .extracting(standing -> standing.at("/value").asText())
        .containsExactlyInAnyOrder("21.0", "18.0", "30.0", "5.0")
        .endsWith("30.0", "5.0");
    assertThat(ranked)
        .extracting(standing -> standing.at("/rank/position").asInt())
        .containsExactly(1, 1, 3, 4);
    assertThat(
            sightline
                .ask(
                    "{ indicator(code: \"near-target\") { target(on: \"2021-01-01\") { value tolerance from to source official } } }")
                .at("/indicator/target/value")
                .asInt())
        .isEqualTo(90);
  }

  private static List<String> texts(JsonNode list, String pointer) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(one -> one.at(pointer).asText())
        .toList();
  }
}
