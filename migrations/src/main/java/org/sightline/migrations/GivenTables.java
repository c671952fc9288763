package org.sightline.migrations;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;

/**
 * CSV files on their way to the tables: each is copied as it is into a temporary table of texts,
 * named {@code given_} and the file's name, then one script makes rows of them.
 *
 * @param scriptName of the script that stands beside this class
 */
record GivenTables(List<DefinitionFile> files, String scriptName) {
  /** Of the files and the script: the same again changes nothing. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(script().getBytes(StandardCharsets.UTF_8));
      for (DefinitionFile file : files) {
        digest.update(file.name().getBytes(StandardCharsets.UTF_8));
        digest.update(file.text().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The caller commits: the temporary tables go with the transaction. */
  void load(Connection owner) throws SQLException {
    for (DefinitionFile file : files) {
      copy(owner, file);
    }
    try (Statement statement = owner.createStatement()) {
      statement.execute(script());
    }
  }

  private static void copy(Connection owner, DefinitionFile file) throws SQLException {
    String table = DatabaseRoles.quoted("given_" + file.name().replace(".csv", ""));
    String header = file.text().lines().findFirst().orElse("");
    String columns =
        Arrays.stream(header.split(",", -1))
            .map(column -> DatabaseRoles.quoted(column) + " text")
            .collect(Collectors.joining(", "));
    try (Statement statement = owner.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE IF NOT EXISTS %s (%s) ON COMMIT DROP".formatted(table, columns));
    }
    try {
      owner
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY %s FROM STDIN (FORMAT csv, HEADER match)".formatted(table),
              new StringReader(file.text()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String script() {
    try (var stream = GivenTables.class.getResourceAsStream(scriptName)) {
      if (stream == null) {
        throw new IllegalStateException("No " + scriptName + " beside " + GivenTables.class);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
