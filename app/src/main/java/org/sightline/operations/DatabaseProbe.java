package org.sightline.operations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Asks whether the database answers, on a connection of its own: a pool that is busy is no database
 * that is down.
 */
public final class DatabaseProbe {
  private static final int SECONDS = 2;

  /**
   * It answers: that it has no connection left for this one (53300), or that the role has another
   * password since the pool was filled (28P01). Those of the pool go on.
   */
  private static final Set<String> ANSWERS = Set.of("53300", "28P01");

  private static final String NO_STATE = "none";

  private final String url;
  private final Properties login = new Properties();

  /** As a role of the service. */
  public DatabaseProbe(String url, String username, String password) {
    this.url = url;
    login.setProperty("user", username);
    login.setProperty("password", password);
    for (String limit : new String[] {"loginTimeout", "connectTimeout", "socketTimeout"}) {
      login.setProperty(limit, Integer.toString(SECONDS));
    }
  }

  /**
   * Why there was no new connection.
   *
   * @param sqlState of five characters, or "none"
   * @param sentence the driver's or the server's own
   */
  public record Failure(String sqlState, String sentence) {
    /** Whether the database is not there at all: those who are connected are not served either. */
    public boolean isDown() {
      return !ANSWERS.contains(sqlState);
    }
  }

  /** Why it gives no connection that works within two seconds; empty where it does. */
  public Optional<Failure> failure() {
    try (Connection connection = DriverManager.getConnection(url, login)) {
      return connection.isValid(SECONDS)
          ? Optional.empty()
          : Optional.of(new Failure(NO_STATE, "It does not answer on a new connection."));
    } catch (SQLException e) {
      String state = e.getSQLState() == null ? NO_STATE : e.getSQLState();
      return Optional.of(new Failure(state, String.valueOf(e.getMessage())));
    }
  }
}
