package org.sightline.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sightline.TestSightline;

/** What is shown of an inspection of which several sources tell. */
class InspectionSourcesTest {
  @AutoClose private final InspectionWorld world = new InspectionWorld(TestSightline.empty());
  private final InspectionAnswers answers = new InspectionAnswers(world.sightline());

  @Test
  void sourcesThatDisagreeStandSideBySideAndTheBetterIsShown() {
    int inspection = world.official(InspectionWorld.HULL, "ilacs");
    world.account(
        inspection,
        world.source("COMMUNITY_TABLE", "2026-06-30"),
        "ilacs-short",
        "2023-07-10",
        "2023-07-14",
        "2023-09-04",
        "overall-effectiveness=inadequate,care-leavers=good");
    int paper =
        world.account(
            inspection,
            world.source("COUNCIL_PAPER", "2023-10-01"),
            null,
            "2023-07-01",
            null,
            null,
            "");
    world.precision(paper, "MONTH");
    world.account(
        inspection,
        world.source("OFFICIAL_STATISTICS", "2024-05-01"),
        "ilacs-standard",
        "2023-07-10",
        null,
        "2023-09-04",
        "overall-effectiveness=good");

    JsonNode shown =
        answers.node(
            inspection,
            """
            type { code } firstDay lastDay accounts { source { kind precedence } }
            overall: judgement(area: "overall-effectiveness") { grade { code } source { kind } }
            leavers: judgement(area: "care-leavers") { grade { code } source { kind } }
            shownFrom { field source { kind } }
            disagreements { what shown { value source { kind } } others { value source { kind } } rule }
            """);

    assertThat(shown.at("/type/code").asText()).isEqualTo("ilacs-standard");
    assertThat(shown.at("/overall/grade/code").asText()).isEqualTo("good");
    assertThat(shown.at("/leavers/source/kind").asText()).isEqualTo("COMMUNITY_TABLE");
    assertThat(shown.get("lastDay").asText()).isEqualTo("2023-07-14");
    assertThat(
            InspectionAnswers.of(shown.get("shownFrom"), "field", "lastDay")
                .at("/source/kind")
                .asText())
        .isEqualTo("COMMUNITY_TABLE");
    assertThat(shown.get("accounts").findValuesAsText("kind"))
        .containsExactly("OFFICIAL_STATISTICS", "COUNCIL_PAPER", "COMMUNITY_TABLE");
    assertThat(shown.get("disagreements").findValuesAsText("what"))
        .containsExactly("type", "judgement:overall-effectiveness");
    JsonNode overall =
        InspectionAnswers.of(shown.get("disagreements"), "what", "judgement:overall-effectiveness");
    assertThat(overall.at("/shown/value").asText()).isEqualTo("Good");
    assertThat(overall.at("/others/0/value").asText()).isEqualTo("Inadequate");
    assertThat(overall.get("rule").asText())
        .endsWith("Here official statistics stands before a community table.");

    world.account(
        inspection,
        world.source("REPORT", "2023-09-04"),
        null,
        null,
        null,
        null,
        "overall-effectiveness=outstanding");
    assertThat(answers.judgement(inspection, "overall-effectiveness").at("/grade/code").asText())
        .isEqualTo("outstanding");
  }

  @Test
  void ofTwoSourcesOfOneKindTheLaterPublishedIsShown() {
    int inspection = world.official(InspectionWorld.HULL, "ilacs");
    world.account(
        inspection,
        world.source("OFFICIAL_STATISTICS", "2025-05-01"),
        "ilacs-standard",
        "2023-07-10",
        null,
        null,
        "overall-effectiveness=good");
    world.account(
        inspection,
        world.source("OFFICIAL_STATISTICS", "2024-05-01"),
        "ilacs-standard",
        "2023-07-10",
        null,
        null,
        "overall-effectiveness=inadequate");

    assertThat(answers.judgement(inspection, "overall-effectiveness").at("/grade/code").asText())
        .isEqualTo("good");
  }
}
