package org.sightline.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Organisations, people and sharing to try Sightline with: three real councils, an invented region
 * of eight, and who agreed what with whom. Never loaded by a migration alone.
 */
final class Demonstration {
  /**
   * Adds what is not there and returns whether anything was loaded; what somebody has changed since
   * stays as it is. The caller commits.
   */
  boolean load(Connection owner) throws SQLException {
    GivenTables given =
        new GivenTables(
            DefinitionFiles.list("demonstration", ".csv", Optional.empty()),
            "load-demonstration.sql");
    if (isLoaded(owner, given.fingerprint())) {
      return false;
    }
    given.load(owner);
    remember(owner, given.fingerprint());
    return true;
  }

  private static boolean isLoaded(Connection owner, String fingerprint) throws SQLException {
    try (PreparedStatement statement =
        owner.prepareStatement("SELECT FROM reference_version WHERE demonstration_sha256 = ?")) {
      statement.setString(1, fingerprint);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void remember(Connection owner, String fingerprint) throws SQLException {
    try (PreparedStatement statement =
        owner.prepareStatement("UPDATE reference_version SET demonstration_sha256 = ?")) {
      statement.setString(1, fingerprint);
      statement.executeUpdate();
    }
  }
}
