package org.sightline.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sightline.TestSightline;

/** What is counted from an inspection's days: its letter, its clocks, the next one. */
class InspectionTimesTest {
  @AutoClose private final InspectionWorld world = new InspectionWorld(TestSightline.empty());
  private final InspectionAnswers answers = new InspectionAnswers(world.sightline());

  @Test
  void aLetterIsCountedInWorkingDaysAndSaysWhenItIsLate() {
    int inspection = world.official(InspectionWorld.HULL, "ilacs");
    world.account(
        inspection,
        world.source("REPORT", "2023-01-25"),
        "ilacs-standard",
        "2022-11-21",
        "2022-12-02",
        "2023-01-25",
        "overall-effectiveness=good");
    world.finding(inspection, "PRIORITY_ACTION", "Do it");
    int waiting = world.official(InspectionWorld.YORK, "ilacs");
    world.account(
        waiting,
        world.source("COUNCIL_PAPER", "2024-03-01"),
        "ilacs-focused-visit",
        "2024-02-06",
        "2024-02-07",
        null,
        "");

    JsonNode lag =
        answers.node(
            inspection,
            "publicationLag { fromFirstDay { workingDays calendarDays } fromLastDay { workingDays calendarDays basis } isLate basis usual { dueOn workingDays isRequired } } clocks { code dueOn applies state(at: \"2023-03-01\") isOver(at: \"2023-03-01\") source }");
    // Working days by hand: 26 and 27 December 2022 and 2 January 2023 were bank holidays.
    assertThat(lag.at("/publicationLag/fromFirstDay/workingDays").asInt()).isEqualTo(44);
    assertThat(lag.at("/publicationLag/fromFirstDay/calendarDays").asInt()).isEqualTo(65);
    assertThat(lag.at("/publicationLag/fromLastDay/workingDays").asInt()).isEqualTo(35);
    assertThat(lag.at("/publicationLag/usual/dueOn").asText()).isEqualTo("2023-01-18");
    assertThat(lag.at("/publicationLag/isLate").asBoolean()).isTrue();
    assertThat(lag.get("clocks").findValuesAsText("state"))
        .containsExactly("MET_LATE", "PASSED", "RUNNING");
    JsonNode late =
        answers.node(
            waiting,
            "publicationLag(at: \"2024-04-30\") { isLate basis fromLastDay { workingDays basis } }");
    assertThat(late.at("/publicationLag/isLate").asBoolean()).isTrue();
    assertThat(late.at("/publicationLag/basis").asText()).contains("overdue on 2024-04-30");
    assertThat(late.at("/publicationLag/fromLastDay/workingDays").isNull()).isTrue();
    assertThat(late.at("/publicationLag/fromLastDay/basis").asText())
        .isEqualTo("No source in sight states the day of publication.");
  }

  @Test
  void theNextWindowIsAnEstimateOrSaysWhyThereIsNone() {
    int first = world.graded(InspectionWorld.HULL, "2018-05-01");
    int last = world.graded(InspectionWorld.HULL, "2023-11-21");
    String window =
        "nextWindow { type { code } from to isEstimate basis source } noNextWindowBecause";

    JsonNode next = answers.node(last, window);
    assertThat(next.at("/nextWindow/type/code").asText()).isEqualTo("ilacs-short");
    assertThat(next.at("/nextWindow/from").asText()).isEqualTo("2026-05-21");
    assertThat(next.at("/nextWindow/isEstimate").asBoolean()).isTrue();
    assertThat(next.at("/nextWindow/source").asText()).isNotBlank();
    assertThat(next.get("noNextWindowBecause").isNull()).isTrue();
    JsonNode none = answers.node(first, window);
    assertThat(none.get("nextWindow").isNull()).isTrue();
    assertThat(none.get("noNextWindowBecause").asText()).contains("2023-11-21");
  }
}
