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
 * What others read of an action's history: the words only of what was written while it was theirs.
 */
class PlanHistoryTest {
  private static final String KIND_AND_REASON = "history { kind reason isWithheld }";

  private PlanWorld plans;
  private String plan = "";
  private String action = "";

  @BeforeEach
  void start() {
    plans = new PlanWorld();
    plan = plans.plan(plans.writer, "Drafted", "brag", "");
    String workstream = plans.workstream(plans.writer, plan, "Practice", "");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT old_value FROM action_change",
        "SELECT reason FROM action_change",
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
    String told = "SELECT reason FROM action_changes_told(ARRAY[%d])".formatted(key(action));
    assertThat(asService(plans.partner, told)).isEmpty();
    assertThat(asService(plans.writer, told)).hasSize(2);

    open("SHARED");
    move("2025-03-31", "said to partners");

    assertThat(asService(plans.partner, told)).containsExactly("said to partners");
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
