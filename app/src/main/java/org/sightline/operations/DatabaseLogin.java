package org.sightline.operations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sightline.migrations.DatabaseAddress;

/**
 * A role and how it connects.
 *
 * @param prefix of its settings, such as {@code sightline.database.app}
 */
public record DatabaseLogin(String url, String username, String password, String prefix) {
  private static final String WRONG_PASSWORD = "28P01";
  private static final String NOT_LET_IN = "28000";
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String STARTING = "57P03";
  private static final String NO_ROOM = "53300";

  /**
   * A new connection; the caller closes it.
   *
   * @throws StartFailure saying why there is none
   */
  Connection connect() {
    try {
      return DriverManager.getConnection(url, username, password);
    } catch (SQLException e) {
      throw new StartFailure(address().trouble(e).orElseGet(() -> sentence(e)), e);
    }
  }

  private String sentence(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return switch (state) {
      case WRONG_PASSWORD, NOT_LET_IN ->
          "The database does not let the role %s in: it is missing or its password is wrong; run 'migrate' to make it, or set %s and %s."
              .formatted(
                  username,
                  Settings.environmentName(prefix + ".username"),
                  Settings.environmentName(prefix + ".password"));
      case NO_SUCH_DATABASE -> "There is no database at %s: create it.".formatted(place());
      case STARTING -> "The database at %s is still starting: try again.".formatted(place());
      case NO_ROOM -> "The database at %s has no connection left.".formatted(place());
      default ->
          "The database at %s cannot be reached: is it running, and is %s right?"
              .formatted(place(), Settings.environmentName("sightline.database.url"));
    };
  }

  private DatabaseAddress address() {
    return new DatabaseAddress(url);
  }

  private String place() {
    return address().place();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return username + " at " + place();
  }
}
