package org.sightline.migrations.upkeep;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sightline.migrations.DatabaseAddress;
import org.sightline.migrations.MigrationFailure;

/**
 * The role that owns the tables, which row-level security lets see everything.
 *
 * @param url a JDBC URL of PostgreSQL 15 or later
 */
public record TablesOwner(String url, String username, String password) {
  private static final String NO_PRIVILEGE = "42501";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  /**
   * Values are written in the same words on every server. Where a policy would hide a row from this
   * role, the statement fails: what is not the owner sees no part as if it were the whole.
   */
  private static final String SAME_WORDS_EVERYWHERE =
      """
      SET LOCAL row_security = off;
      SET LOCAL statement_timeout = 0;
      SET LOCAL lock_timeout = '30s';
      SET LOCAL TimeZone = 'UTC';
      SET LOCAL DateStyle = 'ISO, YMD';
      SET LOCAL IntervalStyle = 'iso_8601';
      SET LOCAL extra_float_digits = 1;
      SET LOCAL bytea_output = 'hex';
      """;

  /** Work on one connection. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * Reads everything as it was at one instant.
   *
   * @throws MigrationFailure when the database is out of reach or refuses
   */
  public <T> T read(Work<T> work) {
    try (Connection connection = connect()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      prepare(connection);
      T result = work.with(connection);
      connection.rollback();
      return result;
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /**
   * Changes everything or nothing: what fails leaves no trace.
   *
   * @throws MigrationFailure when the database is out of reach or refuses
   */
  public <T> T change(Work<T> work) {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      prepare(connection);
      T result = work.with(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private Connection connect() throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", username);
    login.setProperty("password", password);
    // What is printed is kept where others read it: a refused row's values are not among it.
    login.setProperty("logServerErrorDetail", "false");
    return DriverManager.getConnection(url, login);
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SAME_WORDS_EVERYWHERE);
    }
  }

  private MigrationFailure refused(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return new MigrationFailure(
        switch (state) {
          case NO_PRIVILEGE ->
              "The role %s does not own the tables, and would not see all of them: give the owner's login (%s)."
                  .formatted(username, failure.getMessage());
          case LOCK_NOT_AVAILABLE ->
              "Somebody else has held what is needed for half a minute: nothing was changed, try again.";
          default ->
              new DatabaseAddress(url)
                  .trouble(failure)
                  .orElseGet(() -> "The database refused a step: " + failure.getMessage());
        },
        failure);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return username;
  }
}
