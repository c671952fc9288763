package org.sightline.tenancy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fixed SQL with bound parameters, for the stores. A parameter is any JDBC value, null, or a
 * collection of integers, booleans or strings, which is bound as an {@code int[]}, {@code
 * boolean[]} or {@code text[]}.
 */
public final class Sql {
  private Sql() {}

  /** Reads one row into an object. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * The text of a {@code .sql} file that stands beside the class that uses it.
   *
   * @throws IllegalStateException when there is no such file
   */
  public static String beside(Class<?> owner, String fileName) {
    try (InputStream stream = owner.getResourceAsStream(fileName)) {
      if (stream == null) {
        throw new IllegalStateException("No " + fileName + " beside " + owner.getName());
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every row of the query, in its order. */
  public static <T> List<T> list(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... parameters) {
    Instant begun = Instant.now();
    List<T> read = new ArrayList<>();
    try (PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = RunningOperation.send(statement, statement::executeQuery)) {
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    } finally {
      count(sql, begun, read.size());
    }
  }

  /** Runs a statement and returns the number of rows it changed, 0 for a query. */
  public static int execute(Connection connection, String sql, @Nullable Object... parameters) {
    Instant begun = Instant.now();
    int changed = 0;
    try (PreparedStatement statement = prepare(connection, sql, parameters)) {
      boolean isQuery = RunningOperation.send(statement, statement::execute);
      changed = isQuery ? 0 : statement.getUpdateCount();
      return changed;
    } catch (SQLException e) {
      throw new SqlFailure(e);
    } finally {
      count(sql, begun, changed);
    }
  }

  private static void count(String sql, Instant begun, int rows) {
    RunningOperation.count(
        new StatementTally.Sent(sql, begun, Duration.between(begun, Instant.now()), rows));
  }

  /** An integer column that may be null. */
  public static @Nullable Integer nullableInteger(ResultSet row, String column)
      throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        bind(connection, statement, i + 1, parameters[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int index, @Nullable Object parameter)
      throws SQLException {
    if (parameter instanceof Collection<?> collection) {
      statement.setArray(index, arrayOf(connection, collection));
    } else {
      statement.setObject(index, parameter);
    }
  }

  private static Array arrayOf(Connection connection, Collection<?> values) throws SQLException {
    return connection.createArrayOf(typeOf(values), values.toArray());
  }

  /** A null is of any type. */
  private static String typeOf(Collection<?> values) {
    if (areAll(Integer.class, values)) {
      return "int4";
    }
    return areAll(Boolean.class, values) ? "bool" : "text";
  }

  private static boolean areAll(Class<?> type, Collection<?> values) {
    return values.stream().allMatch(one -> one == null || type.isInstance(one));
  }
}
