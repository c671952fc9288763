package org.sightline.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sightline.BesideOthers;
import org.sightline.TestSightline;

/** What an inspection judged, or why it did not, and how far that is from the one before. */
@BesideOthers
class JudgementsTest {
  @AutoClose private final InspectionWorld world = new InspectionWorld(TestSightline.empty());
  private final InspectionAnswers answers = new InspectionAnswers(world.sightline());

  @Test
  void whatAVersionDoesNotJudgeSaysWhy() {
    int official = world.source("OFFICIAL_STATISTICS", "2026-07-01");
    int newest = world.official(InspectionWorld.HULL, "ilacs");
    world.account(
        newest,
        official,
        "ilacs-short",
        "2026-04-27",
        "2026-05-01",
        "2026-06-17",
        "impact-of-leaders=good,overall-effectiveness=good");
    int older = world.official(InspectionWorld.HULL, "ilacs");
    world.account(
        older,
        official,
        "ilacs-standard",
        "2022-11-21",
        null,
        "2023-01-25",
        "care-and-care-leavers=good");

    JsonNode overall = answers.judgement(newest, "overall-effectiveness");
    assertThat(overall.get("grade").isNull()).isTrue();
    assertThat(overall.get("missing").asText()).isEqualTo("NOT_JUDGED_UNDER_FRAMEWORK");
    assertThat(overall.get("missingSentence").asText()).contains("version 2026", "2026-04-01");
    assertThat(
            answers
                .node(newest, "disagreements { what shown { value } others { value } rule }")
                .at("/disagreements/0/what")
                .asText())
        .isEqualTo("judgement:overall-effectiveness");
    assertThat(answers.judgement(older, "care-and-care-leavers").at("/grade/code").asText())
        .isEqualTo("good");
    JsonNode careLeavers = answers.judgement(older, "care-leavers");
    assertThat(careLeavers.get("missing").asText()).isEqualTo("BEFORE_AREA_EXISTED");
    assertThat(careLeavers.get("missingSentence").asText()).contains("version 2023", "2018");
    assertThat(answers.judgement(newest, "care-and-care-leavers").get("missingSentence").asText())
        .contains("version 2023", "2023-01-01");
    assertThat(answers.judgement(older, "overall-effectiveness").get("missing").asText())
        .isEqualTo("NOT_STATED");
    JsonNode all =
        answers.node(
            older,
            "judgements(all: true) { %s } own: judgements { missing }"
                .formatted(InspectionAnswers.GRADES));
    assertThat(all.get("judgements")).hasSize(6);
    assertThat(all.get("own")).hasSize(4);
    for (JsonNode one : all.get("judgements")) {
      assertThat(one.get("grade").isNull()).isEqualTo(!one.get("missingSentence").isNull());
    }
    assertThat(
            world
                .sightline()
                .mistake(
                    "{ node(id: \"%s\") { ... on Inspection { judgement(area: \"care-leaver\") { missing } } } }"
                        .formatted(InspectionWorld.id(older))))
        .contains("judges no area 'care-leaver'", "Did you mean 'care-leavers'");
  }

  @Test
  void aVisitGivesNoGradesAndSaysSo() {
    int visit = world.official(InspectionWorld.HULL, "ilacs");
    world.account(
        visit,
        world.source("REPORT", null),
        "ilacs-focused-visit",
        "2024-02-06",
        "2024-02-07",
        "2024-03-08",
        "");

    assertThat(answers.judgement(visit, "help-and-protection").get("missingSentence").asText())
        .contains("Focused visit", "gives no grades");
  }

  @Test
  void anOldInspectionShowsItsOwnAreasAndDistanceIsTravelledByConcept() {
    int sif = world.official(InspectionWorld.YORK, "sif");
    int official = world.source("OFFICIAL_STATISTICS", "2023-05-01");
    world.account(
        sif,
        official,
        "sif-inspection",
        null,
        null,
        "2017-02-06",
        "overall-effectiveness=good,looked-after-and-permanence=good,adoption=requires-improvement,lscb=good");
    int ilacs = world.official(InspectionWorld.YORK, "ilacs");
    world.account(
        ilacs,
        official,
        "ilacs-standard",
        "2022-03-07",
        null,
        "2022-04-29",
        "overall-effectiveness=requires-improvement,care-and-care-leavers=outstanding");

    assertThat(answers.node(sif, "judgements { area { code } }").findValuesAsText("code"))
        .contains("adoption", "lscb", "looked-after-and-permanence")
        .doesNotContain("care-and-care-leavers");
    JsonNode travelled =
        answers.node(
            ilacs,
            "previous { framework { code } } distanceTravelled { concept steps direction isSameFramework note whyNot from { grade { code } } }");
    assertThat(travelled.at("/previous/framework/code").asText()).isEqualTo("sif");
    JsonNode overall =
        InspectionAnswers.of(
            travelled.get("distanceTravelled"), "concept", "overall-effectiveness");
    assertThat(overall.get("steps").asInt()).isEqualTo(-1);
    assertThat(overall.get("direction").asText()).isEqualTo("WORSENED");
    assertThat(overall.get("isSameFramework").asBoolean()).isFalse();
    JsonNode care = InspectionAnswers.of(travelled.get("distanceTravelled"), "concept", "care");
    assertThat(care.get("steps").asInt()).isEqualTo(1);
    assertThat(care.get("note").asText()).contains("not the same judgement");
    JsonNode adoption =
        InspectionAnswers.of(travelled.get("distanceTravelled"), "concept", "adoption");
    assertThat(adoption.get("steps").isNull()).isTrue();
    assertThat(adoption.get("whyNot").asText()).contains("asks nothing about 'adoption'");
    assertThat(answers.node(sif, "distanceTravelled { whyNot steps }").findValuesAsText("whyNot"))
        .allMatch(why -> why.equals("No earlier graded inspection of the council is in sight."));
    assertThat(
            world
                .sightline()
                .mistake(
                    "{ node(id: \"%s\") { ... on Inspection { distanceTravelled(since: \"%s\") { steps } } } }"
                        .formatted(InspectionWorld.id(sif), InspectionWorld.id(ilacs))))
        .startsWith("since names no earlier inspection");
  }
}
