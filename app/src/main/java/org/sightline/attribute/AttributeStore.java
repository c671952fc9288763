package org.sightline.attribute;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Sql;

/** Attributes and the values that councils have, from PostgreSQL. */
@Singleton
class AttributeStore {
  private static final String DEFINITIONS = Sql.beside(AttributeStore.class, "attributes.sql");
  private static final String ON_A_DAY = Sql.beside(AttributeStore.class, "values-on-a-day.sql");
  private static final String OF_COUNCILS =
      Sql.beside(AttributeStore.class, "values-of-councils.sql");

  private final Connection connection;

  AttributeStore(Connection connection) {
    this.connection = connection;
  }

  /** Every attribute, by code. */
  List<Attribute> definitions() {
    return Sql.list(connection, DEFINITIONS, AttributeStore::attribute);
  }

  /** The values that hold on a day, of one attribute or, where that is null, of all. */
  List<CouncilAttribute> onDay(LocalDate day, @Nullable String attribute) {
    return Sql.list(connection, ON_A_DAY, AttributeStore::value, attribute, attribute, day, day);
  }

  /** Every value that some councils have ever had, by attribute, the oldest first. */
  List<CouncilAttribute> ofCouncils(Collection<Integer> councilKeys) {
    return Sql.list(connection, OF_COUNCILS, AttributeStore::value, councilKeys);
  }

  private static Attribute attribute(ResultSet row) throws SQLException {
    return new Attribute(
        row.getString("code"),
        row.getString("name"),
        row.getString("description"),
        texts(row.getArray("allowed_values")),
        row.getBoolean("is_ordered"),
        texts(row.getArray("given_values")),
        row.getString("source"));
  }

  private static CouncilAttribute value(ResultSet row) throws SQLException {
    return new CouncilAttribute(
        row.getInt("council_id"),
        row.getString("attribute_code"),
        row.getString("name"),
        row.getString("value"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("holds_to", LocalDate.class),
        row.getString("source"));
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }
}
