package org.sightline.access.sharing;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.access.sharing.Preview.OfRecords;
import org.sightline.indicator.Period;
import org.sightline.indicator.PeriodType;
import org.sightline.tenancy.Sql;

/** Counts the own organisation's observations and records that scopes cover. */
@Singleton
class PreviewStore {
  private static final String COUNTS = Sql.beside(PreviewStore.class, "preview.sql");
  private static final String RECORDS = Sql.beside(PreviewStore.class, "preview-records.sql");

  private final Connection connection;

  PreviewStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * Observations of one indicator and period.
   *
   * @param scope the place of the scope in the list asked for
   */
  record Count(int scope, int indicatorId, Period period, long shared, long hidden) {}

  /** By scope, indicator and period, the newest first, in one statement for all scopes. */
  List<Count> counts(int ownerKey, List<Scope> scopes) {
    List<Integer> numbers = new ArrayList<>();
    List<Integer> everyIndicator = new ArrayList<>();
    List<String> from = new ArrayList<>();
    List<String> to = new ArrayList<>();
    List<Integer> narrowed = new ArrayList<>();
    List<Integer> named = new ArrayList<>();
    for (int number = 0; number < scopes.size(); number++) {
      Scope scope = scopes.get(number);
      numbers.add(number);
      everyIndicator.add(scope.indicatorIds() == null ? 1 : 0);
      from.add(day(scope.periodsFrom(), "-infinity"));
      to.add(day(scope.periodsTo(), "infinity"));
      for (int indicatorId : Objects.requireNonNullElse(scope.indicatorIds(), List.<Integer>of())) {
        narrowed.add(number);
        named.add(indicatorId);
      }
    }
    return Sql.list(
        connection,
        COUNTS,
        PreviewStore::count,
        ownerKey,
        numbers,
        everyIndicator,
        from,
        to,
        narrowed,
        named);
  }

  /** The organisation's records by kind; a kind of which there are none is left out. */
  List<OfRecords> records(int ownerKey) {
    return Sql.list(
        connection,
        RECORDS,
        PreviewStore::ofRecords,
        ownerKey,
        ownerKey,
        ownerKey,
        ownerKey,
        ownerKey);
  }

  private static OfRecords ofRecords(ResultSet row) throws SQLException {
    return new OfRecords(
        SharedRecordKind.valueOf(row.getString("kind")),
        row.getLong("shared"),
        row.getLong("hidden"));
  }

  private static String day(@Nullable LocalDate day, String unbounded) {
    return day == null ? unbounded : day.toString();
  }

  private static Count count(ResultSet row) throws SQLException {
    return new Count(
        row.getInt("scope"),
        row.getInt("indicator_id"),
        new Period(
            row.getInt("period_id"),
            PeriodType.valueOf(row.getString("type")),
            row.getObject("starts_on", LocalDate.class),
            row.getObject("ends_on", LocalDate.class),
            row.getInt("year"),
            row.getString("code")),
        row.getLong("shared"),
        row.getLong("hidden"));
  }
}
