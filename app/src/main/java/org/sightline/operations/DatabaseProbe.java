package org.sightline.operations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * Asks whether the database answers, on a connection of its own: a pool that is busy is no database
 * that is down.
 */
public final class DatabaseProbe {
  private static final int SECONDS = 2;

  /** It answers: that it has no connection left for this one. Those of the pool go on. */
  private static final String TOO_MANY = "53300";

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

  /** The SQLSTATE by which it does not answer within two seconds; empty where it does. */
  public Optional<String> failure() {
    try (Connection connection = DriverManager.getConnection(url, login)) {
      return connection.isValid(SECONDS) ? Optional.empty() : Optional.of(NO_STATE);
    } catch (SQLException e) {
      if (TOO_MANY.equals(e.getSQLState())) {
        return Optional.empty();
      }
      return Optional.of(e.getSQLState() == null ? NO_STATE : e.getSQLState());
    }
  }
}
