package org.sightline.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role that owns Sightline's databases, on a server of our own: LOGIN and CREATEROLE, and no
 * superuser, so that what works here works in an ordinary installation.
 */
final class DatabaseOwner {
  private static final String NAME = "sightline_owner";

  private DatabaseOwner() {}

  /** Makes the role where there is none, and gives it a new password either way. */
  static Login renew(Login administrator) throws SQLException {
    Login owner = new Login(administrator.url(), NAME, Secrets.random());
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      String verb =
          exists(connection, "select from pg_roles where rolname = ?", NAME) ? "alter" : "create";
      statement.execute(
          "%s role %s login createrole nosuperuser nobypassrls password '%s'"
              .formatted(verb, NAME, owner.password()));
    }
    return owner;
  }

  /** Makes the database where there is none. */
  static void requireDatabase(Login administrator, String name) throws SQLException {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "select from pg_database where datname = ?", name)) {
        statement.execute("create database %s owner %s".formatted(name, NAME));
      }
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
