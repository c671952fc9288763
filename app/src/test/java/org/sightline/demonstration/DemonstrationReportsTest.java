package org.sightline.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.DemonstrationPeople.ASHMERE;
import static org.sightline.DemonstrationPeople.NORTHMERE_PARTNER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.TestSightline;

/** The demonstration's status reports, and its plans side by side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationReportsTest {
  private static final String REPORTS =
      """
      statusReports(first: 50, earlierRevisions: true) { edges { node { asAt precision revision statedTotal summedTotal
        counts { code actions } notStated { code } dataQuality { rule stated recomputed }
        workstreams { position statedTotal summedTotal } } } }
      """;

  private TestSightline sightline;

  @BeforeAll
  void start() {
    sightline = TestSightline.withDemonstration();
  }

  @AfterAll
  void stop() {
    sightline.close();
  }

  @Test
  void hullsFirstWorkstreamComesToTwoMoreThanItStates() {
    JsonNode report = hullsReport("2021-02-15");

    assertThat(report.path("statedTotal").asInt()).isEqualTo(167);
    assertThat(report.path("summedTotal").asInt()).isEqualTo(167);
    assertThat(counts(report)).isEqualTo(Map.of("R", 2, "A", 38, "G", 92, "P", 35));
    assertThat(report.at("/workstreams/0/statedTotal").asInt()).isEqualTo(26);
    assertThat(report.at("/workstreams/0/summedTotal").asInt()).isEqualTo(28);
    assertThat(
            each(report.path("dataQuality"))
                .map(
                    found ->
                        found.path("rule").asText()
                            + " "
                            + found.path("stated").asText()
                            + " "
                            + found.path("recomputed").asText()))
        .contains("workstream-total-differs 26 28");
  }

  @Test
  void theUpdatesBeforeStateThePurpleOnesAlone() {
    for (Map.Entry<String, Integer> purple :
        Map.of("2020-12-01", 12, "2021-01-01", 28).entrySet()) {
      JsonNode report = hullsReport(purple.getKey());

      assertThat(report.path("precision").asText()).isEqualTo("MONTH");
      assertThat(report.path("statedTotal").isNull()).isTrue();
      assertThat(counts(report)).containsEntry("P", purple.getValue());
      assertThat(texts(report.path("notStated"), "/code")).containsExactlyInAnyOrder("R", "A", "G");
    }
  }

  @Test
  void onlyWhatIsWrongOnPurposeIsFoundInNorthmeresReports() {
    List<String> found =
        each(sightline
                .ask(
                    ASHMERE,
                    """
                    { plans(among: {region: "Northmere"}) { edges { node { council { name }
                        statusReports(first: 50, earlierRevisions: true) {
                          edges { node { asAt revision dataQuality { rule } } } } } } } }
                    """)
                .at("/plans/edges"))
            .flatMap(
                plan ->
                    each(plan.at("/node/statusReports/edges"))
                        .flatMap(
                            report ->
                                each(report.at("/node/dataQuality"))
                                    .map(
                                        one ->
                                            plan.at("/node/council/name").asText()
                                                + " "
                                                + report.at("/node/asAt").asText()
                                                + " "
                                                + report.at("/node/revision").asText())))
            .distinct()
            .sorted()
            .toList();

    assertThat(found)
        .containsExactly(
            "Dunmarsh 2026-03-31 1", "Fenwick Bay 2026-06-30 1", "Fenwick Bay 2026-08-31 1");
  }

  @Test
  void amberIsOnTrackInOnePlanAndAtRiskInTheOther() {
    JsonNode compared =
        sightline
            .ask(
                NORTHMERE_PARTNER,
                """
                { planComparison(among: {region: "Northmere"}, at: "2026-10-31") {
                    plans { council { name } measures { n byState { state actions missing } } }
                    unmappedWorkstreams { council { name } } } }
                """)
            .path("planComparison");

    assertThat(texts(compared.path("plans"), "/council/name"))
        .containsExactlyInAnyOrder(
            "Ashmere", "Brackendale", "Coldwater Vale", "Dunmarsh", "Eastmoor");
    assertThat(state(compared, "Coldwater Vale", "AT_RISK").path("missing").asText())
        .isEqualTo("NOT_IN_SCHEME");
    assertThat(state(compared, "Coldwater Vale", "ON_TRACK").path("actions").asInt()).isPositive();
    assertThat(state(compared, "Dunmarsh", "AT_RISK").path("actions").isInt()).isTrue();
    assertThat(texts(compared.path("unmappedWorkstreams"), "/council/name"))
        .containsExactly("Dunmarsh");
  }

  @Test
  void hullsAmberIsComparedAsOnTrack() {
    JsonNode hull =
        sightline
            .ask(
                """
                { planComparison(among: {councils: ["E06000010"]}, at: "2021-03-22") {
                    plans { council { name } measures { n byState { state actions missing } } } } }
                """)
            .path("planComparison");
    String name = hull.at("/plans/0/council/name").asText();

    assertThat(hull.at("/plans/0/measures/n").asInt()).isEqualTo(167);
    assertThat(state(hull, name, "ON_TRACK").path("actions").asInt()).isEqualTo(38);
    assertThat(state(hull, name, "AT_RISK").path("missing").asText()).isEqualTo("NOT_IN_SCHEME");
    assertThat(state(hull, name, "COMPLETED_WITH_IMPACT").path("actions").asInt()).isEqualTo(35);
  }

  private JsonNode hullsReport(String asAt) {
    return each(sightline
            .ask(
                "{ plans(first: 1, among: {councils: [\"E06000010\"]}) { edges { node { %s } } } }"
                    .formatted(REPORTS))
            .at("/plans/edges/0/node/statusReports/edges"))
        .map(edge -> edge.path("node"))
        .filter(report -> report.path("asAt").asText().equals(asAt))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Integer> counts(JsonNode report) {
    return each(report.path("counts"))
        .filter(count -> !count.path("actions").isNull())
        .collect(
            Collectors.toMap(
                count -> count.path("code").asText(), count -> count.path("actions").asInt()));
  }

  private static JsonNode state(JsonNode compared, String council, String state) {
    return each(compared.path("plans"))
        .filter(plan -> plan.at("/council/name").asText().equals(council))
        .flatMap(plan -> each(plan.at("/measures/byState")))
        .filter(one -> one.path("state").asText().equals(state))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode array, String path) {
    return each(array).map(one -> one.at(path).asText()).toList();
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
