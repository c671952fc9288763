package org.sightline.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.Utils;
import org.postgresql.util.PasswordUtil;

/** The two login roles of the service: made where they do not exist, with the password given. */
final class DatabaseRoles {
  private static final String ATTRIBUTES =
      "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT";

  private final MigrationSettings settings;

  DatabaseRoles(MigrationSettings settings) {
    this.settings = settings;
  }

  void ensure(Connection owner) throws SQLException {
    ensure(owner, settings.appUsername(), settings.appPassword());
    ensure(owner, settings.releaseWriterUsername(), settings.releaseWriterPassword());
  }

  private static void ensure(Connection owner, String role, String password) throws SQLException {
    if (exists(owner, role)) {
      givePassword(owner, role, password);
      return;
    }
    try (Statement statement = owner.createStatement()) {
      statement.execute(
          "CREATE ROLE %s %s PASSWORD %s".formatted(quoted(role), ATTRIBUTES, verifier(password)));
    } catch (SQLException e) {
      throw new MigrationFailure(
          ("The role %s does not exist and cannot be made by this owner; as an administrator run:"
                  + " CREATE ROLE %s %s PASSWORD '...'")
              .formatted(role, quoted(role), ATTRIBUTES),
          e);
    }
  }

  /** A role that an administrator made keeps the password the administrator gave it. */
  private static void givePassword(Connection owner, String role, String password)
      throws SQLException {
    if (password.isEmpty() || !administers(owner, role)) {
      return;
    }
    try (Statement statement = owner.createStatement()) {
      statement.execute("ALTER ROLE %s PASSWORD %s".formatted(quoted(role), verifier(password)));
    }
  }

  private static boolean exists(Connection owner, String role) throws SQLException {
    return isTrue(owner, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", role);
  }

  private static boolean administers(Connection owner, String role) throws SQLException {
    return isTrue(
        owner,
        """
        SELECT me.rolsuper OR (me.rolcreaterole AND (current_setting('server_version_num')::int < 160000
          OR EXISTS (SELECT FROM pg_auth_members membership
                     WHERE membership.member = me.oid AND membership.admin_option
                       AND membership.roleid = ?::regrole)))
        FROM pg_roles me WHERE me.rolname = current_user
        """,
        quoted(role));
  }

  private static boolean isTrue(Connection owner, String sql, String parameter)
      throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  static String quoted(String identifier) {
    try {
      return Utils.escapeIdentifier(new StringBuilder(), identifier).toString();
    } catch (SQLException e) {
      throw new MigrationFailure("'%s' is not a role's name.".formatted(identifier), e);
    }
  }

  /** What the server keeps of a password: the password itself would come into its log. */
  private static String verifier(String password) throws SQLException {
    String kept = password.isEmpty() ? "" : PasswordUtil.encodeScramSha256(password.toCharArray());
    return "'" + Utils.escapeLiteral(new StringBuilder(), kept, true) + "'";
  }
}
