package org.sightline.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.TestSightline;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Viewer;

/**
 * What others read of a plan's past: only what was written while the plan was published, or shared
 * with an agreement that they have now.
 */
class PlanHistoryTest {
  private static final String KIND_AND_REASON = "history { kind reason isWithheld }";

  private PlanWorld plans;
  private String plan = "";
  private String workstream = "";
  private String action = "";

  @BeforeEach
  void start() {
    plans = new PlanWorld();
    plan = plans.plan(plans.writer, "Drafted", "brag", "");
    workstream = plans.workstream(plans.writer, plan, "Practice", "");
    action = plans.action(plans.writer, plan, workstream, "1", "dueOn: \"2025-01-31\"");
    move("2025-02-28", "said in the draft");
    int _ = plans.world.agreement(plans.hull, plans.yorkshire).ofDatasets("PLANS").make();
  }

  @AfterEach
  void stop() {
    if (plans != null) {
      plans.close();
    }
  }

  @Test
  void whatADraftSaidIsToldToItsOrganisationAlone() {
    open("SHARED");
    move("2025-03-31", "said to all partners");
    plans.world.execute("UPDATE action_change SET changed_at = '2025-01-15T22:30:00Z'");

    String words = "history { at by field from to kind reason isWithheld }";
    JsonNode others = plans.node(plans.partner, action, "Action", words).get("history");

    assertThat(others).hasSize(3);
    assertThat(others.get(1))
        .hasToString(
            "{\"at\":\"2025-01-15T00:00:00Z\",\"by\":null,\"field\":null,\"from\":null,\"to\":null,\"kind\":\"RE_DATED\",\"reason\":null,\"isWithheld\":true}");
    assertThat(others.get(2))
        .hasToString(
            "{\"at\":\"2025-01-15T22:30:00Z\",\"by\":null,\"field\":\"dueOn\",\"from\":\"2025-02-28\",\"to\":\"2025-03-31\",\"kind\":\"RE_DATED\",\"reason\":\"said to all partners\",\"isWithheld\":false}");
    JsonNode own = plans.node(plans.other, action, "Action", words).get("history");
    assertThat(own.get(1))
        .hasToString(
            "{\"at\":\"2025-01-15T22:30:00Z\",\"by\":\"Member hull-writer\",\"field\":\"dueOn\",\"from\":\"2025-01-31\",\"to\":\"2025-02-28\",\"kind\":\"RE_DATED\",\"reason\":\"said in the draft\",\"isWithheld\":false}");
    assertThat(own.findValuesAsText("isWithheld")).containsOnly("false");
  }

  @Test
  void whatASecondDraftSaidStaysWithItToo() {
    open("SHARED");
    move("2025-03-31", "said to partners");
    give("COUNCIL_ONLY");
    amend("state: DRAFT");
    move("2025-04-30", "said in the second draft");
    open("SHARED");
    move("2025-05-31", "said again");

    assertThat(reasons(plans.partner))
        .containsExactly("withheld", "withheld", "said to partners", "withheld", "said again");
    assertThat(reasons(plans.writer))
        .containsExactly(
            "null",
            "said in the draft",
            "said to partners",
            "said in the second draft",
            "said again");
  }

  @Test
  void whatWasSaidToPartnersIsNotSaidToEverybody() {
    open("SHARED");
    move("2025-03-31", "said to partners");
    give("PUBLISHED");
    move("2025-04-30", "said to everybody");

    assertThat(reasons(Viewer.ANONYMOUS))
        .containsExactly("withheld", "withheld", "withheld", "said to everybody");
    assertThat(reasons(plans.partner))
        .containsExactly("withheld", "withheld", "said to partners", "said to everybody");
  }

  @Test
  void whatWasSaidUnderAnEmbargoIsNotSaidWhenItIsOver() {
    amend("state: LIVE");
    plans.world.execute(
        "UPDATE plan SET access_class = 'EMBARGOED', embargoed_until = '2100-01-01'");
    move("2025-03-31", "said under the embargo");
    plans.world.execute("UPDATE plan SET embargoed_until = '2020-01-01'");
    move("2025-04-30", "said to everybody");

    assertThat(reasons(Viewer.ANONYMOUS))
        .containsExactly("withheld", "withheld", "withheld", "said to everybody");
  }

  @Test
  void whoSignsLaterReadsWhatWasSaidToPartnersBefore() {
    open("SHARED");
    move("2025-03-31", "said to partners");
    assertThat(plans.node(plans.yorkWriter, action, "Action", KIND_AND_REASON).isNull()).isTrue();

    int _ = plans.world.agreement(plans.hull, plans.york).ofDatasets("PLANS").make();

    assertThat(reasons(plans.yorkWriter))
        .containsExactly("withheld", "withheld", "said to partners");
  }

  @Test
  void theFirstDayIsToldToThoseWhoSawThePlanWhenItWasSet() {
    open("SHARED");
    String since = plans.action(plans.writer, plan, workstream, "2", "dueOn: \"2025-05-31\"");
    String dayless = plans.action(plans.writer, plan, workstream, "3", "");
    draftAgain();
    amend(dayless, "amendAction", "dueOn: \"2025-06-30\", reason: \"said in the second draft\"");
    open("SHARED");

    String days = "originalDueOn dueOn timesReDated";
    assertThat(plans.node(plans.partner, action, "Action", days))
        .hasToString("{\"originalDueOn\":null,\"dueOn\":\"2025-02-28\",\"timesReDated\":1}");
    assertThat(plans.node(plans.other, action, "Action", days))
        .hasToString(
            "{\"originalDueOn\":\"2025-01-31\",\"dueOn\":\"2025-02-28\",\"timesReDated\":1}");
    assertThat(plans.node(plans.partner, since, "Action", "originalDueOn"))
        .hasToString("{\"originalDueOn\":\"2025-05-31\"}");
    assertThat(plans.node(plans.partner, dayless, "Action", "originalDueOn dueOn"))
        .hasToString("{\"originalDueOn\":null,\"dueOn\":\"2025-06-30\"}");
    String reported = issue("");
    String firstDays = "actions { originalDueOn }";
    assertThat(
            plans
                .node(plans.partner, reported, "StatusReport", firstDays)
                .findValuesAsText("originalDueOn"))
        .containsExactly("null", "2025-05-31", "null");
    assertThat(
            plans
                .node(plans.other, reported, "StatusReport", firstDays)
                .findValuesAsText("originalDueOn"))
        .containsExactly("2025-01-31", "2025-05-31", "2025-06-30");
  }

  @Test
  void theHourOfTheLastChangeIsToldWithItsWords() {
    plans.world.execute("UPDATE action SET changed_at = '2025-07-15T22:30:00Z'");
    open("SHARED");

    assertThat(changedAt(plans.partner)).isEqualTo("2025-07-14T23:00:00Z");
    assertThat(changedAt(plans.other)).isEqualTo("2025-07-15T22:30:00Z");

    move("2025-03-31", "said to partners");

    assertThat(changedAt(plans.partner)).isEqualTo(changedAt(plans.other));
  }

  @Test
  void whatADraftTookOutWasNeverThereForOthers() throws SQLException {
    open("SHARED");
    String second = plans.action(plans.writer, plan, workstream, "2", "");
    String report = issue("");
    amend(second, "removeAction", "reason: \"said to partners\"");
    draftAgain();
    amend(action, "removeAction", "reason: \"said in the second draft\"");
    open("SHARED");

    assertThat(plans.node(plans.partner, action, "Action", "reference").isNull()).isTrue();
    assertThat(plans.node(plans.other, action, "Action", "removedAt").get("removedAt").isNull())
        .isFalse();
    assertThat(plans.node(plans.partner, second, "Action", "removedAt").get("removedAt").isNull())
        .isFalse();
    assertThat(
            plans.node(
                plans.partner, report, "StatusReport", "actions { text action { reference } }"))
        .hasToString(
            "{\"actions\":[{\"text\":\"Do 1\",\"action\":null},{\"text\":\"Do 2\",\"action\":{\"reference\":\"2\"}}]}");
    String kinds = "SELECT kind FROM action_changes_told(ARRAY[%d])".formatted(key(action));
    assertThat(asService(plans.partner, kinds)).isEmpty();
    assertThat(asService(plans.writer, kinds)).containsExactly("CREATED", "RE_DATED", "REMOVED");
    assertThat(asService(plans.partner, "SELECT reference FROM action")).containsExactly("2");
    assertThat(asService(plans.partner, "SELECT action_id FROM action_change"))
        .containsOnly(String.valueOf(key(second)));
  }

  @Test
  void aReportOfADraftIsItsOrganisationsAlone() throws SQLException {
    String drafted = issue("");
    String stated = stated("").at("/statusReport/id").asText();
    open("SHARED");

    String reports = "latestReport { id } statusReports { totalCount } burnUp { total }";
    assertThat(plans.node(plans.partner, plan, "Plan", reports))
        .hasToString("{\"latestReport\":null,\"statusReports\":{\"totalCount\":0},\"burnUp\":[]}");
    assertThat(plans.node(plans.partner, drafted, "StatusReport", "title").isNull()).isTrue();
    assertThat(plans.node(plans.partner, stated, "StatusReport", "title").isNull()).isTrue();
    assertThat(plans.node(plans.other, plan, "Plan", reports).at("/statusReports/totalCount"))
        .hasToString("2");
    for (String table :
        List.of(
            "status_report",
            "status_report_workstream",
            "status_report_count",
            "status_report_action")) {
      String rows = "SELECT 1 FROM " + table;
      assertThat(asService(plans.partner, rows)).as(table).isEmpty();
      assertThat(asService(plans.writer, rows)).as(table).isNotEmpty();
    }
  }

  @Test
  void aReportOfADraftIsToldOnceItIsWrittenAgain() {
    String drafted = stated("").at("/statusReport/id").asText();
    open("SHARED");

    assertThat(stated("").at("/errors/0/message").asText())
        .isEqualTo(
            "The plan has a report as at 2020-12-31 already, revision 1. It was written while the plan was not shown to all who see it now, and they are not shown it. A report is never changed: say that this one corrects it, and it becomes revision 2.");
    String told = stated("isCorrection: true").at("/statusReport/id").asText();
    assertThat(told).isNotEqualTo(drafted);
    assertThat(stated("isCorrection: true").at("/statusReport/id").asText()).isEqualTo(told);

    String every =
        "statusReports(earlierRevisions: true) { edges { node { revision isNewestRevision } } }";
    assertThat(plans.node(plans.partner, plan, "Plan", every).at("/statusReports/edges"))
        .hasToString("[{\"node\":{\"revision\":2,\"isNewestRevision\":true}}]");
    assertThat(plans.node(plans.other, plan, "Plan", every).at("/statusReports/edges")).hasSize(2);
  }

  @Test
  void aCorrectionOfADraftLeavesOthersWhatTheyWereToldBefore() {
    open("SHARED");
    String told = stated("").at("/statusReport/id").asText();
    draftAgain();
    assertThat(stated("isCorrection: true, statedTotal: 7").get("errors")).isEmpty();
    open("SHARED");

    String newest = "latestReport { id isNewestRevision statedTotal }";
    assertThat(plans.node(plans.partner, plan, "Plan", newest).get("latestReport"))
        .hasToString(
            "{\"id\":\"%s\",\"isNewestRevision\":true,\"statedTotal\":null}".formatted(told));
    assertThat(plans.node(plans.other, told, "StatusReport", "isNewestRevision"))
        .hasToString("{\"isNewestRevision\":false}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT old_value FROM action_change",
        "SELECT reason FROM action_change",
        "SELECT changed_at FROM action_change",
        "SELECT changed_by_name FROM action_change",
        "SELECT * FROM action_change",
        "UPDATE action_change SET written_while = 'PUBLISHED'",
      })
  void theServiceItselfReadsNoWordsOfRows(String statement) {
    assertThatThrownBy(() -> asService(plans.writer, statement))
        .hasMessageContaining("permission denied for table action_change");
  }

  @Test
  void theServiceIsToldNoMoreThanTheViewerMayRead() throws SQLException {
    String changes = " FROM action_changes_told(ARRAY[%d])".formatted(key(action));
    String told = "SELECT reason" + changes + " WHERE NOT is_withheld";
    assertThat(asService(plans.partner, told)).isEmpty();
    assertThat(asService(plans.writer, told)).hasSize(2);

    open("SHARED");
    move("2025-03-31", "said to partners");

    assertThat(asService(plans.partner, told)).containsExactly("said to partners");
    assertThat(
            asService(
                plans.partner,
                "SELECT concat((changed_at AT TIME ZONE 'Europe/London')::time, field, old_value, new_value, reason, changed_by_name)"
                    + changes
                    + " WHERE is_withheld"))
        .containsExactly("00:00:00", "00:00:00");
    assertThat(asService(plans.yorkWriter, told)).isEmpty();
    assertThat(asService(Viewer.ANONYMOUS, told)).isEmpty();
    give("COUNCIL_ONLY");
    assertThat(asService(plans.partner, told)).isEmpty();
  }

  private List<String> reasons(Viewer viewer) {
    List<String> reasons = new ArrayList<>();
    for (JsonNode change : plans.node(viewer, action, "Action", KIND_AND_REASON).get("history")) {
      reasons.add(
          change.get("isWithheld").asBoolean() && change.get("reason").isNull()
              ? "withheld"
              : change.get("reason").asText());
    }
    return reasons;
  }

  /** The first column that the service's role is given for a viewer. */
  private List<String> asService(Viewer viewer, String statement) throws SQLException {
    Map<String, Object> settings = TestSightline.settings(plans.sightline.database());
    try (Connection app =
            DriverManager.getConnection(
                (String) settings.get("sightline.database.url"),
                (String) settings.get("sightline.database.app.username"),
                (String) settings.get("sightline.database.app.password"));
        PreparedStatement bind =
            app.prepareStatement("SELECT set_config('sightline.viewer', ?, false)");
        PreparedStatement asked = app.prepareStatement(statement)) {
      bind.setString(1, viewer.subject());
      bind.execute();
      List<String> found = new ArrayList<>();
      try (ResultSet rows = asked.executeQuery()) {
        while (rows.next()) {
          found.add(String.valueOf(rows.getString(1)));
        }
      }
      return found;
    }
  }

  private void move(String day, String reason) {
    amend(action, "amendAction", "dueOn: \"%s\", reason: \"%s\"".formatted(day, reason));
  }

  /** The id of a report of the plan's actions, as at today. */
  private String issue(String more) {
    return plans
        .made(
            plans.writer,
            "issueStatusReport",
            "plan: \"%s\", %s".formatted(plan, more),
            "statusReport { id }")
        .at("/statusReport/id")
        .asText();
  }

  /** What comes of recording what a published paper states. */
  private JsonNode stated(String more) {
    return plans.change(
        plans.writer,
        "recordStatusReport",
        "plan: \"%s\", asAt: \"2020-12-31\", source: \"A paper\", counts: [{status: \"G\", actions: 3}], %s"
            .formatted(plan, more),
        "statusReport { id }");
  }

  private String changedAt(Viewer viewer) {
    return plans.node(viewer, action, "Action", "changedAt").get("changedAt").asText();
  }

  private void draftAgain() {
    give("COUNCIL_ONLY");
    amend("state: DRAFT");
  }

  private void open(String accessClass) {
    amend("state: LIVE");
    give(accessClass);
  }

  private void amend(String change) {
    amend(plan, "amendPlan", change);
  }

  private void amend(String id, String mutation, String change) {
    String table = mutation.equals("amendPlan") ? "plan" : "action";
    int version = plans.world.key("SELECT version FROM " + table + " WHERE id = ?", key(id));
    plans.made(
        plans.writer,
        mutation,
        "id: \"%s\", version: %d, %s".formatted(id, version, change),
        table + " { id }");
  }

  private void give(String accessClass) {
    plans.made(
        plans.hull.dataOwnerViewer(),
        "changeRecordAccess",
        "id: \"%s\", accessClass: %s".formatted(plan, accessClass),
        "change { to }");
  }

  private static int key(String id) {
    return Integer.parseInt(GlobalId.decode(id).key());
  }
}
