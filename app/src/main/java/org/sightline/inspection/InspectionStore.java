package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.framework.Framework;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Dataset;
import org.sightline.tenancy.SharedRecords;
import org.sightline.tenancy.Sql;

/** Inspections in the viewer's sight with their sources' accounts, from PostgreSQL. */
@Singleton
class InspectionStore {
  private static final String INSPECTIONS = Sql.beside(InspectionStore.class, "inspections.sql");
  private static final String BY_KEY = INSPECTIONS + " AND inspection.id = ANY (?::int[])";
  private static final String OF_COUNCILS =
      INSPECTIONS + " AND inspection.council_id = ANY (?::int[])";
  private static final String JUDGEMENTS =
      """
      SELECT account_id, area_code, scale_code, grade_code, missing, stated_as FROM judgement
      WHERE account_id = ANY (?::int[])
      """;
  private static final String DAYS =
      "FROM ("
          + Sql.beside(InspectionStore.class, "inspection-days.sql")
          + """
            ) AS inspection
            WHERE (?::text[] IS NULL OR type_code = ANY (?::text[]))
              AND (?::date IS NULL OR day >= ?::date) AND (?::date IS NULL OR day <= ?::date)
            """;
  private static final String PAGE =
      "SELECT id, day "
          + DAYS
          + """
             AND (day, id) < (coalesce(?::date, 'infinity'), ?)
            ORDER BY day DESC, id DESC LIMIT ?
            """;
  private static final String COUNT =
      "SELECT shared_by, count(*) AS total " + DAYS + " GROUP BY shared_by";

  private final Connection connection;

  InspectionStore(Connection connection) {
    this.connection = connection;
  }

  /** An inspection's place in the list. */
  record Place(int key, LocalDate day) {}

  /**
   * The newest first, from a position on.
   *
   * @param before null for the first page, and then the key counts for nothing
   */
  List<Place> page(InspectionFilter filter, @Nullable LocalDate before, int beforeKey, int most) {
    return Sql.list(
        connection,
        PAGE,
        row -> new Place(row.getInt("id"), row.getObject("day", LocalDate.class)),
        filter.councilKeys(),
        filter.frameworks(),
        filter.frameworks(),
        filter.types(),
        filter.types(),
        filter.from(),
        filter.from(),
        filter.to(),
        filter.to(),
        before,
        beforeKey,
        most);
  }

  /** How many there are; those of others count as read. */
  long count(InspectionFilter filter) {
    return Sql.list(
            connection,
            COUNT,
            row -> {
              int total = row.getInt("total");
              @Nullable Integer owner = Sql.nullableInteger(row, "shared_by");
              if (owner != null) {
                BoundViewer.current().reads().records(owner, Dataset.INSPECTIONS, total);
              }
              return total;
            },
            filter.councilKeys(),
            filter.frameworks(),
            filter.frameworks(),
            filter.types(),
            filter.types(),
            filter.from(),
            filter.from(),
            filter.to(),
            filter.to())
        .stream()
        .mapToLong(Integer::longValue)
        .sum();
  }

  /** Some inspections, in no order; those out of sight are left out. */
  List<Inspection> byKey(Collection<Integer> keys, Frameworks definitions) {
    return made(read(BY_KEY, keys, definitions), definitions);
  }

  /** Every inspection of some councils, in no order. */
  List<Inspection> ofCouncils(Collection<Integer> councilKeys, Frameworks definitions) {
    return made(read(OF_COUNCILS, councilKeys, definitions), definitions);
  }

  private List<AccountRow> read(String sql, Collection<Integer> keys, Frameworks definitions) {
    return Sql.list(
        connection,
        sql,
        SharedRecords.of(Dataset.INSPECTIONS, row -> AccountRow.read(row, definitions)),
        keys);
  }

  private List<Inspection> made(List<AccountRow> rows, Frameworks definitions) {
    Map<Integer, List<JudgementRow>> judgements = judgements(rows);
    Map<InspectionRow, List<InspectionAccount>> accounts = new LinkedHashMap<>();
    for (AccountRow row : rows) {
      List<InspectionAccount> ofInspection =
          accounts.computeIfAbsent(row.inspection(), _ -> new ArrayList<>());
      Optional.ofNullable(row.account())
          .map(
              account ->
                  account.with(
                      judgements.getOrDefault(account.key(), List.of()),
                      framework(row.inspection(), definitions),
                      definitions))
          .ifPresent(ofInspection::add);
    }
    return accounts.entrySet().stream()
        .map(
            one ->
                InspectionMaking.inspection(
                    one.getKey(), framework(one.getKey(), definitions), one.getValue()))
        .toList();
  }

  private static Framework framework(InspectionRow row, Frameworks definitions) {
    return definitions.find(row.framework()).orElseThrow();
  }

  private Map<Integer, List<JudgementRow>> judgements(List<AccountRow> rows) {
    List<Integer> keys =
        rows.stream()
            .flatMap(row -> Optional.ofNullable(row.account()).stream())
            .map(AccountRow.Account::key)
            .toList();
    if (keys.isEmpty()) {
      return Map.of();
    }
    return Sql.list(connection, JUDGEMENTS, JudgementRow::read, keys).stream()
        .collect(Collectors.groupingBy(JudgementRow::accountKey));
  }
}
