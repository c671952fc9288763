package org.sightline.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.DemonstrationPeople.ADVISER;
import static org.sightline.DemonstrationPeople.ASHMERE;
import static org.sightline.DemonstrationPeople.GORSEFIELD;
import static org.sightline.DemonstrationPeople.HARROWBECK;
import static org.sightline.DemonstrationPeople.HEREFORDSHIRE_ANALYST;
import static org.sightline.DemonstrationPeople.HULL_ANALYST;
import static org.sightline.DemonstrationPeople.NORTHMERE_PARTNER;
import static org.sightline.DemonstrationPeople.OPERATOR;
import static org.sightline.DemonstrationPeople.YORKSHIRE_PARTNER;
import static org.sightline.DemonstrationPeople.YORK_ANALYST;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** What each of the demonstration's people is told of inspections, plans and homes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationRecordsTest {
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
  void hullsInspectionIsToldByTheReportAndByTheListAndTheyAgree() {
    JsonNode inspection = inspection(HULL_ANALYST, "E06000010", "2022-11-01", "2022-11-30");

    assertThat(inspection.path("firstDay").asText()).isEqualTo("2022-11-14");
    assertThat(inspection.path("lastDay").asText()).isEqualTo("2022-11-25");
    assertThat(inspection.path("publishedOn").asText()).isEqualTo("2023-01-13");
    assertThat(inspection.path("leadInspector").asText()).isEqualTo("Louise Hollick");
    assertThat(grades(inspection))
        .containsExactlyInAnyOrder(
            "overall-effectiveness requires-improvement",
            "impact-of-leaders requires-improvement",
            "help-and-protection requires-improvement",
            "care-and-care-leavers good");
    assertThat(inspection.path("accounts")).hasSize(2);
    assertThat(inspection.path("disagreements")).isEmpty();
    assertThat(texts(inspection.path("findings"), "/kind"))
        .filteredOn("AREA_FOR_IMPROVEMENT"::equals)
        .hasSize(4);
  }

  @Test
  void yorksInspectionOf2016HasTheAreasOfItsFramework() {
    JsonNode inspection = inspection(Viewer.ANONYMOUS, "E06000014", "2016-10-01", "2017-03-01");

    assertThat(grades(inspection))
        .containsExactlyInAnyOrder(
            "overall-effectiveness good",
            "help-and-protection requires-improvement",
            "looked-after-and-permanence good",
            "adoption good",
            "care-leavers good",
            "leadership-management-governance good",
            "lscb outstanding");
    assertThat(inspection.path("publishedOn").asText()).isEqualTo("2017-02-07");
    assertThat(inspection.path("disagreements"))
        .as("what one of them does not say is no disagreement")
        .isEmpty();
  }

  @Test
  void aMonthAndADayOfItAreNoDisagreement() {
    JsonNode inspection = inspection(Viewer.ANONYMOUS, "E06000019", "2018-06-01", "2018-06-30");

    assertThat(inspection.path("firstDay").asText()).isEqualTo("2018-06-11");
    assertThat(inspection.path("disagreements")).isEmpty();
  }

  @Test
  void aTableWithAMistakeIsShownAsADisagreement() {
    JsonNode inspection = inspection(NORTHMERE_PARTNER, "X06000006", "2024-01-01", "2024-12-31");

    assertThat(grades(inspection)).contains("overall-effectiveness good");
    assertThat(inspection.path("disagreements")).hasSize(1);
    assertThat(inspection.at("/disagreements/0/others/0/source/kind").asText())
        .isEqualTo("COMMUNITY_TABLE");
  }

  @Test
  void anInspectionAfterApril2026HasNoOverallGradeAndSaysWhy() {
    JsonNode inspection = inspection(NORTHMERE_PARTNER, "X06000003", "2026-06-01", "2026-06-30");

    assertThat(inspection.at("/judgement/missing").asText())
        .isEqualTo("NOT_JUDGED_UNDER_FRAMEWORK");
    assertThat(grades(inspection))
        .containsExactlyInAnyOrder(
            "impact-of-leaders good",
            "help-and-protection requires-improvement",
            "children-in-care good",
            "care-leavers good");
  }

  @Test
  void visitsThatNobodyPublishesAreSeenByWhomTheyAreSharedWith() {
    String own =
        "from: \"2025-10-01\", types: [\"annual-engagement-meeting\", "
            + "\"ilacs-monitoring-visit\", \"peer-challenge-lga\", \"peer-challenge-regional\"]";

    assertThat(councilsOfInspections(NORTHMERE_PARTNER, own))
        .containsExactlyInAnyOrder(
            "Ashmere",
            "Brackendale",
            "Coldwater Vale",
            "Dunmarsh",
            "Eastmoor",
            "Eastmoor",
            "Eastmoor");
    assertThat(councilsOfInspections(HARROWBECK, own))
        .containsExactlyInAnyOrder("Harrowbeck", "Eastmoor", "Eastmoor");
    assertThat(councilsOfInspections(ASHMERE, own))
        .as("the protocol is not about inspections")
        .containsExactlyInAnyOrder("Ashmere", "Eastmoor", "Eastmoor");
  }

  @Test
  void thePartnershipSeesFiveOfTheEightPlans() {
    assertThat(plans(NORTHMERE_PARTNER, "region: \"Northmere\""))
        .containsExactlyInAnyOrder(
            "Staying good (invented)",
            "Out of intervention for good (invented)",
            "Better plans for children (invented)",
            "From requires improvement to good (invented)",
            "Priority action plan (invented)");
    assertThat(plans(ASHMERE, "region: \"Northmere\""))
        .as("those who signed the protocol")
        .hasSize(6)
        .contains("Keeping what we have (invented)");
    assertThat(plans(GORSEFIELD, "region: \"Northmere\""))
        .containsExactlyInAnyOrder("The last step (invented)", "Ideas for 2027 (invented)");
    assertThat(plans(HARROWBECK, "region: \"Northmere\""))
        .containsExactly("Our own plan (invented)");
    assertThat(plans(OPERATOR, "region: \"Northmere\"")).isEmpty();
  }

  @Test
  void hullsPlanIsPublicAndItsHubsPlanIsShared() {
    String hull = "councils: [\"E06000010\"]";

    for (Viewer viewer : List.of(Viewer.ANONYMOUS, YORK_ANALYST, OPERATOR)) {
      assertThat(plans(viewer, hull)).containsExactly("Improvement plan");
    }
    for (Viewer viewer : List.of(HULL_ANALYST, YORKSHIRE_PARTNER, ADVISER)) {
      assertThat(plans(viewer, hull))
          .containsExactlyInAnyOrder("Improvement plan", "EHASH improvement plan");
    }
  }

  @Test
  void herefordshiresPriorityActionPlanIsSharedWithTheAdviserAlone() {
    String herefordshire = "councils: [\"E06000019\"]";

    assertThat(plans(ADVISER, herefordshire)).contains("Priority action plan 2021");
    assertThat(plans(HEREFORDSHIRE_ANALYST, herefordshire)).contains("Priority action plan 2021");
    assertThat(plans(YORKSHIRE_PARTNER, herefordshire)).doesNotContain("Priority action plan 2021");
  }

  @Test
  void hullsGoLiveHasTwoDays() {
    JsonNode plan =
        sightline
            .ask(
                """
                { plans(among: {councils: ["E06000010"]}) { edges { node { milestones { name disagreement
                  dates { dueOn paragraph } } dataQuality { rule } workstreams { name theme { code } } } } } }
                """)
            .at("/plans/edges/0/node");

    assertThat(texts(plan.path("dataQuality"), "/rule")).contains("milestone-with-two-dates");
    assertThat(
            each(plan.path("milestones"))
                .filter(milestone -> !milestone.path("disagreement").isNull())
                .map(milestone -> milestone.path("name").asText()))
        .containsExactly("Signs of Safety goes live in the case system");
    assertThat(texts(plan.path("workstreams"), "/theme/code")).hasSize(11).doesNotContain("null");
  }

  @Test
  void homesAreHullsAloneAndTheirCountsAreEverybodys() {
    assertThat(sightline.ask(HULL_ANALYST, "{ childrensHomes { name } }").path("childrensHomes"))
        .hasSize(12);
    for (Viewer other : List.of(YORKSHIRE_PARTNER, ADVISER, YORK_ANALYST)) {
      assertThat(sightline.answer(other, "{ childrensHomes { name } }").toString())
          .doesNotContain("Limetree");
    }
    JsonNode counts =
        sightline
            .ask("{ childrensHomeCounts { homes notYetInspected } }")
            .path("childrensHomeCounts");
    assertThat(counts).hasSize(1);
    assertThat(counts.at("/0/homes").asInt()).isEqualTo(12);
    assertThat(counts.at("/0/notYetInspected").asInt()).isEqualTo(4);
  }

  private JsonNode inspection(Viewer viewer, String council, String from, String to) {
    JsonNode found =
        sightline
            .ask(
                viewer,
                """
                { inspections(among: {councils: ["%s"]}, from: "%s", to: "%s") { edges { node {
                    firstDay lastDay publishedOn leadInspector
                    judgements { area { code } grade { code } }
                    judgement(area: "overall-effectiveness") { missing }
                    accounts { source { kind } }
                    disagreements { what others { value source { kind } } }
                    findings { kind } } } } }
                """
                    .formatted(council, from, to))
            .at("/inspections/edges");
    assertThat(found).hasSize(1);
    return found.at("/0/node");
  }

  private static List<String> grades(JsonNode inspection) {
    return each(inspection.path("judgements"))
        .filter(judgement -> !judgement.path("grade").isNull())
        .map(
            judgement ->
                judgement.at("/area/code").asText() + " " + judgement.at("/grade/code").asText())
        .toList();
  }

  private List<String> councilsOfInspections(Viewer viewer, String which) {
    return texts(
        sightline
            .ask(
                viewer,
                "{ inspections(among: {region: \"Northmere\"}, %s) { edges { node { council { name } } } } }"
                    .formatted(which))
            .at("/inspections/edges"),
        "/node/council/name");
  }

  private List<String> plans(Viewer viewer, String among) {
    return texts(
        sightline
            .ask(viewer, "{ plans(among: {%s}) { edges { node { name } } } }".formatted(among))
            .at("/plans/edges"),
        "/node/name");
  }

  private static List<String> texts(JsonNode array, String path) {
    return each(array).map(one -> one.at(path).asText()).toList();
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
