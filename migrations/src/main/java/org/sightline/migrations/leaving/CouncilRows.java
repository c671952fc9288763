package org.sightline.migrations.leaving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements over a council's rows. All names in them are this program's or the catalogue's. */
final class CouncilRows {
  private static final String LOG = "access_log";

  /** Old months of the access log, which an operator has taken out of it and not dropped yet. */
  private static final String DETACHED =
      """
      SELECT quote_ident(relname) FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relispartition
        AND relname ~ '^access_log_detached_[0-9]{4}_[0-9]{2}$'
      ORDER BY relname
      """;

  private CouncilRows() {}

  /** The names under which a table's rows lie: its own, and those of its detached months. */
  static List<String> places(Connection owner, CouncilTable table) throws SQLException {
    List<String> places = new ArrayList<>(List.of(table.name()));
    if (table.name().equals(LOG)) {
      places.addAll(texts(owner, DETACHED));
    }
    return places;
  }

  /** How many rows are the council's or name it. */
  static long count(Connection owner, CouncilTable table, int council) throws SQLException {
    long count = 0;
    for (String place : places(owner, table)) {
      String sql = "SELECT count(*) FROM public.%s WHERE %s".formatted(place, table.rows());
      try (PreparedStatement statement = prepare(owner, sql, council);
          ResultSet row = statement.executeQuery()) {
        count += row.next() ? row.getLong(1) : 0;
      }
    }
    return count;
  }

  /** Deletes the council's rows and returns how many there were. */
  static long delete(Connection owner, CouncilTable table, int council) throws SQLException {
    String sql = "DELETE FROM public.%s WHERE %s".formatted(table.name(), table.rows());
    try (PreparedStatement statement = prepare(owner, sql, council)) {
      return statement.executeLargeUpdate();
    }
  }

  /** A statement every parameter of which is the council. */
  static PreparedStatement prepare(Connection owner, String sql, int council) throws SQLException {
    PreparedStatement statement = owner.prepareStatement(sql);
    int parameters = Math.toIntExact(sql.chars().filter(character -> character == '?').count());
    for (int i = 1; i <= parameters; i++) {
      statement.setInt(i, council);
    }
    return statement;
  }

  static List<String> texts(Connection owner, String sql) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
