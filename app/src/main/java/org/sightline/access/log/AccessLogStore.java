package org.sightline.access.log;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Dataset;
import org.sightline.tenancy.Sql;

/** The own organisation's access log, from PostgreSQL. */
@Singleton
class AccessLogStore {
  private static final String ENTRIES = Sql.beside(AccessLogStore.class, "entries.sql");
  private static final String COUNT = Sql.beside(AccessLogStore.class, "count.sql");

  private final Connection connection;

  AccessLogStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * The newest first.
   *
   * @param before with the key: the position after which to go on; both null for the beginning
   */
  List<AccessLogEntry> entries(
      AccessLogFilter filter, @Nullable OffsetDateTime before, @Nullable UUID beforeKey, int most) {
    return Sql.list(
        connection,
        ENTRIES,
        AccessLogStore::entry,
        filter.from(),
        filter.before(),
        filter.readerOrganisationKey(),
        filter.readerOrganisationKey(),
        filter.dataset(),
        filter.dataset(),
        before,
        beforeKey,
        most);
  }

  long count(AccessLogFilter filter) {
    return Sql.list(
            connection,
            COUNT,
            row -> row.getLong("total"),
            filter.from(),
            filter.before(),
            filter.readerOrganisationKey(),
            filter.readerOrganisationKey(),
            filter.dataset(),
            filter.dataset())
        .getFirst();
  }

  private static AccessLogEntry entry(ResultSet row) throws SQLException {
    long rows = row.getLong("row_count");
    boolean isUncounted = row.wasNull();
    return new AccessLogEntry(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class),
        row.getString("reader_name"),
        row.getInt("reader_organisation_id"),
        Dataset.valueOf(row.getString("dataset")),
        Sql.nullableInteger(row, "agreement_id"),
        Sql.nullableInteger(row, "protocol_id"),
        row.getString("operation_name"),
        row.getString("document"),
        row.getString("request_id"),
        AccessKind.valueOf(row.getString("kind")),
        isUncounted ? null : rows,
        texts(row.getArray("indicator_codes")),
        texts(row.getArray("period_codes")));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
