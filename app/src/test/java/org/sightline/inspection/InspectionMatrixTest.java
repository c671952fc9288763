package org.sightline.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sightline.BesideOthers;
import org.sightline.StatementCount;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** The latest inspections of many councils side by side. */
@BesideOthers
class InspectionMatrixTest {
  @AutoClose private final InspectionWorld world = new InspectionWorld(TestSightline.empty());
  private final InspectionAnswers answers = new InspectionAnswers(world.sightline());

  @Test
  void aMatrixCountsWhatIsInSightAndSaysWhoIsMissing() {
    world.graded(InspectionWorld.HULL, "2023-11-21");
    world.graded(InspectionWorld.HULL, "2018-05-01");
    world.graded(InspectionWorld.YORK, "2022-03-07");

    JsonNode matrix =
        answers.matrix(
            Viewer.ANONYMOUS, "[\"810\", \"816\", \"383\", \"E10000006\"]", "2025-03-31");

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
            answers
                .matrix(Viewer.ANONYMOUS, "[\"810\"]", "2018-12-31")
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
            world
                .sightline()
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

  private long statements(String question) {
    StatementCount count = world.sightline().get(StatementCount.class);
    count.reset();
    JsonNode _ = world.sightline().ask(question);
    return count.total();
  }
}
