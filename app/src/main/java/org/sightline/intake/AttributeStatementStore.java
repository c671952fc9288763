package org.sightline.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.KnownCouncils.Called;
import org.sightline.intake.KnownCouncils.KnownCouncil;
import org.sightline.tenancy.Sql;

/** What councils are, as an import finds and writes it, inside the import's transaction. */
final class AttributeStatementStore {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('council_attribute', 0))";
  private static final String COUNCILS = sql("known-councils.sql");
  private static final String STANDING =
      """
      SELECT council_id, attribute_code, value, valid_from, valid_to, source FROM council_attribute
      ORDER BY council_id, attribute_code, valid_from
      """;
  private static final String ADD = sql("add-attributes.sql");
  private static final String END = sql("end-attributes.sql");

  private final Connection connection;

  AttributeStatementStore(Connection connection) {
    this.connection = connection;
  }

  /** Waits until no other import writes what councils are. */
  void lock() {
    Sql.execute(connection, LOCK);
  }

  KnownCouncils councils() {
    return new KnownCouncils(
        Sql.list(
            connection,
            COUNCILS,
            row ->
                new Called(
                    row.getString("called"),
                    row.getBoolean("is_dated"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class),
                    new KnownCouncil(
                        row.getInt("id"),
                        row.getString("name"),
                        row.getObject("exists_from", LocalDate.class),
                        row.getObject("exists_to", LocalDate.class)))));
  }

  /** The attributes by code, with the values that each may have; none where any text may be one. */
  Map<String, List<String>> allowedValues() {
    Map<String, List<String>> allowed = new HashMap<>();
    Rows.forEach(
        connection,
        "SELECT code, allowed_values FROM attribute",
        row -> allowed.put(row.getString("code"), texts(row.getArray("allowed_values"))));
    return allowed;
  }

  /** All that stands. */
  List<AttributeStatement> standing() {
    return Sql.list(connection, STANDING, AttributeStatementStore::statement);
  }

  /** Writes what is new. */
  void add(Collection<AttributeStatement> statements, String mapping) {
    if (!statements.isEmpty()) {
      Sql.execute(
          connection,
          ADD,
          mapping,
          statements.stream().map(AttributeStatement::councilId).toList(),
          statements.stream().map(AttributeStatement::attribute).toList(),
          statements.stream().map(AttributeStatement::value).toList(),
          statements.stream().map(one -> one.from().toString()).toList(),
          lastDays(statements),
          statements.stream().map(AttributeStatement::source).toList());
    }
  }

  /** Writes the last days of what stands without one. */
  void end(Collection<AttributeStatement> statements, String mapping) {
    if (!statements.isEmpty()) {
      Sql.execute(
          connection,
          END,
          mapping,
          statements.stream().map(AttributeStatement::councilId).toList(),
          statements.stream().map(AttributeStatement::attribute).toList(),
          statements.stream().map(one -> one.from().toString()).toList(),
          lastDays(statements),
          statements.stream().map(AttributeStatement::source).toList());
    }
  }

  /** An empty text stands for none. */
  private static List<String> lastDays(Collection<AttributeStatement> statements) {
    return statements.stream().map(one -> Objects.toString(one.to(), "")).toList();
  }

  private static AttributeStatement statement(ResultSet row) throws SQLException {
    return new AttributeStatement(
        row.getInt("council_id"),
        row.getString("attribute_code"),
        row.getString("value"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("source"),
        0);
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  private static String sql(String fileName) {
    return Sql.beside(AttributeStatementStore.class, fileName);
  }
}
