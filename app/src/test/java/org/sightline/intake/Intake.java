package org.sightline.intake;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/** Sightline over a migrated database of its own, without the HTTP server. */
final class Intake implements AutoCloseable {
  private final Database database;
  private final ApplicationContext context;

  Intake() {
    this(Map.of());
  }

  Intake(Map<String, Object> settings) {
    database = migratedDatabase();
    context = ApplicationContext.run(settings(database, settings));
  }

  /** A copy of the database that every test of this JVM starts from. */
  static Database migratedDatabase() {
    return TestPostgres.freshDatabase("migrated", TestSightline::migrate);
  }

  /** The settings that reach the database, and more. */
  static Map<String, Object> settings(Database database, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(TestSightline.settings(database));
    settings.putAll(more);
    return settings;
  }

  ImportService imports() {
    return context.getBean(ImportService.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Imports a text as a file. */
  ImportRun bring(String text, String mapping, @Nullable String release) throws IOException {
    return bring(text, mapping, release, false);
  }

  ImportRun bring(String text, String mapping, @Nullable String release, boolean strict)
      throws IOException {
    Path file = Files.createTempFile("intake-test-", ".csv");
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      return imports()
          .run(new ImportRequest(file, "brought.csv", mapping, release, null, null, strict));
    } finally {
      Files.delete(file);
    }
  }

  /** The first column of every row, as the owner of the tables sees it. */
  List<String> ask(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(String.valueOf(rows.getString(1)));
        }
      }
      return found;
    }
  }

  /** A statement of the owner of the tables. */
  void tell(String sql) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    context.close();
    TestPostgres.drop(database);
  }
}
