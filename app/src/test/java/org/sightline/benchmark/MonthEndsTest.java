package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** Hull's own counts of other days beside the real official figures of every 31 March. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonthEndsTest {
  private static final String RATE = "children-looked-after-rate";
  private static final String STORY =
      """
      { trend(council: "810", indicator: "%1$s") { periodType
          points { period { code } value change { value since { code } yearBefore { value } } }
          recentTrend { direction statistic periods { code } noTrendBecause }
          controlChart { kind centre points { period { code } } basis } }
        benchmark(indicator: "%1$s") { period { code }
          standing(council: "810") { value change { value since { code } } } }
        byYear: benchmark(indicator: "%1$s", period: "2025") { period { code } } }
      """
          .formatted(RATE);

  private TestSightline sightline;
  private SharedWorld world;
  private Viewer hull;
  private JsonNode before;

  @BeforeAll
  void start() {
    sightline = TestSightline.withOfficialReleases();
    world = new SharedWorld(sightline.database());
    Organisation council = world.council("E06000010");
    hull = council.dataOwnerViewer();
    before = sightline.ask(hull, STORY);
    for (String text : List.of("2025-05-14", "2025-05-31", "2025-06-30")) {
      LocalDate day = LocalDate.parse(text);
      world.period("SNAPSHOT", text, day, day, day.getYear());
    }
    world
        .councilReturn(council)
        .figure(RATE, "2025-05-14", "120")
        .figure(RATE, "2025-05-31", "121")
        .figure(RATE, "2025-06-30", "124")
        .add();
  }

  @AfterAll
  void stop() {
    if (sightline != null) {
      world.close();
      sightline.close();
    }
  }

  @Test
  void leaveTheOfficialSeriesAsItWas() {
    assertThat(before.at("/trend/periodType").asText()).isEqualTo("SNAPSHOT");
    assertThat(before.at("/trend/recentTrend/noTrendBecause").isNull()).isTrue();
    assertThat(before.at("/byYear/period/code").asText()).isEqualTo("2025-03-31");

    assertThat(sightline.ask(hull, STORY)).isEqualTo(before);
  }

  @Test
  void areASeriesOfTheirOwnThatFollowsByTheMonth() {
    JsonNode monthEnds = trend("MONTH_END");
    JsonNode others = trend("OTHER_DAY");

    assertThat(codes(monthEnds.at("/points"))).containsExactly("2025-05-31", "2025-06-30");
    assertThat(monthEnds.at("/points/0/change/noChangeBecause").asText())
        .isEqualTo("NO_PREVIOUS_PERIOD");
    assertThat(monthEnds.at("/points/1/change/value").asInt()).isEqualTo(3);
    assertThat(monthEnds.at("/points/1/change/since/code").asText()).isEqualTo("2025-05-31");
    assertThat(codes(monthEnds.at("/controlChart/points")))
        .containsExactly("2025-05-31", "2025-06-30");
    assertThat(monthEnds.at("/recentTrend/noTrendBecause").asText()).isEqualTo("NOT_YEARLY");
    assertThat(codes(others.at("/points"))).containsExactly("2025-05-14");
    assertThat(others.at("/points/0/change/noChangeBecause").asText())
        .isEqualTo("NO_PREVIOUS_PERIOD");
  }

  @Test
  void standApartInTheProfile() {
    JsonNode lines =
        sightline.ask(
            hull,
            """
            { council(code: "810") { profile { themes { indicators { indicator { code } period { code }
                trends { periodType points { period { code type } value } recentTrend { statistic } } } } } } }
            """);
    JsonNode line =
        lines.findValues("indicators").stream()
            .flatMap(theme -> StreamSupport.stream(theme.spliterator(), false))
            .filter(one -> one.at("/indicator/code").asText().equals(RATE))
            .findFirst()
            .orElseThrow();

    assertThat(line.at("/period/code").asText()).isEqualTo("2025-03-31");
    assertThat(line.at("/trends").findValuesAsText("periodType"))
        .startsWith("SNAPSHOT")
        .containsExactlyInAnyOrder("SNAPSHOT", "MONTH_END", "OTHER_DAY");
    assertThat(codes(line.at("/trends/0/points")))
        .isEqualTo(codes(before.at("/trend/points")))
        .allMatch(code -> code.endsWith("-03-31"));
    assertThat(line.at("/trends/0/recentTrend/statistic"))
        .isEqualTo(before.at("/trend/recentTrend/statistic"));
  }

  @Test
  void areNeverComparedWithOfficialFigures() {
    JsonNode answer =
        sightline.ask(
            hull,
            """
            { benchmark(indicator: "%1$s", period: "2025-06-30") { period { type }
                standing(council: "810") { value change { value since { code } yearBefore { value noChangeBecause } }
                  comparators { england { value } neighbourMedian { n } } } }
              improvers(indicator: "%1$s", period: "2025-06-30", periods: 2) { from { code } changes { change } } }
            """
                .formatted(RATE));

    assertThat(answer.at("/benchmark/period/type").asText()).isEqualTo("MONTH_END");
    assertThat(answer.at("/benchmark/standing/value").asInt()).isEqualTo(124);
    assertThat(answer.at("/benchmark/standing/change/since/code").asText()).isEqualTo("2025-05-31");
    assertThat(answer.at("/benchmark/standing/change/yearBefore/noChangeBecause").asText())
        .isEqualTo("NO_PREVIOUS_PERIOD");
    assertThat(answer.at("/benchmark/standing/comparators/england/value").isNull()).isTrue();
    assertThat(answer.at("/benchmark/standing/comparators/neighbourMedian/n").asInt(-1)).isZero();
    assertThat(answer.at("/improvers/from").isNull()).isTrue();
    assertThat(answer.at("/improvers/changes")).isEmpty();
  }

  private JsonNode trend(String type) {
    return sightline
        .ask(
            hull,
            """
            { trend(council: "810", indicator: "%s", periodType: %s) {
                points { period { code } value change { value since { code } noChangeBecause } }
                recentTrend { noTrendBecause } controlChart { points { period { code } } } } }
            """
                .formatted(RATE, type))
        .at("/trend");
  }

  private static List<String> codes(JsonNode points) {
    return StreamSupport.stream(points.spliterator(), false)
        .map(point -> point.at("/period/code").asText())
        .toList();
  }
}
