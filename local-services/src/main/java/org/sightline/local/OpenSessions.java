package org.sightline.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** The program's sessions, which end when it has finished what it was doing. */
final class OpenSessions {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long INTERVAL_MILLISECONDS = 50;
  private static final String OTHERS =
      "select count(*) from pg_stat_activity"
          + " where backend_type = 'client backend' and pid <> pg_backend_pid()";

  private OpenSessions() {}

  /**
   * Waits until nobody but us is connected, ten seconds at most: the program stops at the same time
   * as PostgreSQL is asked to, and must not find it gone.
   */
  static void awaitEnd(Login administrator) {
    Instant end = Instant.now().plus(PATIENCE);
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      while (others(statement) > 0 && Instant.now().isBefore(end)) {
        Thread.sleep(INTERVAL_MILLISECONDS);
      }
    } catch (SQLException e) {
      // It does not answer, so nobody can be served by it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int others(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery(OTHERS)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
