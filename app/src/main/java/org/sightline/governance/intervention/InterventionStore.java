package org.sightline.governance.intervention;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.governance.StatedDay;
import org.sightline.governance.Visibility;
import org.sightline.tenancy.Dataset;
import org.sightline.tenancy.SharedRecords;
import org.sightline.tenancy.Sql;

/** Interventions, from PostgreSQL. */
@Singleton
class InterventionStore {
  private static final String INTERVENTIONS =
      Sql.beside(InterventionStore.class, "interventions.sql");
  private static final String LIST =
      INTERVENTIONS
          + """
           AND span.council_id = ANY (?::int[])
            AND (?::date IS NULL OR (span.from_on <= ?::date AND coalesce(span.possible_to, 'infinity') >= ?::date))
            AND (?::text[] IS NULL OR span.kind = ANY (?::text[]))
          ORDER BY span.council_id, span.from_on, span.kind, span.id
          """;
  private static final String BY_KEY = INTERVENTIONS + " AND span.id = ANY (?::int[])";
  private static final String RECORD =
      Sql.beside(InterventionStore.class, "record-intervention.sql");
  private static final String AMEND = Sql.beside(InterventionStore.class, "amend-intervention.sql");

  private final Connection connection;

  InterventionStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * By council and beginning.
   *
   * @param at a day on which they may have held, null for all
   * @param kinds null for all
   */
  List<Intervention> list(
      Collection<Integer> councilKeys, @Nullable LocalDate at, @Nullable Collection<String> kinds) {
    return Sql.list(
        connection,
        LIST,
        SharedRecords.of(Dataset.INSPECTIONS, InterventionStore::intervention),
        councilKeys,
        at,
        at,
        at,
        kinds,
        kinds);
  }

  Optional<Intervention> find(int key) {
    return byKey(List.of(key)).stream().findFirst();
  }

  List<Intervention> byKey(Collection<Integer> keys) {
    return Sql.list(
        connection,
        BY_KEY,
        SharedRecords.of(Dataset.INSPECTIONS, InterventionStore::intervention),
        keys);
  }

  /** Whether it is the viewer's own organisation's. */
  boolean isOwn(int key) {
    return !Sql.list(
            connection,
            BY_KEY + " AND span.owner_organisation_id = (SELECT viewer_organisation())",
            row -> row.getInt("id"),
            List.of(key))
        .isEmpty();
  }

  /** The key of the new one. */
  int record(int councilKey, int ownerKey, Visibility visibility, Facts facts) {
    return Sql.list(
            connection,
            RECORD,
            row -> row.getInt("id"),
            councilKey,
            ownerKey,
            visibility.accessClass().name(),
            visibility.embargoedUntil(),
            facts.kind().name(),
            facts.from().first(),
            facts.from().precision().name(),
            facts.toOn(),
            facts.toPrecision(),
            facts.endedName(),
            facts.note(),
            facts.source(),
            facts.paragraph())
        .getFirst();
  }

  /** False where it was changed since that version. */
  boolean amend(int key, int version, Facts facts) {
    return Sql.execute(
            connection,
            AMEND,
            facts.kind().name(),
            facts.from().first(),
            facts.from().precision().name(),
            facts.toOn(),
            facts.toPrecision(),
            facts.endedName(),
            facts.note(),
            facts.source(),
            facts.paragraph(),
            key,
            version)
        == 1;
  }

  private static Intervention intervention(ResultSet row) throws SQLException {
    @Nullable String ended = row.getString("ended");
    return new Intervention(
        row.getInt("id"),
        row.getInt("council_id"),
        InterventionKind.valueOf(row.getString("kind")),
        StatedDay.read(row, "from_on", "from_precision").orElseThrow(),
        StatedDay.read(row, "to_on", "to_precision").orElse(null),
        ended == null ? null : InterventionEnd.valueOf(ended),
        span(row),
        row.getString("note"),
        row.getString("source"),
        row.getString("paragraph"),
        Visibility.read(row),
        row.getInt("version"));
  }

  private static Span span(ResultSet row) throws SQLException {
    return new Span(
        row.getObject("counted_from", LocalDate.class),
        row.getObject("counted_to", LocalDate.class),
        row.getObject("surely_from", LocalDate.class),
        row.getObject("surely_to", LocalDate.class),
        row.getObject("possible_to", LocalDate.class));
  }
}
