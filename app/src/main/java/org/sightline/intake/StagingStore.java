package org.sightline.intake;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sightline.tenancy.Sql;

/** The staging tables of one file, inside the transaction of its import. */
final class StagingStore {
  private static final String STAGING_TABLES = sql("staging-tables.sql");
  private static final String REPEATED_LINES = sql("repeated-lines.sql");
  private static final String LIST_REPEATED_LINES = sql("list-repeated-lines.sql");
  private static final String FIND_DENOMINATORS = sql("find-denominators.sql");
  private static final String DENOMINATORS_NOT_FOUND = sql("mark-denominators-not-found.sql");
  private static final String DERIVE_VALUES = sql("derive-values.sql");
  private static final String COVERAGE = sql("coverage.sql");

  private final Connection connection;

  /** A later line that repeats an earlier one. */
  record RepeatedLine(int line, int firstLine, String area) {}

  StagingStore(Connection connection) {
    this.connection = connection;
  }

  void create() {
    Sql.execute(connection, "SET LOCAL work_mem = '128MB'");
    Sql.execute(connection, STAGING_TABLES);
  }

  void addNames(Names names) {
    // A file of which no row holds names no period.
    if (names.periods().size() > 0) {
      addPeriods(names.periods().things());
    }
    List<String> breakdowns = names.breakdowns().things();
    Sql.execute(
        connection,
        """
        INSERT INTO staged_breakdown (number, code)
        SELECT 0, '' UNION ALL SELECT * FROM unnest(?::int[], ?::text[])
        """,
        numbers(breakdowns.size()),
        breakdowns);
    Sql.execute(connection, "ANALYZE staged");
  }

  private void addPeriods(List<FilePeriod> periods) {
    Sql.execute(
        connection,
        """
        INSERT INTO staged_period (number, type, starts_on, ends_on, year, code)
        SELECT * FROM unnest(?::int[], ?::text[], ?::date[], ?::date[], ?::int[], ?::text[])
        """,
        numbers(periods.size()),
        periods.stream().map(one -> one.type().name()).toList(),
        periods.stream().map(one -> one.startsOn().toString()).toList(),
        periods.stream().map(one -> one.endsOn().toString()).toList(),
        periods.stream().map(FilePeriod::year).toList(),
        periods.stream().map(FilePeriod::code).toList());
  }

  /** Takes repeating lines out of staging and says which they were; the first of each stays. */
  long removeRepeatedLines(Consumer<RepeatedLine> removed) {
    int repeated = Sql.execute(connection, REPEATED_LINES);
    if (repeated > 0) {
      Rows.forEach(
          connection,
          LIST_REPEATED_LINES,
          row ->
              removed.accept(
                  new RepeatedLine(
                      row.getInt("line"), row.getInt("first_line"), row.getString("area"))));
      Sql.execute(
          connection,
          "DELETE FROM staged USING repeated_line WHERE staged.line = repeated_line.line");
    }
    return repeated;
  }

  /**
   * Fills in denominators that stand in other rows, and what is derived from them.
   *
   * @return how many found no such row
   */
  long findDenominators() {
    Sql.execute(connection, FIND_DENOMINATORS);
    long notFound = Sql.execute(connection, DENOMINATORS_NOT_FOUND);
    Sql.execute(connection, DERIVE_VALUES);
    return notFound;
  }

  void summarise() {
    Sql.execute(connection, COVERAGE);
  }

  /** Observations in all; call after {@link #summarise}. */
  long observations() {
    return Sql.list(
            connection,
            "SELECT coalesce(sum(observations), 0) AS observations FROM staged_coverage",
            row -> row.getLong("observations"))
        .getFirst();
  }

  /** How many observations are missing, by reason; call after {@link #summarise}. */
  Map<String, Long> missingByReason() {
    Map<String, Long> byReason = new TreeMap<>();
    Rows.forEach(
        connection,
        """
        SELECT missing, sum(observations) AS observations FROM staged_coverage
        WHERE missing IS NOT NULL GROUP BY missing
        """,
        row -> byReason.put(row.getString("missing"), row.getLong("observations")));
    return byReason;
  }

  private static List<Integer> numbers(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      numbers.add(number);
    }
    return numbers;
  }

  private static String sql(String fileName) {
    return Sql.beside(StagingStore.class, fileName);
  }
}
