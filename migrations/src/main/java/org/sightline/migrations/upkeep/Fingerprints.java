package org.sightline.migrations.upkeep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.sightline.migrations.upkeep.DatabaseFingerprint.Line;

/**
 * Computes fingerprints in the database, one table after the other: nothing of a table is held here
 * but its count and its sum.
 */
public final class Fingerprints {
  /** Of a partitioned table, its partitions: each is a table of its own. */
  private static final String TABLES =
      """
      SELECT relname AS name, quote_ident(relname) AS quoted,
        string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns,
        string_agg(quote_ident(attname) || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum) AS shape
      FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      GROUP BY relname ORDER BY relname
      """;

  private static final String SEQUENCES =
      """
      SELECT sequencename AS name, coalesce(last_value::text, 'unused') AS value
      FROM pg_sequences WHERE schemaname = 'public' ORDER BY sequencename
      """;

  private record Table(String name, String quoted, String columns, String shape) {}

  private Fingerprints() {}

  /**
   * Of everything in the database as it is at one instant.
   *
   * @throws org.sightline.migrations.MigrationFailure when the database is out of reach, or the
   *     role does not see all of it
   */
  public static DatabaseFingerprint of(TablesOwner owner) {
    return owner.read(Fingerprints::of);
  }

  private static DatabaseFingerprint of(Connection connection) throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (Table table : tables(statement)) {
        lines.add(table(statement, table));
      }
      try (ResultSet row = statement.executeQuery(SEQUENCES)) {
        while (row.next()) {
          lines.add(new Line("sequence", row.getString("name"), row.getString("value"), "-"));
        }
      }
    }
    return new DatabaseFingerprint(lines);
  }

  private static List<Table> tables(Statement statement) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(
            new Table(
                row.getString("name"),
                row.getString("quoted"),
                row.getString("columns"),
                row.getString("shape")));
      }
    }
    return tables;
  }

  private static Line table(Statement statement, Table table) throws SQLException {
    try (ResultSet row = statement.executeQuery(content(table))) {
      row.next();
      String rows = row.getString("rows");
      String content = table.shape() + '\n' + rows + '\n' + row.getString("total");
      return new Line("table", table.name(), rows, digest(content));
    }
  }

  /**
   * Of each row 64 bits of its SHA-256, and of all rows their sum: the order in which they lie says
   * nothing. The row's name is none that a column has.
   */
  private static String content(Table table) {
    return """
        SELECT count(*) AS rows,
          coalesce(sum(('x' || substr(encode(sha256(convert_to(the_whole_row::text, 'UTF8')), 'hex'), 1, 16))::bit(64)::bigint), 0)
            AS total
        FROM (SELECT %s FROM public.%s) AS the_whole_row
        """
        .formatted(table.columns(), table.quoted());
  }

  /** The first 32 hexadecimals of the SHA-256. */
  static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
