package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.TestSightline;

/**
 * Doncaster's repeat plans of 2022 were withdrawn in the 2025 release. Whoever has Doncaster as a
 * neighbour is told: fourteen councils by the 2025 model, twelve by that of 2021.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithdrawnNeighbourTest {
  private static final String DONCASTER = "E08000017";
  private static final String CUMBERLAND = "E06000063";

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
  void fourteenCouncilsHaveDoncasterAsANeighbourByThe2025Model() {
    assertThat(neighboursOfDoncaster("2025"))
        .hasSize(14)
        .contains("E06000010", "E08000038", CUMBERLAND);
  }

  /** Cumberland, the fourteenth, began in April 2023: it stands in no list of 2022. */
  @Test
  void eachThatExistedIn2022SaysHowManyOfHowManyAndThatDoncasterIsMissing() {
    Set<String> expected = new TreeSet<>(neighboursOfDoncaster("2025"));
    expected.remove(CUMBERLAND);

    assertThat(missingDoncaster("2025").keySet()).isEqualTo(expected).hasSize(13);
    assertThat(missingDoncaster("2025").values()).containsOnly("LOW_RELIABILITY");
  }

  @Test
  void byThe2021ModelTwelveSayIt() {
    assertThat(neighboursOfDoncaster("2021")).hasSize(12);
    assertThat(missingDoncaster("2021").keySet()).isEqualTo(neighboursOfDoncaster("2021"));
  }

  @Test
  void cumberlandWhichDidNotExistIn2022SaysItToo() {
    JsonNode standing =
        sightline
            .ask(
                """
                { benchmark(indicator: "repeat-child-protection-plans-percent", period: "2022") {
                    standing(council: "%s") {
                      missing noRankBecause noBandBecause change { noChangeBecause }
                      comparators { neighbourMean { value n size missingMembers { area { name } reason } } } } } }
                """
                    .formatted(CUMBERLAND))
            .at("/benchmark/standing");

    assertThat(standing.get("missing").asText()).isEqualTo("COUNCIL_NOT_YET_CREATED");
    assertThat(standing.get("noRankBecause").asText()).isEqualTo("NO_VALUE");
    JsonNode mean = standing.at("/comparators/neighbourMean");
    assertThat(mean.get("n").asInt() + mean.get("missingMembers").size())
        .isEqualTo(mean.get("size").asInt())
        .isEqualTo(10);
    assertThat(mean.get("missingMembers").findValuesAsText("name")).contains("Doncaster");
    assertThat(mean.get("missingMembers").findValuesAsText("reason")).contains("LOW_RELIABILITY");
  }

  private Set<String> neighboursOfDoncaster(String model) {
    Set<String> councils = new TreeSet<>();
    sightline
        .ask(
            "{ councils { code neighbours(model: \"%s\") { council { code } } } }".formatted(model))
        .at("/councils")
        .forEach(
            council -> {
              if (council.at("/neighbours").findValuesAsText("code").contains(DONCASTER)) {
                councils.add(council.at("/code").asText());
              }
            });
    return councils;
  }

  /** By council, the reason that mean and median alike give for Doncaster. */
  private Map<String, String> missingDoncaster(String model) {
    Map<String, String> reasons = new TreeMap<>();
    sightline
        .ask(
            """
            { benchmark(indicator: "repeat-child-protection-plans-percent", period: "2022", neighbourModel: "%s") {
                standings { area { code } comparators {
                  neighbourMean { n size fewerThanEight missingMembers { area { code } reason } }
                  neighbourMedian { n size fewerThanEight missingMembers { area { code } reason } } } } } }
            """
                .formatted(model))
        .at("/benchmark/standings")
        .forEach(standing -> addReason(standing, reasons));
    return reasons;
  }

  private static void addReason(JsonNode standing, Map<String, String> reasons) {
    JsonNode mean = standing.at("/comparators/neighbourMean");
    assertThat(standing.at("/comparators/neighbourMedian")).isEqualTo(mean);
    for (JsonNode missing : mean.at("/missingMembers")) {
      if (missing.at("/area/code").asText().equals(DONCASTER)) {
        assertThat(mean.at("/size").asInt()).isEqualTo(10);
        assertThat(mean.at("/n").asInt()).isEqualTo(10 - mean.at("/missingMembers").size());
        assertThat(mean.at("/fewerThanEight").asBoolean()).isEqualTo(mean.at("/n").asInt() < 8);
        reasons.put(standing.at("/area/code").asText(), missing.at("/reason").asText());
      }
    }
  }
}
