package org.sightline.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * One migration of a database at a time. The database ends a turn with its connection, however that
 * ends; Liquibase's own mark, in a table, would outlive a migration that was killed, and is taken
 * away by whose turn it is.
 */
final class Turn {
  /** Any number that nobody else uses in this database: "Sightline" on a telephone. */
  private static final long KEY = 744_485_463L;

  private static final Duration BETWEEN = Duration.ofMillis(200);

  private static final String MARK =
      """
      UPDATE databasechangeloglock SET locked = false, lockgranted = NULL, lockedby = NULL WHERE locked
      """;

  private Turn() {}

  /**
   * Waits for the turn, which ends with the connection.
   *
   * @throws MigrationFailure when another one has it for too long
   */
  static void take(Connection owner, Duration patience, Consumer<String> progress)
      throws SQLException {
    Instant end = Instant.now().plus(patience);
    while (!isTrue(owner, "SELECT pg_try_advisory_lock(%d)".formatted(KEY))) {
      if (Instant.now().isAfter(end)) {
        throw MigrationFailure.forNow(
            "Another migration of this database is running: run 'migrate' again when it has ended.",
            new IllegalStateException("no turn within " + patience));
      }
      Waiting.pause(BETWEEN);
    }
    if (removeMark(owner)) {
      progress.accept("The migration before was ended in the middle; this one goes on from there.");
    }
  }

  private static boolean removeMark(Connection owner) throws SQLException {
    if (!isTrue(owner, "SELECT to_regclass('databasechangeloglock') IS NOT NULL")) {
      return false;
    }
    try (Statement statement = owner.createStatement()) {
      return statement.executeUpdate(MARK) > 0;
    }
  }

  private static boolean isTrue(Connection owner, String sql) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
