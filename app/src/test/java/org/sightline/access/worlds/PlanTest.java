package org.sightline.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the viewer is and what it is granted is found out once a statement, not once a row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanTest {
  private static final String PLAN =
      "EXPLAIN (ANALYZE, VERBOSE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) ";

  private WorldDatabase database;

  @BeforeAll
  void start() throws SQLException {
    database = new WorldDatabase();
    database.hold(20_260);
  }

  @AfterAll
  void stop() throws SQLException {
    if (database != null) {
      database.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "observation",
        "edition",
        "edition_coverage",
        "edition_breakdown",
        "source_file",
        "release",
        "inspection",
        "inspection_account",
        "judgement",
        "finding",
        "intervention",
        "childrens_home_count",
        "review",
        "plan",
        "workstream",
        "action",
        "action_change",
        "status_report",
        "status_report_count",
        "finding_action"
      })
  void noFunctionIsComputedForARow(String table) throws SQLException {
    List<String> plan = plan("SELECT count(*) FROM " + table);

    assertThat(plan)
        .filteredOn(line -> line.contains("Filter:"))
        .noneMatch(line -> line.matches(".*(viewer_|organisations_sharing|shared_coverage).*"));
    assertThat(plan)
        .filteredOn(line -> line.contains("Result (") || line.contains("Function Scan"))
        .isNotEmpty()
        .noneMatch(line -> line.matches(".*loops=([2-9]|\\d{2,}).*"));
  }

  @Test
  void theGrantsOfFiguresAreOneListAndOneHashedTable() throws SQLException {
    String plan = String.join("\n", plan("SELECT sum(value) FROM observation"));

    assertThat(plan)
        .containsPattern("InitPlan \\d+\\n.*Result.*\\n.*Output: viewer_organisation\\(\\)")
        .containsPattern("InitPlan \\d+\\n.*Result.*\\n.*Output: organisations_sharing\\(")
        .contains("hashed SubPlan")
        .containsOnlyOnce("Function Scan on public.shared_coverage");
  }

  /**
   * Whether an action is seen is whether its plan is: found out once for all plans. Who shares is
   * found out once for them, and once for what was taken out of them.
   */
  @Test
  void aThousandActionsOfFiftyPlansAreReadThroughOneHashedTableOfPlans() throws SQLException {
    database.change(
        """
        INSERT INTO plan (id, owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name)
          SELECT 100000 + number, organisation.id, council_id, 'SHARED', 'Many ' || number, 'SERVICE', 'LIVE', 9001, 'x'
          FROM organisation, generate_series(1, 50) AS number WHERE organisation.id = 1 + number % 2;
        INSERT INTO workstream (id, plan_id, owner_organisation_id, position, name)
          SELECT id, id, owner_organisation_id, 1, 'x' FROM plan WHERE id > 100000;
        INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text)
          SELECT id, id, owner_organisation_id, number, 'x' FROM plan, generate_series(1, 20) AS number WHERE id > 100000;
        ANALYZE plan, action;
        """);

    List<String> plan = plan("SELECT count(*) FROM action");

    assertThat(plan).filteredOn(line -> line.contains("hashed SubPlan")).hasSize(1);
    assertThat(plan)
        .filteredOn(line -> line.contains(" on public.plan"))
        .hasSize(1)
        .allMatch(line -> line.endsWith("loops=1)"));
    assertThat(plan)
        .filteredOn(line -> line.contains("organisations_sharing_records("))
        .noneMatch(line -> line.matches(".*loops=([2-9]|\\d{2,}).*"))
        .hasSizeLessThanOrEqualTo(2);
  }

  private List<String> plan(String sql) throws SQLException {
    List<String> plan = database.textsSeenBy("person-1", PLAN + sql);
    assertThat(plan).as("a plan").isNotEmpty();
    return plan;
  }
}
