package org.sightline.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which changes of this release a database has not had. One that has had more, by a later release,
 * lacks none: releases only expand the tables.
 */
public final class MissingChanges {
  private static final String FOLDER = "db";
  private static final Pattern NAME = Pattern.compile("(?m)^--changeset sightline:(\\S+)");

  /** No role but the owner could read the names before the change that let the service do so. */
  private static final String CAN_READ =
      "SELECT has_column_privilege('databasechangelog', 'id', 'SELECT')";

  private static final String MADE = "SELECT id FROM databasechangelog";

  private MissingChanges() {}

  /**
   * Their names, in their order; none where the database is as this release needs it.
   *
   * @param app a connection of the service's own role, to a database that has the tables
   */
  public static List<String> in(Connection app) throws SQLException {
    List<String> missing = new ArrayList<>(ofThisRelease());
    missing.removeAll(made(app));
    return List.copyOf(missing);
  }

  static List<String> ofThisRelease() {
    return ClassPathFolder.list(MissingChanges.class.getClassLoader(), FOLDER, ".sql").stream()
        .flatMap(file -> NAME.matcher(text(file)).results())
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static List<String> made(Connection app) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = app.createStatement()) {
      if (!canRead(statement)) {
        return names;
      }
      try (ResultSet row = statement.executeQuery(MADE)) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
    }
    return names;
  }

  private static boolean canRead(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(CAN_READ)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static String text(ClassPathFolder.Resource file) {
    try (InputStream bytes = file.open()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
