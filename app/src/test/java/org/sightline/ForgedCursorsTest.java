package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.tenancy.Viewer;

/** A cursor that is none is refused before anything is read for the question. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedCursorsTest {
  private TestSightline sightline;
  private SharedWorld world;
  private Viewer viewer;

  @BeforeAll
  void start() {
    sightline = TestSightline.empty();
    world = new SharedWorld(sightline.database());
    viewer = world.council("E06000010").dataOwnerViewer();
  }

  @AfterAll
  void stop() {
    world.close();
    sightline.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plans(among: {councils: [\"810\"]}",
        "reviews(among: {councils: [\"810\"]}",
        "inspections(among: {councils: [\"810\"]}",
        "findings(among: {councils: [\"810\"]}",
        "findingsToImpact(among: {councils: [\"810\"]}",
        "actions(among: {councils: [\"810\"]}",
        "actionsForIndicator(indicator: \"re-referrals-percent\"",
        "accessLog(organisation: \"e06000010\"",
        "sharingAgreements(state: LIVE",
        "imports(first: 2"
      })
  void itCostsNoStatementOfTheQuestion(String asked) {
    JsonNode right = counted(asked + ") { pageInfo { hasNextPage } }");
    assertThat(right.has("errors")).as(right.toString()).isFalse();
    long answered = statements();

    JsonNode forged = counted(asked + ", after: \"x\") { pageInfo { hasNextPage } }");

    assertThat(forged.at("/errors/0/message").asText())
        .matches("That is no cursor of \\w+: give .* or begin again without after\\.");
    assertThat(statements()).isLessThan(answered).as("the viewer's own").isOne();
  }

  @Test
  void whoIsNoMemberIsToldSoBeforeAGroupIsLookedUp() {
    String asked = "{ reviews(among: {councils: [\"%s\"]}) { pageInfo { hasNextPage } } }";

    assertThat(
            sightline
                .answer(Viewer.ANONYMOUS, asked.formatted("999"))
                .at("/errors/0/extensions/code"))
        .isEqualTo(
            sightline
                .answer(Viewer.ANONYMOUS, asked.formatted("810"))
                .at("/errors/0/extensions/code"));
  }

  private JsonNode counted(String asked) {
    sightline.get(StatementCount.class).reset();
    return sightline.answer(viewer, "{ " + asked + " }");
  }

  private long statements() {
    return sightline.get(StatementCount.class).total();
  }
}
