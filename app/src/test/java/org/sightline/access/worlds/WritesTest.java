package org.sightline.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What only a policy refuses is refused: writing for others, in others' names, without the role.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritesTest {
  /** Tables of records, each with a row of council 1 whose class may be changed. */
  private static final Map<String, Integer> CLASSES =
      Map.of("inspection", 312, "finding", 342, "intervention", 351, "plan", 402);

  private WorldDatabase database;

  @BeforeAll
  void start() throws SQLException {
    database = new WorldDatabase();
    World _ = Attacks.prepare(database);
  }

  @AfterAll
  void stop() throws SQLException {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void nobodyWritesForOthersOrInTheirNameOrWithoutTheRole() throws SQLException {
    assertThat(Attacks.letThrough(database)).isEmpty();
  }

  @Test
  void nobodyLearnsByAKeyWhatOthersHave() throws SQLException {
    assertThat(Attacks.answered(database)).isEmpty();
  }

  @Test
  void whatHasBeenIssuedOrHappenedIsNotRewritten() throws SQLException {
    try (Connection app = database.connect("app")) {
      for (String rewriting : RecordAttacks.OF_REWRITERS) {
        assertThatThrownBy(() -> change(app, "person-1", rewriting))
            .as(rewriting)
            .hasMessageContaining("permission denied");
      }
    }
  }

  /** A policy sees the new row only: that a contributor leaves the class alone is a trigger's. */
  @Test
  void onlyADataOwnerChangesWhoSeesARecord() throws SQLException {
    try (Connection app = database.connect("app")) {
      for (Map.Entry<String, Integer> record : CLASSES.entrySet()) {
        String table = record.getKey();
        String row = " WHERE id = " + record.getValue();
        for (String change :
            List.of(
                "access_class = 'PUBLISHED'",
                "access_class = 'EMBARGOED', embargoed_until = now() + interval '1 day'")) {
          String sql = "UPDATE " + table + " SET " + change + row;
          assertThatThrownBy(() -> change(app, "person-9", sql))
              .as(sql)
              .hasMessageContaining("Only a data owner changes who sees a record.");
          assertThat(change(app, "person-1", sql)).as(sql).isEqualTo(1);
        }
        String other = "UPDATE " + table + " SET version = version + 1" + row;
        assertThat(change(app, "person-9", other)).as(other).isEqualTo(1);
      }
    }
  }

  /** All of it is rolled back. */
  private static int change(Connection app, String viewer, String sql) throws SQLException {
    app.setAutoCommit(false);
    try (Statement statement = app.createStatement()) {
      statement.execute("SELECT set_config('sightline.viewer', '" + viewer + "', true)");
      return statement.executeUpdate(sql);
    } finally {
      app.rollback();
    }
  }
}
