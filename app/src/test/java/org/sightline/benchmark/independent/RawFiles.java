package org.sightline.benchmark.independent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.sightline.RealData;

/** Brings CSV files into the scratch database as they stand: PostgreSQL itself reads them. */
final class RawFiles {
  private final Connection connection;

  RawFiles(Connection connection) {
    this.connection = connection;
  }

  /** Every row of a file below the folder of the real data, its cells by column name. */
  void load(String file) throws SQLException, IOException {
    Path path = RealData.file(file);
    String columns =
        columns(path).stream()
            .map(column -> "\"" + column + "\" text")
            .collect(Collectors.joining(", "));
    execute("CREATE TEMPORARY TABLE loading (" + columns + ")");
    try (Reader reader = Files.newBufferedReader(path)) {
      copy("loading", reader);
    }
    try (PreparedStatement keep =
        connection.prepareStatement(
            "INSERT INTO raw_row SELECT ?, to_jsonb(loading) FROM loading")) {
      keep.setString(1, file);
      keep.execute();
    }
    execute("DROP TABLE loading");
  }

  /** The rows of a CSV text with a header into a table; empty cells as empty texts. */
  void copy(String table, Reader csv) throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("COPY " + table + " FROM STDIN (FORMAT csv, HEADER, NULL 'no such text')", csv);
  }

  /** Names in the header; one that is repeated or blank gets its number behind it. */
  private static List<String> columns(Path path) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      String header = reader.readLine();
      List<String> columns = new ArrayList<>();
      for (String name : header.replace("\uFEFF", "").replace("\"", "").split(",", -1)) {
        columns.add(columns.contains(name) || name.isEmpty() ? name + "#" + columns.size() : name);
      }
      return columns;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
