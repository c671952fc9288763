package org.sightline.intake;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Sql;

/** The own organisation's imports, inside the transaction of an operation. */
@Singleton
class ImportStore {
  private static final String RUNS = Sql.beside(ImportStore.class, "import-runs.sql");
  private static final String REJECTIONS = Sql.beside(ImportStore.class, "first-rejections.sql");

  private final Connection connection;

  ImportStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * The newest first.
   *
   * @param before with the key: the position after which to go on; both null for the beginning
   */
  List<Import> page(
      int organisationKey, @Nullable OffsetDateTime before, @Nullable UUID beforeKey, int most) {
    return Sql.list(
        connection,
        RUNS
            + """
            WHERE run.owner_organisation_id = ?
              AND (?::timestamptz IS NULL OR (run.started_at, run.id) < (?::timestamptz, ?::uuid))
            ORDER BY run.started_at DESC, run.id DESC LIMIT ?
            """,
        ImportStore::read,
        organisationKey,
        before,
        before,
        beforeKey,
        most);
  }

  long count(int organisationKey) {
    return Sql.list(
            connection,
            "SELECT count(*) AS total FROM import_run WHERE owner_organisation_id = ?",
            row -> row.getLong("total"),
            organisationKey)
        .getFirst();
  }

  Optional<Import> find(int organisationKey, UUID key) {
    return byKey(organisationKey, List.of(key)).stream().findFirst();
  }

  List<Import> byKey(int organisationKey, Collection<UUID> keys) {
    return Sql.list(
        connection,
        RUNS + "WHERE run.owner_organisation_id = ? AND run.id = ANY (?::uuid[])",
        ImportStore::read,
        organisationKey,
        keys);
  }

  /** The import that brought an edition; of several the first, the others found it unchanged. */
  Optional<Import> ofEdition(int organisationKey, int editionKey) {
    return Sql.list(
            connection,
            RUNS
                + """
                WHERE run.owner_organisation_id = ? AND run.edition_id = ?
                ORDER BY run.started_at LIMIT 1
                """,
            ImportStore::read,
            organisationKey,
            editionKey)
        .stream()
        .findFirst();
  }

  /** The first hundred rejections of each import, by line. */
  Map<UUID, List<Rejection>> rejections(int organisationKey, Collection<UUID> keys) {
    return Sql.list(
            connection,
            REJECTIONS,
            row -> Map.entry(row.getObject("import_id", UUID.class), rejection(row)),
            keys.stream().map(UUID::toString).toList(),
            organisationKey)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Rejection rejection(ResultSet row) throws SQLException {
    return new Rejection(
        row.getInt("line"),
        row.getString("column_name"),
        row.getString("rule"),
        row.getString("value"),
        row.getString("message"));
  }

  private static Import read(ResultSet row) throws SQLException {
    String accessClass = row.getString("access_class");
    return new Import(
        row.getObject("id", UUID.class),
        Sql.nullableInteger(row, "edition_id"),
        row.getString("file_name"),
        row.getString("release_code"),
        ImportState.valueOf(row.getString("state")),
        ImportPhase.valueOf(row.getString("phase")),
        row.getLong("bytes_total"),
        row.getLong("bytes_read"),
        row.getLong("rows_read"),
        row.getString("message"),
        row.getObject("rows_taken", Long.class),
        row.getObject("rows_rejected", Long.class),
        accessClass == null ? null : AccessClass.valueOf(accessClass),
        row.getObject("embargoed_until", OffsetDateTime.class),
        row.getString("started_by_name"),
        row.getObject("started_at", OffsetDateTime.class),
        row.getObject("finished_at", OffsetDateTime.class));
  }
}
