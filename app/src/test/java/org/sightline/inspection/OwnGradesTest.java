package org.sightline.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.BesideOthers;
import org.sightline.TestSightline;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/** Grades that a council records itself stand back behind those that the body has published. */
@BesideOthers
class OwnGradesTest {
  private InspectionWorld world;

  @BeforeEach
  void start() {
    world = new InspectionWorld(TestSightline.empty());
  }

  @AfterEach
  void stop() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void anOwnRecordOfGradesReplacesNoOfficialOne() {
    int first = world.graded(InspectionWorld.HULL, "2018-05-14");
    world.owned(world.hull, "SHARED", "ilacs-standard", "2021-02-01");
    int second = world.graded(InspectionWorld.HULL, "2022-11-14");
    world.owned(world.hull, "SHARED", "ilacs-short", "2025-02-03");
    world.shared.agreement(world.hull, world.york).ofDatasets("INSPECTIONS").make();

    for (Viewer viewer : new Viewer[] {world.hullContributor, world.yorkContributor}) {
      JsonNode row = row(viewer, "810");
      assertThat(row.at("/inspection/id").asText()).isEqualTo(InspectionWorld.id(second));
      assertThat(row.at("/inspection/previous/id").asText()).isEqualTo(InspectionWorld.id(first));
      assertThat(row.at("/distanceTravelled/0/steps").asInt()).isZero();
      assertThat(row.at("/nextWindow/from").isMissingNode()).isFalse();
    }
  }

  @Test
  void whereNoOfficialOneIsInSightTheOwnRecordIsShownAsWhatItIs() {
    world.owned(world.hull, "COUNCIL_ONLY", "ilacs-standard", "2025-02-03");

    JsonNode row = row(world.hullContributor, "810");

    assertThat(row.at("/inspection/firstDay").asText()).isEqualTo("2025-02-03");
    assertThat(row.at("/inspection/accounts/0/source/kind").asText()).isEqualTo("OWN_RECORD");
  }

  @Test
  void onlyTheBodyPublishesItsGrades() {
    Viewer both = world.shared.member(world.hull, "hull-both", Role.CONTRIBUTOR, Role.DATA_OWNER);
    int own = world.owned(world.hull, "COUNCIL_ONLY", "ilacs-standard", "2025-02-03");

    JsonNode recorded =
        change(
            both,
            "recordInspection(input: {type: \"ilacs-short\", firstDay: \"2025-02-03\", accessClass: PUBLISHED, source: {title: \"Minutes\"}})");
    JsonNode published =
        change(
            both,
            "changeRecordAccess(input: {id: \"%s\", accessClass: PUBLISHED})"
                .formatted(InspectionWorld.id(own)));
    JsonNode shared =
        change(
            both,
            "changeRecordAccess(input: {id: \"%s\", accessClass: SHARED})"
                .formatted(InspectionWorld.id(own)));

    for (JsonNode refused : new JsonNode[] {recorded, published}) {
      assertThat(refused.at("/errors/0/field").asText()).isEqualTo("accessClass");
      assertThat(refused.at("/errors/0/message").asText())
          .startsWith("Ofsted publishes the grades of its inspections, not the council");
    }
    assertThat(shared.get("errors")).isEmpty();
  }

  @Test
  void aVisitOfItsOwnThatIsPublishedBecomesNoGradedInspection() {
    Viewer both = world.shared.member(world.hull, "hull-both", Role.CONTRIBUTOR, Role.DATA_OWNER);
    String id =
        world
            .sightline()
            .ask(
                both,
                "mutation { recordInspection(input: {type: \"annual-engagement-meeting\", firstDay: \"2025-02-03\", accessClass: PUBLISHED, source: {title: \"Minutes\"}}) { inspection { id } } }")
            .at("/recordInspection/inspection/id")
            .asText();

    JsonNode amended =
        change(
            both,
            "amendInspection(input: {id: \"%s\", version: 0, type: \"ilacs-short\"})"
                .formatted(id));

    assertThat(amended.at("/errors/0/field").asText()).isEqualTo("accessClass");
  }

  @Test
  void noLetterIsDueAfterAnEngagementMeeting() {
    int meeting = world.official(InspectionWorld.HULL, "ilacs");
    world.account(
        meeting,
        world.source("COUNCIL_PAPER", "2021-03-22"),
        "annual-engagement-meeting",
        "2020-06-01",
        "2020-06-01",
        null,
        "");

    JsonNode lag =
        world
            .sightline()
            .ask(
                "{ node(id: \"%s\") { ... on Inspection { clocks { code } publicationLag { isLate basis } } } }"
                    .formatted(InspectionWorld.id(meeting)))
            .get("node");

    assertThat(lag.get("clocks").findValuesAsText("code"))
        .containsExactly("priority-action-draft-plan", "priority-action-final-plan");
    assertThat(lag.at("/publicationLag/isLate").isNull()).isTrue();
    assertThat(lag.at("/publicationLag/basis").asText())
        .endsWith("says nothing of how long a report of its type takes.");
  }

  private JsonNode row(Viewer viewer, String council) {
    return world
        .sightline()
        .ask(
            viewer,
            "{ inspectionMatrix(among: {councils: [\"%s\"]}, at: \"2026-01-01\") { rows { inspection { id firstDay previous { id } accounts { source { kind } } } distanceTravelled { steps } nextWindow { from } } } }"
                .formatted(council))
        .at("/inspectionMatrix/rows/0");
  }

  private JsonNode change(Viewer viewer, String mutation) {
    JsonNode data =
        world
            .sightline()
            .ask(viewer, "mutation { %s { errors { field message } } }".formatted(mutation));
    return data.elements().next();
  }
}
