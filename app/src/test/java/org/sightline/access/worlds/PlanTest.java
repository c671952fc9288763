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
        "release"
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

  private List<String> plan(String sql) throws SQLException {
    List<String> plan = database.textsSeenBy("person-1", PLAN + sql);
    assertThat(plan).as("a plan").isNotEmpty();
    return plan;
  }
}
