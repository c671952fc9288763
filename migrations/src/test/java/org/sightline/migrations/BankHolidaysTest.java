package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BankHolidaysTest {
  private static final int FIRST_YEAR = 2009;
  private static final int LAST_YEAR = 2027;

  private Database database;

  @BeforeAll
  void migrate() {
    database = TestPostgres.freshDatabase();
    new Migrations(MigrationsTest.settings(database)).run(step -> {});
  }

  @Test
  void theyAreWhatTheRuleSaysButForTheDaysProclaimedOnce() throws SQLException {
    SortedSet<String> byRule = new TreeSet<>();
    IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
        .forEach(year -> byRule.addAll(byRule(year).stream().map(LocalDate::toString).toList()));
    List<String> known = texts("SELECT day FROM bank_holiday ORDER BY 1");

    assertThat(known.stream().filter(day -> !byRule.contains(day)))
        .containsExactly(
            "2011-04-29",
            "2012-06-04",
            "2012-06-05",
            "2020-05-08",
            "2022-06-02",
            "2022-06-03",
            "2022-09-19",
            "2023-05-08");
    assertThat(byRule.stream().filter(day -> !known.contains(day)))
        .containsExactly("2012-05-28", "2020-05-04", "2022-05-30");
  }

  @Test
  void noneIsOnASaturdayOrASunday() throws SQLException {
    assertThat(texts("SELECT day FROM bank_holiday WHERE extract(isodow FROM day) > 5")).isEmpty();
  }

  @Test
  void everyYearHasEightAndFourHaveMore() throws SQLException {
    assertThat(
            texts(
                """
                SELECT extract(year FROM day) || ' ' || count(*) FROM bank_holiday
                GROUP BY extract(year FROM day) HAVING count(*) <> 8 ORDER BY 1
                """))
        .containsExactly("2011 9", "2012 9", "2022 10", "2023 9");
  }

  /** Easter by the calculation of the Gregorian calendar, the others by weekday or by date. */
  private static List<LocalDate> byRule(int year) {
    LocalDate easter = easter(year);
    LocalDate christmas = LocalDate.of(year, 12, 25);
    return List.of(
        firstFreeFrom(LocalDate.of(year, 1, 1)),
        easter.minusDays(2),
        easter.plusDays(1),
        LocalDate.of(year, 5, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)),
        LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
        LocalDate.of(year, 8, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
        substitute(christmas),
        substitute(christmas.plusDays(1)));
  }

  private static LocalDate firstFreeFrom(LocalDate day) {
    return isWeekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
  }

  /** Each of the two days of Christmas that is on a weekend is given two days later. */
  private static LocalDate substitute(LocalDate day) {
    return isWeekend(day) ? day.plusDays(2) : day;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
  }

  /** Gauss's way: the Sunday after the full moon of spring, with the moon's two exceptions. */
  private static LocalDate easter(int year) {
    int century = year / 100;
    int shift = 15 - (13 + 8 * century) / 25 + century - century / 4;
    int moon = (19 * (year % 19) + shift) % 30;
    LocalDate fullMoon = LocalDate.of(year, 3, 21).plusDays(moon);
    if (moon == 29 || (moon == 28 && year % 19 > 10)) {
      fullMoon = fullMoon.minusDays(1);
    }
    return fullMoon.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection owner = database.connect()) {
      return MigrationsTest.texts(owner, sql);
    }
  }
}
