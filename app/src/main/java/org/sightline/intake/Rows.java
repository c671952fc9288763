package org.sightline.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sightline.tenancy.SqlFailure;

/** Reads a query's rows one by one, however many there are. */
final class Rows {
  private static final int FETCH = 1000;

  private Rows() {}

  @FunctionalInterface
  interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  static void forEach(Connection connection, String sql, RowConsumer consumer, Object... bound) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      for (int i = 0; i < bound.length; i++) {
        statement.setObject(i + 1, bound[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          consumer.accept(rows);
        }
      }
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }
}
