package org.sightline.search;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Dataset;
import org.sightline.tenancy.SharedRecords;
import org.sightline.tenancy.Sql;

/** What leads from findings and indicators to other findings and to actions, from PostgreSQL. */
@Singleton
class LinkStore {
  private static final String SIMILAR = Sql.beside(LinkStore.class, "similar-findings.sql");
  private static final String ACTIONS_OF_FINDINGS =
      Sql.beside(LinkStore.class, "actions-of-findings.sql");
  private static final String ACTIONS_OF_INDICATOR =
      Sql.beside(LinkStore.class, "actions-of-indicator.sql");
  private static final String ACTIONS_PAGE =
      "SELECT id, at FROM ("
          + ACTIONS_OF_INDICATOR
          + """
            ) AS linked
            WHERE (at, id) < (coalesce(?::timestamptz, 'infinity'), ?::int)
            ORDER BY at DESC, id DESC LIMIT ?
            """;
  private static final String ACTIONS_COUNT =
      "SELECT shared_by, count(*) AS total FROM ("
          + ACTIONS_OF_INDICATOR
          + ") AS linked GROUP BY shared_by";

  private final Connection connection;

  LinkStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * A finding that is like another.
   *
   * @param percent of the words of both that they have in common
   * @param wordsInCommon as they are indexed, without their endings
   */
  record Similar(
      int findingKey,
      int otherKey,
      boolean isSameTheme,
      BigDecimal percent,
      List<String> wordsInCommon) {}

  /** An action's place in a list by when it was written. */
  record Written(int key, OffsetDateTime at) {}

  /** For each finding the most similar first; what others share and is compared counts as read. */
  List<Similar> similar(
      Collection<Integer> findingKeys, Collection<Integer> councilKeys, int most) {
    return Sql.list(
            connection,
            SIMILAR,
            LinkStore::similarOrRead,
            findingKeys,
            findingKeys,
            councilKeys,
            councilKeys,
            most)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Nothing where the line only says how much was read of whom. */
  private static Optional<Similar> similarOrRead(ResultSet row) throws SQLException {
    if (Sql.nullableInteger(row, "shared_by") != null) {
      int _ = SharedRecords.counted(Dataset.INSPECTIONS).read(row);
      return Optional.empty();
    }
    return Optional.of(
        new Similar(
            row.getInt("asked_id"),
            row.getInt("other_id"),
            row.getBoolean("is_same_theme"),
            row.getBigDecimal("percent"),
            Arrays.asList(
                (String[]) Objects.requireNonNull(row.getArray("in_common")).getArray())));
  }

  /** Pairs of a finding's key and an action's, the oldest action first. */
  List<Map.Entry<Integer, Integer>> actionsOfFindings(Collection<Integer> findingKeys) {
    return Sql.list(
        connection,
        ACTIONS_OF_FINDINGS,
        row -> Map.entry(row.getInt("finding_id"), row.getInt("action_id")),
        findingKeys);
  }

  /**
   * The newest first, from a position on.
   *
   * @param before null for the first page, and then the key counts for nothing
   */
  List<Written> actionsOfIndicator(
      int indicator,
      Collection<Integer> councilKeys,
      @Nullable OffsetDateTime before,
      int beforeKey,
      int most) {
    return Sql.list(
        connection,
        ACTIONS_PAGE,
        row -> new Written(row.getInt("id"), row.getObject("at", OffsetDateTime.class)),
        indicator,
        councilKeys,
        before,
        beforeKey,
        most);
  }

  /** How many there are; those of others count as read. */
  int countActionsOfIndicator(int indicator, Collection<Integer> councilKeys) {
    return Sql.list(
            connection, ACTIONS_COUNT, SharedRecords.counted(Dataset.PLANS), indicator, councilKeys)
        .stream()
        .mapToInt(Integer::intValue)
        .sum();
  }
}
