package org.sightline.migrations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The months of the access log, for its owner: an old one is taken out of the log and stays as a
 * table of its own, which only the owner can read.
 */
public final class AccessLogMonths {
  private static final String ATTACHED = "access_log_";
  private static final String DETACHED = "access_log_detached_";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final DateTimeFormatter IN_A_NAME = DateTimeFormatter.ofPattern("uuuu_MM");
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
  private static final String MONTHS =
      """
      SELECT substr(partition.relname, 12) FROM pg_inherits
      JOIN pg_class AS partition ON partition.oid = pg_inherits.inhrelid
      WHERE inhparent = 'public.access_log'::regclass AND partition.relname ~ '^access_log_[0-9]{4}_[0-9]{2}$'
      ORDER BY 1
      """;

  private final String url;
  private final String username;
  private final String password;

  /** Connects as the owner of the tables. */
  public AccessLogMonths(String url, String username, String password) {
    this.url = url;
    this.username = username;
    this.password = password;
  }

  /**
   * Detaches every month before one, each in a transaction of its own.
   *
   * @param before in UTC; not later than the month that runs now, which is never detached
   * @param progress is told what was done in a sentence each
   * @throws MigrationFailure when the month is too late, or the database refuses a step
   */
  public void detachBefore(YearMonth before, Consumer<String> progress) {
    YearMonth present = YearMonth.now(ZoneOffset.UTC);
    if (before.isAfter(present)) {
      throw new MigrationFailure(
          "Only months that have ended are detached: --before may be %s at the latest."
              .formatted(present));
    }
    try (Connection owner = DriverManager.getConnection(url, username, password);
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      List<YearMonth> months = months(statement, before);
      for (YearMonth month : months) {
        progress.accept(detach(statement, month));
        owner.commit();
      }
      if (months.isEmpty()) {
        progress.accept("The access log has no month before %s.".formatted(before));
      }
      sayWhatStays(statement, before, progress);
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private static List<YearMonth> months(Statement statement, YearMonth before) throws SQLException {
    List<YearMonth> months = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(MONTHS)) {
      while (rows.next()) {
        months.add(YearMonth.parse(rows.getString(1), IN_A_NAME));
      }
    }
    months.removeIf(month -> !month.isBefore(before));
    return months;
  }

  private static String detach(Statement statement, YearMonth month) throws SQLException {
    String attached = ATTACHED + IN_A_NAME.format(month);
    String detached = DETACHED + IN_A_NAME.format(month);
    // Who reads or writes the log waits meanwhile: for a moment, and never long.
    statement.execute("SET LOCAL lock_timeout = '10s'");
    statement.execute(
        "ALTER TABLE public.access_log DETACH PARTITION public." + DatabaseRoles.quoted(attached));
    statement.execute(
        "ALTER TABLE public.%s RENAME TO %s"
            .formatted(DatabaseRoles.quoted(attached), DatabaseRoles.quoted(detached)));
    long entries =
        number(statement, "SELECT count(*) FROM public." + DatabaseRoles.quoted(detached));
    return "Detached %s: its %,d entries are now the table %s."
        .formatted(IN_WORDS.format(month), entries, detached);
  }

  /** Entries that came when their month had no partition. */
  private static void sayWhatStays(Statement statement, YearMonth before, Consumer<String> progress)
      throws SQLException {
    long others =
        number(
            statement,
            "SELECT count(*) FROM public.access_log_other WHERE at < '%s-01 00:00:00+00'"
                .formatted(before));
    if (others > 0) {
      progress.accept(
          "%,d older entries stay, in access_log_other, because their months had no partition."
              .formatted(others));
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private MigrationFailure refused(SQLException failure) {
    return new MigrationFailure(
        LOCK_NOT_AVAILABLE.equals(failure.getSQLState())
            ? "The access log was in use for ten seconds: try again when less is asked. The months said to be detached are."
            : new DatabaseAddress(url)
                .trouble(failure)
                .orElseGet(
                    () -> "The access log's months could not be detached: " + failure.getMessage()),
        failure);
  }
}
