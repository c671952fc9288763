package org.sightline.plan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.BesideOthers;
import org.sightline.StatementCount;
import org.sightline.TestSightline;
import org.sightline.graphql.Arguments;

/** Status reports: stated or made from actions, never changed, and compared with each other. */
@BesideOthers
class StatusReportsTest {
  private PlanWorld plans;
  private String plan;

  @BeforeEach
  void start() {
    plans = new PlanWorld();
    plan = plans.plan(plans.hull, "Improvement plan", "ragp", "SHARED");
    HullsReport.workstreams().forEach(name -> plans.workstream(plan, name, null));
  }

  @AfterEach
  void stop() {
    if (plans != null) {
      plans.close();
    }
  }

  @Test
  void hullsReportKeepsItsStatedTotalShowsTheSumAndSaysTheDifference() {
    JsonNode payload = plans.record(plans.hullContributor, HullsReport.input(plan));
    assertThat(payload.get("errors")).isEmpty();

    JsonNode report =
        node(
            payload.at("/statusReport/id").asText(),
            """
            title asAt revision statedTotal summedTotal source paragraph issuedByName
            counts { code state actions share } byState { state actions missing }
            workstreams { name statedTotal summedTotal counts { code actions isImplied } }
            notStated { code } dataQuality { rule severity subject stated recomputed message }
            """);

    assertThat(report.get("statedTotal").asInt()).isEqualTo(167);
    assertThat(report.get("summedTotal").asInt()).isEqualTo(167);
    assertThat(report.get("counts"))
        .hasToString(
            "[{\"code\":\"R\",\"state\":\"OVERDUE\",\"actions\":2,\"share\":1.2},"
                + "{\"code\":\"A\",\"state\":\"ON_TRACK\",\"actions\":38,\"share\":22.8},"
                + "{\"code\":\"G\",\"state\":\"COMPLETED\",\"actions\":92,\"share\":55.1},"
                + "{\"code\":\"P\",\"state\":\"COMPLETED_WITH_IMPACT\",\"actions\":35,\"share\":21.0}]");
    assertThat(report.get("workstreams")).hasSize(11);
    assertThat(report.at("/workstreams/0/statedTotal").asInt()).isEqualTo(26);
    assertThat(report.at("/workstreams/0/summedTotal").asInt()).isEqualTo(28);
    assertThat(report.get("notStated")).isEmpty();
    assertThat(report.get("issuedByName").asText()).isEqualTo("Member hull-c");
    assertThat(report.get("dataQuality"))
        .hasToString(
            "[{\"rule\":\"workstream-total-differs\",\"severity\":\"ERROR\",\"subject\":\"1. Workflow - EH - Front Door\","
                + "\"stated\":\"26\",\"recomputed\":\"28\",\"message\":\"The report states 26 actions for '1. Workflow - EH - Front Door';"
                + " its parts (A 1, G 17, P 10) sum to 28. The plan's stated total of 167 agrees with the parts.\"}]");
  }

  @Test
  void onlyThePurpleNumberMovesWhereTheEarlierUpdatesStateNoOther() {
    purple("2020-12-15", 12);
    purple("2021-01-15", 28);
    plans.record(plans.hullContributor, HullsReport.input(plan));

    JsonNode movement =
        ofPlan(
                "movement { from { asAt counts { code actions missing } } days byStatus { code count { before after change whyNot } }"
                    + " withImpact { before after change } completed { change whyNot } total { change whyNot } actionsMissing added basis }")
            .get("movement");

    assertThat(movement.at("/from/asAt").asText()).isEqualTo("2021-01-15");
    assertThat(movement.at("/from/counts/0"))
        .hasToString("{\"code\":\"R\",\"actions\":null,\"missing\":\"NOT_STATED\"}");
    assertThat(movement.get("withImpact")).hasToString("{\"before\":28,\"after\":35,\"change\":7}");
    assertThat(movement.at("/byStatus/0/count"))
        .hasToString(
            "{\"before\":null,\"after\":2,\"change\":null,\"whyNot\":\"The report as at 2021-01-15 does not state how many were Red (R).\"}");
    assertThat(movement.at("/completed/whyNot").asText())
        .isEqualTo("The report as at 2021-01-15 does not state how many were completed in all.");
    assertThat(movement.get("added").isNull()).isTrue();
    assertThat(movement.get("actionsMissing").asText())
        .startsWith("Single actions cannot be compared: the report as at");
    JsonNode burnUp =
        ofPlan("burnUp { asAt withImpact completed completedMissing total }").get("burnUp");
    assertThat(burnUp)
        .hasToString(
            "[{\"asAt\":\"2020-12-15\",\"withImpact\":12,\"completed\":null,\"completedMissing\":\"NOT_STATED\",\"total\":null},"
                + "{\"asAt\":\"2021-01-15\",\"withImpact\":28,\"completed\":null,\"completedMissing\":\"NOT_STATED\",\"total\":null},"
                + "{\"asAt\":\"2021-02-15\",\"withImpact\":35,\"completed\":127,\"completedMissing\":null,\"total\":167}]");
  }

  @Test
  void aCorrectionIsANewRevisionAndBothStayReadable() {
    String first = purple("2021-01-15", 27).at("/statusReport/id").asText();
    JsonNode refused = purple("2021-01-15", 28);
    assertThat(refused.at("/errors/0/message").asText())
        .isEqualTo(
            "The plan has a report as at 2021-01-15 already, revision 1. A report is never changed: say that this one corrects it, and it becomes revision 2.");
    assertThat(purple("2021-01-15", 27).at("/statusReport/id").asText()).isEqualTo(first);

    JsonNode corrected =
        plans.record(
            plans.hullContributor,
            "{plan: \"%s\", asAt: \"2021-01-15\", isCorrection: true, counts: [{status: \"P\", actions: 28}]}"
                .formatted(plan));

    assertThat(corrected.at("/statusReport/revision").asInt()).isEqualTo(2);
    assertThat(ofPlan("statusReports { totalCount edges { node { revision } } }"))
        .hasToString(
            "{\"statusReports\":{\"totalCount\":1,\"edges\":[{\"node\":{\"revision\":2}}]}}");
    assertThat(
            ofPlan(
                "statusReports(earlierRevisions: true, first: 1) { totalCount pageInfo { hasNextPage } edges { node { revision } } }"))
        .hasToString(
            "{\"statusReports\":{\"totalCount\":2,\"pageInfo\":{\"hasNextPage\":true},\"edges\":[{\"node\":{\"revision\":2}}]}}");
    assertThat(node(first, "isNewestRevision byState { state actions }").toString())
        .contains("\"isNewestRevision\":false")
        .contains("{\"state\":\"COMPLETED_WITH_IMPACT\",\"actions\":27}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE status_report SET title = 'Better'",
        "UPDATE status_report_count SET actions = 0",
        "UPDATE status_report_workstream SET stated_total = 28",
        "UPDATE status_report_action SET due_on = NULL",
        "DELETE FROM status_report",
        "DELETE FROM status_report_count",
        "DELETE FROM status_report_action",
        "DELETE FROM status_report_workstream",
      })
  void theServiceItselfMayNotChangeAReport(String statement) throws SQLException {
    Map<String, Object> settings = TestSightline.settings(plans.sightline.database());
    try (Connection app =
            DriverManager.getConnection(
                (String) settings.get("sightline.database.url"),
                (String) settings.get("sightline.database.app.username"),
                (String) settings.get("sightline.database.app.password"));
        Statement change = app.createStatement()) {
      assertThatThrownBy(() -> change.execute(statement))
          .hasMessageContaining("permission denied for table status_report");
    }
  }

  @Test
  void reportsOfActionsSayWhichMovedWereAddedRemovedReDatedAndReopened() {
    String front = HullsReport.workstreams().getFirst();
    plans.action(plan, front, "1.1", "A", "2026-01-31", null);
    plans.action(plan, front, "1.2", "G", "2026-01-31", "2026-01-15");
    plans.action(plan, front, "1.3", "A", "2026-01-31", null);
    plans.tell("UPDATE action SET created_at = '2026-01-01', changed_at = '2026-01-01'");
    assertThat(
            plans
                .change(
                    plans.hullContributor,
                    "issueStatusReport",
                    "{plan: \"%s\", asAt: \"2026-02-01\"}".formatted(plan))
                .at("/errors/0/message")
                .asText())
        .isEqualTo(
            "The plan was changed after 2026-02-01, so that it no longer is as it was then. Issue a report as at today, or record the counts of that day.");
    plans.tell(
        """
        UPDATE plan SET changed_at = '2026-01-01';
        INSERT INTO impact_evidence (action_id, owner_organisation_id, recorded_on, text)
        SELECT id, owner_organisation_id, CASE reference WHEN '1.2' THEN '2026-02-01'::date ELSE '2026-02-02' END, 'Seen'
        FROM action WHERE reference IN ('1.2', '1.3');
        """);
    JsonNode first =
        plans.change(
            plans.hullContributor,
            "issueStatusReport",
            "{plan: \"%s\", asAt: \"2026-02-01\"}".formatted(plan));
    assertThat(first.get("errors")).isEmpty();
    plans.tell(
        """
        UPDATE action SET status_code = 'P', completed_on = '2026-02-10', changed_at = now() WHERE reference = '1.1';
        UPDATE action SET status_code = 'A', completed_on = NULL, reopened_before = 1, due_on = '2026-06-30', re_dated_before = 1
        WHERE reference = '1.2';
        UPDATE action SET removed_at = now() WHERE reference = '1.3';
        """);
    plans.action(plan, front, "1.4", "A", "2030-01-31", null);
    JsonNode past =
        plans.change(
            plans.hullContributor,
            "issueStatusReport",
            "{plan: \"%s\", asAt: \"2026-02-02\"}".formatted(plan));
    assertThat(past.at("/errors/0/message").asText())
        .isEqualTo(
            "2 actions were changed after 2026-02-02, so that the plan no longer is as it was then. Issue a report as at today, or record the counts of that day.");

    JsonNode today =
        plans.change(plans.hullContributor, "issueStatusReport", "{plan: \"%s\"}".formatted(plan));

    assertThat(today.get("errors")).isEmpty();
    assertThat(today.at("/statusReport/asAt").asText()).isEqualTo(Arguments.today().toString());
    JsonNode movement =
        ofPlan(
                "movement { added removed reDated reopened total { change } completed { before after } actions { reference moves before { state } after { state } action { reference } } }")
            .get("movement");
    assertThat(movement.get("added").asInt()).isEqualTo(1);
    assertThat(movement.get("removed").asInt()).isEqualTo(1);
    assertThat(movement.get("reDated").asInt()).isEqualTo(1);
    assertThat(movement.get("reopened").asInt()).isEqualTo(1);
    assertThat(movement.at("/total/change").asInt()).isZero();
    assertThat(movement.get("completed")).hasToString("{\"before\":1,\"after\":1}");
    assertThat(movement.get("actions").toString())
        .contains("{\"reference\":\"1.1\",\"moves\":[\"MOVED\",\"COMPLETED\",\"IMPACT_SHOWN\"]")
        .contains("{\"reference\":\"1.2\",\"moves\":[\"MOVED\",\"RE_DATED\",\"REOPENED\"]")
        .contains("{\"reference\":\"1.4\",\"moves\":[\"ADDED\"],\"before\":null")
        .contains("{\"reference\":\"1.3\",\"moves\":[\"REMOVED\"]");
    assertThat(
            node(first.at("/statusReport/id").asText(), "actions { reference state } isFromActions")
                .toString())
        .contains("{\"reference\":\"1.2\",\"state\":\"COMPLETED\"}");
    assertThat(
            plans.world.texts(
                "SELECT reference || ' ' || has_impact FROM status_report_action JOIN status_report ON status_report.id = report_id WHERE as_at = '2026-02-01' ORDER BY reference"))
        .containsExactly("1.1 false", "1.2 true", "1.3 false");
  }

  @Test
  void aStateThatOnlyTheLaterReportHasIsListed() {
    String front = HullsReport.workstreams().getFirst();
    record("2026-01-31", "{status: \"A\", actions: 1}");
    plans.action(plan, front, "1.1", "A", null, null);
    plans.tell("UPDATE action SET status_code = NULL");
    plans.change(plans.hullContributor, "issueStatusReport", "{plan: \"%s\"}".formatted(plan));

    assertThat(
            ofPlan("movement { byState { state count { before after } } }")
                .at("/movement/byState")
                .toString())
        .contains("{\"state\":\"NOT_STATED\",\"count\":{\"before\":null,\"after\":1}}");
  }

  @Test
  void reportsOfDifferentSchemesAreComparedByWhatTheyMean() {
    record(
        "2026-01-31",
        "{status: \"A\", actions: 5}, {status: \"R\", actions: 1}, {status: \"G\", actions: 2}, {status: \"P\", actions: 0}");
    plans.tell(
        "UPDATE plan SET scheme_id = (SELECT id FROM status_scheme WHERE code = 'ragp-at-risk' AND owner_organisation_id IS NULL)");
    record(
        "2026-02-28",
        "{status: \"A\", actions: 3}, {status: \"R\", actions: 1}, {status: \"G\", actions: 1}, {status: \"B\", actions: 2}, {status: \"P\", actions: 1}");

    JsonNode movement =
        ofPlan(
                "movement { byStatus { code } byStatusMissing byState { state count { before after change whyNot } } completed { change } }")
            .get("movement");

    assertThat(movement.get("byStatus")).isEmpty();
    assertThat(movement.get("byStatusMissing").asText())
        .isEqualTo(
            "The two reports do not mean the same by their statuses: A meant ON_TRACK and now means AT_RISK; G meant COMPLETED and now means ON_TRACK. Compare them by state.");
    assertThat(movement.get("byState").toString())
        .contains(
            "{\"state\":\"ON_TRACK\",\"count\":{\"before\":5,\"after\":1,\"change\":-4,\"whyNot\":null}}")
        .contains(
            "{\"state\":\"AT_RISK\",\"count\":{\"before\":null,\"after\":3,\"change\":null,\"whyNot\":\"No status of the report as at 2026-01-31 tells how many were AT_RISK.\"}}");
    assertThat(movement.at("/completed/change").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "asAt: \"2999-01-01\", counts: [{status: \"P\", actions: 1}] | asAt | A report says what was: 2999-01-01 has not come yet.",
        "asAt: \"2021-01-01\", counts: [{status: \"B\", actions: 1}] | counts | 'B' is no status of the scheme Red, amber, green, purple. Allowed: R (Red), A (Amber), G (Green), P (Purple).",
        "asAt: \"2021-01-01\", counts: [{status: \"P\", actions: -1}] | counts | A count is 0 to 1000000: that of P is -1.",
        "asAt: \"2021-01-01\", counts: [{status: \"P\", actions: 1}, {status: \"P\", actions: 2}] | counts | The status P is there twice.",
        "asAt: \"2021-01-01\" | counts | The report states nothing: give a total, or the count of at least one status.",
        "asAt: \"2021-01-01\", workstreams: [{name: \"Nothing\", statedTotal: 1}] | workstreams | The plan has no workstream 'Nothing'. It has: 1. Workflow",
      })
  void whatCannotBeStatedIsToldInASentence(String input, String field, String sentence) {
    JsonNode payload =
        plans.record(plans.hullContributor, "{plan: \"%s\", %s}".formatted(plan, input));

    assertThat(payload.get("statusReport").isNull()).isTrue();
    assertThat(payload.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(payload.at("/errors/0/message").asText()).startsWith(sentence);
  }

  @Test
  void whoIsNotShownThePlanFindsNoReportAndWhoIsDoesNotLearnWhoIssuedIt() {
    plans.share(plans.hull);
    String id =
        plans
            .record(plans.hullContributor, HullsReport.input(plan))
            .at("/statusReport/id")
            .asText();
    String document =
        "{ node(id: \"%s\") { ... on StatusReport { issuedByName summedTotal } } }".formatted(id);

    assertThat(plans.sightline.ask(plans.adviser, document).get("node"))
        .hasToString("{\"issuedByName\":null,\"summedTotal\":167}");
    assertThat(plans.world.texts("SELECT row_count FROM access_log WHERE dataset = 'PLANS'"))
        .isNotEmpty();
    JsonNode stranger = plans.sightline.answer(plans.yorkContributor, document);
    assertThat(stranger.toString()).doesNotContain("167");
    assertThat(
            plans
                .record(plans.yorkContributor, HullsReport.input(plan))
                .at("/errors/0/message")
                .asText())
        .isEqualTo("Your organisation has no plan with this id.");
  }

  @Test
  void noNumberOfReportsAndPlansTakesMoreStatements() {
    plans.record(plans.hullContributor, HullsReport.input(plan));
    purple("2021-01-15", 28);
    String document =
        "{ plans(among: {councils: [\"E06000010\"]}) { edges { node { statusReports { edges { node { summedTotal counts { actions } dataQuality { rule } actions { reference action { reference } } } } } latestReport { asAt } movement { days } burnUp { total } } } } }";
    StatementCount count = plans.sightline.get(StatementCount.class);
    plans.sightline.ask(plans.hullContributor, document);
    count.reset();
    plans.sightline.ask(plans.hullContributor, document);
    long few = count.total();

    purple("2020-12-15", 12);
    String other = plans.plan(plans.hull, "Another plan", "rag", "COUNCIL_ONLY");
    plans.workstream(other, "W", null);
    plans.action(other, "W", "1", "A", "2026-01-31", null);
    plans.change(plans.hullContributor, "issueStatusReport", "{plan: \"%s\"}".formatted(other));
    count.reset();
    plans.sightline.ask(plans.hullContributor, document);

    assertThat(count.total()).isLessThanOrEqualTo(few + 1);
    String third = plans.plan(plans.hull, "A third plan", "rag", "COUNCIL_ONLY");
    plans.workstream(third, "W", null);
    plans.action(third, "W", "1", "A", "2026-01-31", null);
    long withActions = count.total();
    plans.change(plans.hullContributor, "issueStatusReport", "{plan: \"%s\"}".formatted(third));
    count.reset();
    plans.sightline.ask(plans.hullContributor, document);
    assertThat(count.total()).isEqualTo(withActions);
  }

  private JsonNode purple(String day, int actions) {
    return record(day, "{status: \"P\", actions: %d}".formatted(actions));
  }

  private JsonNode record(String day, String counts) {
    return plans.record(
        plans.hullContributor,
        "{plan: \"%s\", asAt: \"%s\", counts: [%s]}".formatted(plan, day, counts));
  }

  private JsonNode ofPlan(String selection) {
    return plans
        .sightline
        .ask(
            plans.hullContributor,
            "{ node(id: \"%s\") { ... on Plan { %s } } }".formatted(plan, selection))
        .get("node");
  }

  private JsonNode node(String id, String selection) {
    return plans
        .sightline
        .ask(
            plans.hullContributor,
            "{ node(id: \"%s\") { ... on StatusReport { %s } } }".formatted(id, selection))
        .get("node");
  }
}
