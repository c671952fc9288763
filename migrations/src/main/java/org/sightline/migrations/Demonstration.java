package org.sightline.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;
import org.sightline.migrations.invented.InventedRecords;

/**
 * Organisations, people, sharing and records to try Sightline with: three real councils with what
 * papers tell of their inspections and plans, an invented region of eight, and who agreed what with
 * whom. Never loaded by a migration alone.
 */
final class Demonstration {
  /**
   * Adds what is not there and returns whether anything was loaded; what somebody has changed since
   * stays as it is. The caller commits.
   */
  boolean load(Connection owner) throws SQLException {
    GivenTables people =
        new GivenTables(
            DefinitionFiles.list("demonstration", ".csv", Optional.empty()),
            "load-demonstration.sql");
    GivenTables records = new GivenTables(records(), "load-demonstration-records.sql");
    String fingerprint = people.fingerprint() + records.fingerprint();
    if (isLoaded(owner, fingerprint)) {
      return false;
    }
    people.load(owner);
    records.load(owner);
    remember(owner, fingerprint);
    return true;
  }

  /** What is written down in files, and beside it what is made of round numbers. */
  private static List<DefinitionFile> records() {
    List<DefinitionFile> records =
        new ArrayList<>(DefinitionFiles.list("demonstration-records", ".csv", Optional.empty()));
    records.addAll(InventedRecords.tables());
    return records;
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
