package org.sightline.scale;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sightline.local.Database;

/** What PostgreSQL counts of the service's statements, without those that begin and end them. */
final class Statements implements AutoCloseable {
  /** Without the question whether the database is there, which the service asks by itself. */
  private static final String OF_THE_SERVICE =
      "FROM pg_stat_statements WHERE userid = 'sightline_app'::regrole AND query <> 'SELECT $1'";

  private final Connection administrator;

  /**
   * Since they were counted anew.
   *
   * @param buffers pages of 8 KiB that were looked at, in memory or on disk
   * @param rows that came back or were changed
   */
  record Counted(long statements, long buffers, long rows) {}

  Statements(Database database) throws SQLException {
    administrator = database.connect();
    execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  }

  void forget() {
    execute("SELECT pg_stat_statements_reset()");
  }

  Counted counted() {
    List<String> row =
        rows("SELECT sum(calls), sum(shared_blks_hit + shared_blks_read), sum(rows) "
                + OF_THE_SERVICE)
            .getFirst();
    return new Counted(
        Long.parseLong(row.get(0)), Long.parseLong(row.get(1)), Long.parseLong(row.get(2)));
  }

  /** Those that looked at most pages: pages a call, milliseconds a call, calls and words. */
  List<List<String>> dearest(int count) {
    return rows(
        "SELECT (shared_blks_hit + shared_blks_read) / calls, round((mean_exec_time + mean_plan_time)::numeric, 1), calls,"
            + " left(regexp_replace(query, '(--[^\\n]*)?\\s+', ' ', 'g'), 150) "
            + OF_THE_SERVICE
            + " ORDER BY shared_blks_hit + shared_blks_read DESC LIMIT "
            + count);
  }

  void execute(String sql) {
    try (Statement statement = administrator.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** All rows as texts, the word null for null. */
  List<List<String>> rows(String sql) {
    try (Statement statement = administrator.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  public void close() throws SQLException {
    administrator.close();
  }
}
