package org.sightline.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sightline.SharedAgreement;
import org.sightline.TestSightline;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/** Who sees which inspections, and what others can tell of the rest. */
class InspectionAccessTest {
  @AutoClose private final InspectionWorld world = new InspectionWorld(TestSightline.empty());
  private final InspectionAnswers answers = new InspectionAnswers(world.sightline());

  @Test
  void whatIsHiddenChangesNothingForOthers() {
    world.graded(InspectionWorld.HULL, "2022-11-21");
    world.graded(InspectionWorld.YORK, "2022-03-07");
    Viewer partner =
        world.shared.member(
            world.shared.organisation("partner", OrganisationKind.REGIONAL_BODY),
            "partner-analyst",
            Role.ANALYST);
    String before = everything(world.yorkContributor);
    String before2 = everything(partner);

    world.owned(world.hull, "COUNCIL_ONLY", "ilacs-standard", "2025-02-03");
    world.owned(world.hull, "SHARED", "ilacs-short", "2024-02-05");

    assertThat(everything(world.yorkContributor)).isEqualTo(before);
    assertThat(everything(partner)).isEqualTo(before2);
    assertThat(everything(Viewer.ANONYMOUS)).isEqualTo(before);
    assertThat(everything(world.hullContributor)).isNotEqualTo(before);
  }

  @Test
  void anAgreementShowsWhatIsSharedAndItIsLogged() {
    int shared = world.owned(world.hull, "SHARED", "annual-engagement-meeting", "2025-02-03");
    String question = "{ inspections { totalCount edges { node { id } } } }";
    assertThat(
            world
                .sightline()
                .ask(world.yorkContributor, question)
                .at("/inspections/totalCount")
                .asInt())
        .isZero();
    int agreement = world.shared.agreement(world.hull, world.york).ofDatasets("INSPECTIONS").make();

    assertThat(
            world
                .sightline()
                .ask(world.yorkContributor, question)
                .at("/inspections/edges/0/node/id")
                .asText())
        .isEqualTo(InspectionWorld.id(shared));
    JsonNode log =
        world
            .sightline()
            .ask(
                world.hull.dataOwnerViewer(),
                "{ accessLog { edges { node { dataset rows readerName } } } }");
    assertThat(log.findValuesAsText("dataset")).containsOnly("INSPECTIONS");
    assertThat(log.findValuesAsText("rows")).containsExactly("2");
    SharedAgreement.revoke(world.shared, agreement);
    assertThat(
            world
                .sightline()
                .ask(world.yorkContributor, question)
                .at("/inspections/totalCount")
                .asInt())
        .isZero();
  }

  private String everything(Viewer viewer) {
    String of =
        "id firstDay judgements { grade { code } missing } accounts { source { title } } previous { id } distanceTravelled { steps } nextWindow { from } noNextWindowBecause findings { text }";
    return world
            .sightline()
            .answer(
                viewer,
                "{ inspections { totalCount pageInfo { endCursor } edges { cursor node { %s } } } }"
                    .formatted(of))
            .get("data")
            .toString()
        + answers.matrix(viewer, "[\"810\", \"816\"]", "2026-01-01")
        + world
            .sightline()
            .answer(viewer, "{ inspections(first: 1) { pageInfo { hasNextPage endCursor } } }")
            .get("data");
  }
}
