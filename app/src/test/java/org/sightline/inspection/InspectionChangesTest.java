package org.sightline.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.BesideOthers;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** What a council records of its own inspections, and who may see it. */
@BesideOthers
class InspectionChangesTest {
  private static final String MEETING =
      "type: \"annual-engagement-meeting\", firstDay: \"2025-02-03\", outcome: \"Discussed sufficiency\", source: {title: \"Minutes\"}";

  private InspectionWorld world;
  private TestSightline sightline;

  @BeforeEach
  void start() {
    sightline = TestSightline.empty();
    world = new InspectionWorld(sightline);
  }

  @AfterEach
  void stop() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void aMeetingIsRecordedAmendedAndSharedByItsCouncilAlone() {
    JsonNode recorded = record(MEETING);
    assertThat(recorded.get("errors")).isEmpty();
    String id = recorded.at("/inspection/id").asText();
    assertThat(recorded.at("/inspection/access/accessClass").asText()).isEqualTo("COUNCIL_ONLY");
    assertThat(recorded.at("/inspection/accounts/0/source/kind").asText()).isEqualTo("OWN_RECORD");
    assertThat(seen(world.yorkContributor, id)).isFalse();
    assertThat(seen(world.hullContributor, id)).isTrue();

    JsonNode amended =
        amend("id: \"%s\", version: 0, outcome: null, lastDay: \"2025-02-04\"".formatted(id));
    assertThat(amended.get("errors")).isEmpty();
    assertThat(amended.at("/inspection/outcome").isNull()).isTrue();
    assertThat(amended.at("/inspection/lastDay").asText()).isEqualTo("2025-02-04");
    assertThat(amended.at("/inspection/firstDay").asText()).isEqualTo("2025-02-03");
    assertThat(amended.at("/inspection/version").asInt()).isEqualTo(1);
    JsonNode late = amend("id: \"%s\", version: 0, outcome: \"x\"".formatted(id));
    assertThat(late.at("/errors/0/code").asText()).isEqualTo("VERSION_CHANGED");
    assertThat(late.at("/errors/0/message").asText()).contains("version 1 now");

    JsonNode changed =
        change(
            world.hull.dataOwnerViewer(),
            "changeRecordAccess",
            "id: \"%s\", expectedClass: COUNCIL_ONLY, accessClass: PUBLISHED".formatted(id),
            "change { kind from to changedBy }");
    assertThat(changed.get("change"))
        .hasToString(
            "{\"kind\":\"INSPECTION\",\"from\":\"COUNCIL_ONLY\",\"to\":\"PUBLISHED\",\"changedBy\":\"Member e06000010-owner\"}");
    assertThat(seen(world.yorkContributor, id)).isTrue();
    assertThat(
            world.shared.texts(
                "SELECT record_type || ' ' || from_class || ' ' || to_class FROM record_class_change"))
        .containsExactly("INSPECTION COUNCIL_ONLY PUBLISHED");
  }

  @Test
  void gradesOfAnOwnRecordAreStatedAndTakenAway() {
    JsonNode recorded =
        record(
            "type: \"ilacs-short\", firstDay: \"2025-02-03\", source: {kind: COUNCIL_PAPER, title: \"Cabinet\"}, judgements: [{area: \"care-leavers\", grade: \"good\"}, {area: \"children-in-care\", grade: \"inadequate\"}]");
    assertThat(recorded.get("errors")).isEmpty();
    String id = recorded.at("/inspection/id").asText();

    JsonNode amended =
        amend(
            "id: \"%s\", version: 0, judgements: [{area: \"children-in-care\", grade: null}]"
                .formatted(id));

    assertThat(amended.at("/inspection/judgements").findValuesAsText("missing"))
        .containsExactly("NOT_STATED", "NOT_STATED", "NOT_STATED", "NOT_STATED", "null");
  }

  @Test
  void findingsAreRecordedOfAPublishedInspectionAndKeptToTheCouncil() {
    int inspection = world.official(InspectionWorld.HULL, "ilacs");
    world.account(
        inspection, world.source("REPORT", null), "ilacs-short", "2023-07-10", null, null, "");
    String given =
        "inspection: \"%s\", findings: [{kind: PRIORITY_ACTION, number: 1, theme: \"workforce\", area: \"impact-of-leaders\", text: \"Fill posts\", source: \"Own notes\"}, {kind: STRENGTH, text: \"Kind\", source: \"Own notes\"}]"
            .formatted(InspectionWorld.id(inspection));

    JsonNode recorded =
        change(
            world.hullContributor,
            "recordFindings",
            given,
            "findings { id text theme { code } area { code } version }");

    assertThat(recorded.get("errors")).isEmpty();
    assertThat(recorded.get("findings").findValuesAsText("text"))
        .containsExactly("Fill posts", "Kind");
    String id = recorded.at("/findings/0/id").asText();
    JsonNode amended =
        change(
            world.hullContributor,
            "amendFinding",
            "id: \"%s\", version: 0, theme: null, text: \"Fill the posts\"".formatted(id),
            "finding { text theme { code } version inspection { id } }");
    assertThat(amended.at("/finding/text").asText()).isEqualTo("Fill the posts");
    assertThat(amended.at("/finding/theme").isNull()).isTrue();
    assertThat(findings(world.hullContributor, inspection)).isEqualTo(2);
    assertThat(findings(world.yorkContributor, inspection)).isZero();
    for (String mutation : new String[] {"recordFindings", "amendFinding"}) {
      String input =
          mutation.equals("recordFindings")
              ? given
              : "id: \"%s\", version: 1, text: \"x\"".formatted(id);
      assertThat(
              change(world.yorkContributor, mutation, input, "__typename")
                  .at("/errors/0/code")
                  .asText())
          .isEqualTo("NOT_FOUND");
    }
    assertThat(
            change(
                    world.york.dataOwnerViewer(),
                    "changeRecordAccess",
                    "id: \"%s\", accessClass: SHARED".formatted(id),
                    "change { to }")
                .at("/errors/0/code")
                .asText())
        .isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: \"annual-meeting\", firstDay: \"2025-02-03\", source: {title: \"x\"} | type | 'annual-meeting' is not known here. Did you mean 'annual-engagement-meeting'?",
        "type: \"ilacs-short\", firstDay: \"2125-02-03\", source: {title: \"x\"} | firstDay | What is recorded has begun: 2125-02-03 comes after today",
        "type: \"ilacs-short\", firstDay: \"2025-02-03\", lastDay: \"2025-02-01\", source: {title: \"x\"} | lastDay | lastDay, 2025-02-01, comes before firstDay, 2025-02-03.",
        "type: \"ilacs-short\", firstDay: \"2025-02-03\", publishedOn: \"2025-02-01\", source: {title: \"x\"} | publishedOn | publishedOn, 2025-02-01, comes before firstDay",
        "type: \"ilacs-short\", firstDay: \"2025-02-03\", source: {kind: REPORT, title: \"x\"} | source.kind | A council records from its own papers",
        "type: \"ilacs-short\", firstDay: \"2025-02-03\", source: {title: \" \"} | source.title | Write something into source.title.",
        "type: \"ilacs-short\", firstDay: \"2025-02-03\", reportUrl: \"javascript:x\", source: {title: \"x\"} | reportUrl | reportUrl is an address that begins with https://",
        "type: \"ilacs-short\", firstDay: \"2025-02-03\", visitThemes: [\"front\"], source: {title: \"x\"} | visitThemes | 'front' is not known here.",
        "type: \"ilacs-short\", firstDay: \"2025-02-03\", judgements: [{area: \"care-and-care-leavers\", grade: \"good\"}], source: {title: \"x\"} | judgements.0.area | 'care-and-care-leavers' is not known here.",
        "type: \"ilacs-short\", firstDay: \"2025-02-03\", judgements: [{area: \"care-leavers\", grade: \"Good\"}], source: {title: \"x\"} | judgements.0.grade | 'Good' is not known here. Did you mean 'good'?",
        "type: \"ilacs-short\", firstDay: \"2025-02-03\", accessClass: PUBLISHED, source: {title: \"x\"} | accessClass | Only a data owner publishes",
        "type: \"ilacs-short\", firstDay: \"2025-02-03\", accessClass: EMBARGOED, source: {title: \"x\"} | accessClass | Record it as COUNCIL_ONLY",
      })
  void whatCannotBeRecordedIsTold(String input, String field, String message) {
    JsonNode payload = record(input);

    assertThat(payload.get("inspection").isNull()).isTrue();
    assertThat(payload.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(payload.at("/errors/0/message").asText()).startsWith(message);
  }

  private int findings(Viewer viewer, int inspection) {
    return sightline
        .ask(
            viewer,
            "{ node(id: \"%s\") { ... on Inspection { findings { id } } } }"
                .formatted(InspectionWorld.id(inspection)))
        .at("/node/findings")
        .size();
  }

  private boolean seen(Viewer viewer, String id) {
    return !sightline.ask(viewer, "{ node(id: \"%s\") { id } }".formatted(id)).get("node").isNull();
  }

  private JsonNode record(String input) {
    return change(
        world.hullContributor,
        "recordInspection",
        input,
        "inspection { id outcome access { accessClass owner { name } } accounts { source { kind } } }");
  }

  private JsonNode amend(String input) {
    return change(
        world.hullContributor,
        "amendInspection",
        input,
        "inspection { id outcome firstDay lastDay version judgements { missing } }");
  }

  private JsonNode change(Viewer viewer, String mutation, String input, String selection) {
    return sightline
        .ask(
            viewer,
            "mutation { %s(input: {%s}) { %s errors { field code message } } }"
                .formatted(mutation, input, selection))
        .get(mutation);
  }
}
