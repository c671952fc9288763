package org.sightline.indicator;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Sql;

/**
 * Observations and the editions they stand in, from PostgreSQL. Set-based: one statement a call.
 */
@Singleton
class ObservationStore {
  private static final String OBSERVATIONS = Sql.beside(ObservationStore.class, "observations.sql");
  private static final String EDITIONS = ofSeenCoverage("current-editions.sql");
  private static final String LAST_ARRIVALS = ofSeenCoverage("last-arrivals.sql");
  private static final String RELEASES = ofSeenCoverage("releases.sql");
  private static final String RELEASE = ofSeenCoverage("release.sql");
  private static final String BREAKDOWNS = ofSeenCoverage("breakdowns.sql");

  private final Connection connection;

  ObservationStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * An observation as it stands in an edition; the area, the edition and the period as keys.
   *
   * @param breakdown as {@link Breakdown#code} has it
   * @param sources the line it stands on; none where the viewer may see only some of the file
   */
  record Stored(
      int indicatorId,
      String breakdown,
      int areaKey,
      int editionId,
      int periodId,
      Quantity figure,
      Quantity numerator,
      Quantity denominator,
      boolean derived,
      List<SourceLine> sources,
      AccessClass accessClass) {}

  /**
   * Joins what the viewer may see of the coverage, as {@code seen}: one text for all who read it.
   */
  private static String ofSeenCoverage(String fileName) {
    return "WITH seen AS (\n%s)\n%s"
        .formatted(
            Sql.beside(ObservationStore.class, "seen-coverage.sql"),
            Sql.beside(ObservationStore.class, fileName));
  }

  /**
   * For each period of some indicators, each owner's edition of it as known on a day.
   *
   * @param knownAt by when they had come in, or null for whenever
   */
  List<Map.Entry<Integer, PeriodEdition>> editions(
      Collection<Integer> indicatorIds, LocalDate asAt, @Nullable OffsetDateTime knownAt) {
    return Sql.list(
        connection,
        EDITIONS,
        SharedReads.ofExistence(row -> Map.entry(row.getInt("asked_id"), edition(row))),
        indicatorIds,
        indicatorIds,
        asAt,
        knownAt);
  }

  /** When the last edition came in that is seen of each indicator or of what it is derived from. */
  Map<Integer, OffsetDateTime> lastArrivals(Collection<Integer> indicatorIds) {
    return Sql.list(
            connection,
            LAST_ARRIVALS,
            row ->
                Map.entry(row.getInt("asked_id"), row.getObject("came_at", OffsetDateTime.class)),
            indicatorIds)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The releases that hold figures of some indicators, the newest first, by indicator. */
  List<Map.Entry<Integer, Release>> releases(Collection<Integer> indicatorIds) {
    return Sql.list(
            connection,
            RELEASES,
            SharedReads.ofExistence(row -> Map.entry(row.getInt("asked_id"), release(row))),
            indicatorIds)
        .stream()
        .distinct()
        .toList();
  }

  /** A release of which the viewer may see an edition. */
  Optional<Release> findRelease(int id) {
    return releasesByKey(List.of(id)).stream().findFirst();
  }

  /** Those of which the viewer may see an edition, each once or more. */
  List<Release> releasesByKey(Collection<Integer> keys) {
    return Sql.list(connection, RELEASE, SharedReads.ofExistence(ObservationStore::release), keys);
  }

  /**
   * Some indicators' figures in some editions' periods, each once, in one statement.
   *
   * @param areaKeys the areas wanted of whatever is not wanted of all
   */
  List<Stored> list(Collection<Wanted> asked, Collection<Integer> areaKeys) {
    List<Wanted> wanted = Wanted.once(asked);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return Sql.list(
        connection,
        OBSERVATIONS,
        SharedReads.ofFigures(ObservationStore::stored),
        wanted.stream().map(Wanted::indicatorId).toList(),
        wanted.stream().map(one -> one.edition().period().id()).toList(),
        wanted.stream().map(one -> one.edition().editionId()).toList(),
        wanted.stream().map(Wanted::breakdown).toList(),
        wanted.stream().map(Wanted::ofAllAreas).toList(),
        areaKeys);
  }

  /** The breakdowns that some indicators' figures have, by indicator; the whole is not one. */
  List<Map.Entry<Integer, Breakdown>> breakdowns(Collection<Integer> indicatorIds) {
    return Sql.list(
            connection,
            BREAKDOWNS,
            SharedReads.ofExistence(
                row ->
                    Map.entry(row.getInt("indicator_id"), Breakdown.ofCode(row.getString("code")))),
            indicatorIds)
        .stream()
        .distinct()
        .toList();
  }

  private static PeriodEdition edition(ResultSet row) throws SQLException {
    Period period =
        new Period(
            row.getInt("period_id"),
            PeriodType.valueOf(row.getString("type")),
            row.getObject("starts_on", LocalDate.class),
            row.getObject("ends_on", LocalDate.class),
            row.getInt("year"),
            row.getString("code"));
    return new PeriodEdition(
        period,
        row.getInt("edition_id"),
        release(row),
        row.getBoolean("is_derived"),
        new PeriodEdition.Definition(row.getInt("version"), row.getInt("stretch")));
  }

  private static Release release(ResultSet row) throws SQLException {
    return new Release(
        row.getInt("release_id"),
        row.getString("release_code"),
        row.getString("publication"),
        row.getString("title"),
        row.getObject("published_on", LocalDate.class),
        row.getString("source"),
        row.getBoolean("official"));
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getInt("indicator_id"),
        row.getString("breakdown_code"),
        row.getInt("area_id"),
        row.getInt("edition_id"),
        row.getInt("period_id"),
        quantity(row, "value", "missing"),
        quantity(row, "numerator", "numerator_missing"),
        quantity(row, "denominator", "denominator_missing"),
        row.getBoolean("derived"),
        sources(row),
        AccessClass.valueOf(row.getString("access_class")));
  }

  private static List<SourceLine> sources(ResultSet row) throws SQLException {
    @Nullable String file = row.getString("source_name");
    return file == null ? List.of() : List.of(new SourceLine(file, row.getInt("source_line")));
  }

  private static Quantity quantity(ResultSet row, String number, String missing)
      throws SQLException {
    @Nullable String reason = row.getString(missing);
    return new Quantity(
        row.getBigDecimal(number), reason == null ? null : MissingReason.valueOf(reason));
  }
}
