package org.sightline.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.SharedAgreement;
import org.sightline.StatementCount;
import org.sightline.TestSightline;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/** Inspections as sources tell of them, side by side and one after another. */
class InspectionQuestionsTest {
  private static final String GRADES = "area { code } grade { code } missing missingSentence";
  private static final String ILACS_2023 =
      "overall-effectiveness=good,impact-of-leaders=good,help-and-protection=good,children-in-care=good,care-leavers=outstanding";

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

    JsonNode overall = judgement(newest, "overall-effectiveness");
    assertThat(overall.get("grade").isNull()).isTrue();
    assertThat(overall.get("missing").asText()).isEqualTo("NOT_JUDGED_UNDER_FRAMEWORK");
    assertThat(overall.get("missingSentence").asText()).contains("version 2026", "2026-04-01");
    assertThat(
            node(newest, "disagreements { what shown { value } others { value } rule }")
                .at("/disagreements/0/what")
                .asText())
        .isEqualTo("judgement:overall-effectiveness");
    assertThat(judgement(older, "care-and-care-leavers").at("/grade/code").asText())
        .isEqualTo("good");
    JsonNode careLeavers = judgement(older, "care-leavers");
    assertThat(careLeavers.get("missing").asText()).isEqualTo("BEFORE_AREA_EXISTED");
    assertThat(careLeavers.get("missingSentence").asText()).contains("version 2023", "2018");
    assertThat(judgement(newest, "care-and-care-leavers").get("missingSentence").asText())
        .contains("version 2023", "2023-01-01");
    assertThat(judgement(older, "overall-effectiveness").get("missing").asText())
        .isEqualTo("NOT_STATED");
    JsonNode all =
        node(older, "judgements(all: true) { %s } own: judgements { missing }".formatted(GRADES));
    assertThat(all.get("judgements")).hasSize(6);
    assertThat(all.get("own")).hasSize(4);
    for (JsonNode one : all.get("judgements")) {
      assertThat(one.get("grade").isNull()).isEqualTo(!one.get("missingSentence").isNull());
    }
    assertThat(
            sightline.mistake(
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

    assertThat(judgement(visit, "help-and-protection").get("missingSentence").asText())
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

    assertThat(node(sif, "judgements { area { code } }").findValuesAsText("code"))
        .contains("adoption", "lscb", "looked-after-and-permanence")
        .doesNotContain("care-and-care-leavers");
    JsonNode travelled =
        node(
            ilacs,
            "previous { framework { code } } distanceTravelled { concept steps direction isSameFramework note whyNot from { grade { code } } }");
    assertThat(travelled.at("/previous/framework/code").asText()).isEqualTo("sif");
    JsonNode overall = of(travelled.get("distanceTravelled"), "concept", "overall-effectiveness");
    assertThat(overall.get("steps").asInt()).isEqualTo(-1);
    assertThat(overall.get("direction").asText()).isEqualTo("WORSENED");
    assertThat(overall.get("isSameFramework").asBoolean()).isFalse();
    JsonNode care = of(travelled.get("distanceTravelled"), "concept", "care");
    assertThat(care.get("steps").asInt()).isEqualTo(1);
    assertThat(care.get("note").asText()).contains("not the same judgement");
    JsonNode adoption = of(travelled.get("distanceTravelled"), "concept", "adoption");
    assertThat(adoption.get("steps").isNull()).isTrue();
    assertThat(adoption.get("whyNot").asText()).contains("asks nothing about 'adoption'");
    assertThat(node(sif, "distanceTravelled { whyNot steps }").findValuesAsText("whyNot"))
        .allMatch(why -> why.equals("No earlier graded inspection of the council is in sight."));
    assertThat(
            sightline.mistake(
                "{ node(id: \"%s\") { ... on Inspection { distanceTravelled(since: \"%s\") { steps } } } }"
                    .formatted(InspectionWorld.id(sif), InspectionWorld.id(ilacs))))
        .startsWith("since names no earlier inspection");
  }

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
        node(
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
    assertThat(of(shown.get("shownFrom"), "field", "lastDay").at("/source/kind").asText())
        .isEqualTo("COMMUNITY_TABLE");
    assertThat(shown.get("accounts").findValuesAsText("kind"))
        .containsExactly("OFFICIAL_STATISTICS", "COUNCIL_PAPER", "COMMUNITY_TABLE");
    assertThat(shown.get("disagreements").findValuesAsText("what"))
        .containsExactly("type", "judgement:overall-effectiveness");
    JsonNode overall = of(shown.get("disagreements"), "what", "judgement:overall-effectiveness");
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
    assertThat(judgement(inspection, "overall-effectiveness").at("/grade/code").asText())
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

    assertThat(judgement(inspection, "overall-effectiveness").at("/grade/code").asText())
        .isEqualTo("good");
  }

  @Test
  void whatIsHiddenChangesNothingForOthers() {
    graded(InspectionWorld.HULL, "2022-11-21");
    graded(InspectionWorld.YORK, "2022-03-07");
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
    assertThat(sightline.ask(world.yorkContributor, question).at("/inspections/totalCount").asInt())
        .isZero();
    int agreement = world.shared.agreement(world.hull, world.york).ofDatasets("INSPECTIONS").make();

    assertThat(
            sightline
                .ask(world.yorkContributor, question)
                .at("/inspections/edges/0/node/id")
                .asText())
        .isEqualTo(InspectionWorld.id(shared));
    JsonNode log =
        sightline.ask(
            world.hull.dataOwnerViewer(),
            "{ accessLog { edges { node { dataset rows readerName } } } }");
    assertThat(log.findValuesAsText("dataset")).containsOnly("INSPECTIONS");
    assertThat(log.findValuesAsText("rows")).containsExactly("2");
    SharedAgreement.revoke(world.shared, agreement);
    assertThat(sightline.ask(world.yorkContributor, question).at("/inspections/totalCount").asInt())
        .isZero();
  }

  @Test
  void aMatrixCountsWhatIsInSightAndSaysWhoIsMissing() {
    graded(InspectionWorld.HULL, "2023-11-21");
    graded(InspectionWorld.HULL, "2018-05-01");
    graded(InspectionWorld.YORK, "2022-03-07");

    JsonNode matrix =
        matrix(Viewer.ANONYMOUS, "[\"810\", \"816\", \"383\", \"E10000006\"]", "2025-03-31");

    assertThat(matrix.at("/rows").findValuesAsText("firstDay"))
        .containsExactly("2023-11-21", "2022-03-07");
    assertThat(matrix.at("/areas")).hasSize(6);
    assertThat(matrix.at("/rows/0/judgements")).hasSize(6);
    assertThat(matrix.get("missing").findValuesAsText("because"))
        .containsExactly("NOT_THERE_ON_DAY", "NEVER_INSPECTED_UNDER_FRAMEWORK");
    JsonNode leavers = matrix.at("/counts/5");
    assertThat(leavers.at("/area/code").asText()).isEqualTo("care-leavers");
    assertThat(leavers.get("n").asInt()).isEqualTo(1);
    assertThat(leavers.get("missing"))
        .hasToString("[{\"reason\":\"BEFORE_AREA_EXISTED\",\"councils\":1}]");
    assertThat(matrix.at("/rows/0/daysSince/days").asInt()).isEqualTo(496);
    assertThat(
            matrix(Viewer.ANONYMOUS, "[\"810\"]", "2018-12-31")
                .at("/rows/0/daysSince/days")
                .asInt())
        .isEqualTo(244);
  }

  @Test
  void oneHundredAndFiftyCouncilsCostAsManyStatementsAsTwelve() {
    int source = world.source("OFFICIAL_STATISTICS", "2025-05-01");
    world.execute(
        """
        WITH added AS (
          INSERT INTO inspection (council_id, framework_code, access_class)
          SELECT id, 'ilacs', 'PUBLISHED' FROM area WHERE kind = 'COUNCIL' AND NOT generated RETURNING id)
        INSERT INTO inspection_account (inspection_id, source_id, type_code, starts_on, published_on)
        SELECT id, ?, 'ilacs-standard', '2023-03-06', '2023-04-20' FROM added
        """,
        source);
    world.execute(
        """
        INSERT INTO judgement (account_id, framework_code, area_code, scale_code, grade_code)
        SELECT account.id, 'ilacs', area, 'ofsted-four-point', 'good'
        FROM inspection_account AS account, unnest('{overall-effectiveness,impact-of-leaders}'::text[]) AS area
        """);
    String question =
        "{ inspectionMatrix(among: %s, at: \"2025-03-31\") { rows { council { name } inspection { id findings { text } clocks { dueOn } accounts { source { title } } previous { id } } judgements { grade { code } missing } daysSince { days } publicationLag { fromFirstDay { workingDays } isLate } distanceTravelled { concept steps } nextWindow { from to isEstimate source } } missing { because } counts { n } basis } }";

    long one = statements(question.formatted("{region: \"North East\"}"));
    long all = statements(question.formatted("{england: true}"));

    assertThat(all).isEqualTo(one).isLessThanOrEqualTo(14);
    assertThat(
            sightline
                .ask(question.formatted("{england: true}"))
                .at("/inspectionMatrix/rows")
                .size())
        .isGreaterThan(150);
    assertThat(statements(page(100))).isEqualTo(statements(page(1)));
  }

  private static String page(int first) {
    return "{ inspections(first: %d) { totalCount edges { node { council { name } judgements { grade { name } } findings { text } previous { id } nextWindow { from } clocks { dueOn } } } } }"
        .formatted(first);
  }

  @Test
  void aListGoesOnPageByPageWithTheNewestFirst() {
    int first = graded(InspectionWorld.HULL, "2018-05-01");
    int last = graded(InspectionWorld.HULL, "2023-11-21");
    int middle = graded(InspectionWorld.YORK, "2022-03-07");
    StringBuilder seen = new StringBuilder();
    String after = "";
    for (int page = 0; page < 3; page++) {
      JsonNode answer =
          sightline
              .ask(
                  "{ inspections(first: 1%s) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }"
                      .formatted(after))
              .get("inspections");
      assertThat(answer.get("totalCount").asInt()).isEqualTo(3);
      seen.append(answer.at("/edges/0/node/id").asText()).append(' ');
      after = ", after: \"%s\"".formatted(answer.at("/pageInfo/endCursor").asText());
    }
    assertThat(seen.toString().strip().split(" "))
        .containsExactly(
            InspectionWorld.id(last), InspectionWorld.id(middle), InspectionWorld.id(first));
    assertThat(
            sightline
                .ask(
                    "{ inspections(from: \"2022-01-01\", to: \"2022-12-31\", types: [\"ilacs-standard\"]) { totalCount } }")
                .at("/inspections/totalCount")
                .asInt())
        .isEqualTo(1);
    assertThat(sightline.mistake("{ inspections(frameworks: [\"ilac\"]) { totalCount } }"))
        .startsWith("There is no framework 'ilac'. Did you mean 'ilacs'");
    assertThat(sightline.mistake("{ inspections(types: [\"visit\"]) { totalCount } }"))
        .startsWith("There is no type of inspection 'visit'.");
    assertThat(
            sightline.mistake(
                "{ inspections(from: \"2022-01-01\", to: \"2021-01-01\") { totalCount } }"))
        .isEqualTo("from, 2022-01-01, comes after to, 2021-01-01.");
  }

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
        node(
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
        node(
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
    int first = graded(InspectionWorld.HULL, "2018-05-01");
    int last = graded(InspectionWorld.HULL, "2023-11-21");
    String window =
        "nextWindow { type { code } from to isEstimate basis source } noNextWindowBecause";

    JsonNode next = node(last, window);
    assertThat(next.at("/nextWindow/type/code").asText()).isEqualTo("ilacs-short");
    assertThat(next.at("/nextWindow/from").asText()).isEqualTo("2026-05-21");
    assertThat(next.at("/nextWindow/isEstimate").asBoolean()).isTrue();
    assertThat(next.at("/nextWindow/source").asText()).isNotBlank();
    assertThat(next.get("noNextWindowBecause").isNull()).isTrue();
    JsonNode none = node(first, window);
    assertThat(none.get("nextWindow").isNull()).isTrue();
    assertThat(none.get("noNextWindowBecause").asText()).contains("2023-11-21");
  }

  /** A standard inspection, good in everything that its version judges. */
  private int graded(String council, String firstDay) {
    int inspection = world.official(council, "ilacs");
    world.account(
        inspection,
        world.source("OFFICIAL_STATISTICS", "2025-05-01"),
        "ilacs-standard",
        firstDay,
        null,
        null,
        firstDay.compareTo("2023") < 0
            ? "overall-effectiveness=good,care-and-care-leavers=good"
            : ILACS_2023);
    return inspection;
  }

  private String everything(Viewer viewer) {
    String of =
        "id firstDay judgements { grade { code } missing } accounts { source { title } } previous { id } distanceTravelled { steps } nextWindow { from } noNextWindowBecause findings { text }";
    return sightline
            .answer(
                viewer,
                "{ inspections { totalCount pageInfo { endCursor } edges { cursor node { %s } } } }"
                    .formatted(of))
            .get("data")
            .toString()
        + matrix(viewer, "[\"810\", \"816\"]", "2026-01-01")
        + sightline
            .answer(viewer, "{ inspections(first: 1) { pageInfo { hasNextPage endCursor } } }")
            .get("data");
  }

  private JsonNode matrix(Viewer viewer, String councils, String at) {
    return sightline
        .ask(
            viewer,
            """
            { inspectionMatrix(among: {councils: %s}, at: "%s") { areas { code }
                rows { council { name } inspection { firstDay } judgements { %s } daysSince { days } distanceTravelled { concept steps } nextWindow { from } }
                missing { council { name } because sentence }
                counts { area { code } n grades { grade { code } councils } missing { reason councils } } basis } }
            """
                .formatted(councils, at, GRADES))
        .get("inspectionMatrix");
  }

  private long statements(String question) {
    StatementCount count = sightline.get(StatementCount.class);
    count.reset();
    JsonNode _ = sightline.ask(question);
    return count.total();
  }

  private JsonNode judgement(int inspection, String area) {
    return node(inspection, "judgement(area: \"%s\") { %s }".formatted(area, GRADES))
        .get("judgement");
  }

  private JsonNode node(int inspection, String selection) {
    return sightline
        .ask(
            "{ node(id: \"%s\") { ... on Inspection { %s } } }"
                .formatted(InspectionWorld.id(inspection), selection))
        .get("node");
  }

  private static JsonNode of(JsonNode list, String field, String value) {
    for (JsonNode one : list) {
      if (one.get(field).asText().equals(value)) {
        return one;
      }
    }
    throw new AssertionError(List.of(field, value, list).toString());
  }
}
