package org.sightline.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final Period YEAR_2024 = reportingYear(2024);
  private static final Period YEAR_2025 = reportingYear(2025);
  private static final Period END_OF_MARCH_2025 =
      new Period(
          3,
          PeriodType.SNAPSHOT,
          LocalDate.of(2025, 3, 31),
          LocalDate.of(2025, 3, 31),
          2025,
          "2025-03-31");

  @Test
  void aYearFollowsTheYearBefore() {
    assertThat(YEAR_2025.follows(YEAR_2024)).isTrue();
    assertThat(YEAR_2024.follows(YEAR_2025)).isFalse();
    assertThat(YEAR_2025.follows(reportingYear(2023))).isFalse();
  }

  @Test
  void aDayDoesNotFollowAYear() {
    assertThat(END_OF_MARCH_2025.follows(YEAR_2024)).isFalse();
  }

  @Test
  void aSnapshotIsAskedForByItsDayOrItsYear() {
    assertThat(END_OF_MARCH_2025.isAskedForBy("2025-03-31")).isTrue();
    assertThat(END_OF_MARCH_2025.isAskedForBy("2025")).isTrue();
    assertThat(END_OF_MARCH_2025.isAskedForBy("2024")).isFalse();
  }

  @Test
  void aMonthEndFollowsTheMonthEndBeforeAndIsAskedForByItsDayAlone() {
    Period january = monthEnd("2025-01-31");
    Period february = monthEnd("2025-02-28");

    assertThat(february.follows(january)).isTrue();
    assertThat(monthEnd("2025-03-31").follows(february)).isTrue();
    assertThat(monthEnd("2025-03-31").follows(january)).isFalse();
    assertThat(END_OF_MARCH_2025.follows(february)).isFalse();
    assertThat(february.isAYearAfter(monthEnd("2024-02-29"))).isTrue();
    assertThat(february.isAskedForBy("2025-02-28")).isTrue();
    assertThat(february.isAskedForBy("2025")).isFalse();
    assertThat(february.label()).isEqualTo("28 February 2025");
  }

  @Test
  void aQuarterIsNotAskedForByItsYear() {
    Period quarter =
        new Period(
            4,
            PeriodType.FINANCIAL_QUARTER,
            LocalDate.of(2024, 4, 1),
            LocalDate.of(2024, 6, 30),
            2025,
            "2024/25 Q1");

    assertThat(quarter.isAskedForBy("2025")).isFalse();
    assertThat(quarter.isAskedForBy("2024/25 Q1")).isTrue();
  }

  @Test
  void saysItselfInWords() {
    assertThat(END_OF_MARCH_2025.label()).isEqualTo("31 March 2025");
    assertThat(YEAR_2025.label()).isEqualTo("Year ending 31 March 2025");
    assertThat(month(2020, 12).label()).isEqualTo("December 2020");
    assertThat(yearTo(LocalDate.of(2020, 12, 31)).label())
        .isEqualTo("12 months to 31 December 2020");
    assertThat(yearToDate(LocalDate.of(2020, 12, 31)).label())
        .isEqualTo("Year to date, 1 April 2020 to 31 December 2020");
  }

  @Test
  void aMonthFollowsTheMonthBefore() {
    assertThat(month(2021, 1).follows(month(2020, 12))).isTrue();
    assertThat(month(2021, 2).follows(month(2020, 12))).isFalse();
  }

  @Test
  void aMonthIsNotAskedForByItsYear() {
    assertThat(month(2020, 12).isAskedForBy("2020")).isFalse();
    assertThat(month(2020, 12).isAskedForBy("2020-12")).isTrue();
  }

  @Test
  void twelveMonthsFollowOnlyTwelveMonthsThatTheyDoNotOverlap() {
    Period december = yearTo(LocalDate.of(2020, 12, 31));

    assertThat(december.follows(yearTo(LocalDate.of(2019, 12, 31)))).isTrue();
    assertThat(december.follows(yearTo(LocalDate.of(2020, 11, 30)))).isFalse();
  }

  @Test
  void aYearToDateFollowsTheSameStretchOfTheYearBefore() {
    Period toFebruary = yearToDate(LocalDate.of(2021, 2, 28));

    assertThat(toFebruary.follows(yearToDate(LocalDate.of(2020, 2, 29)))).isTrue();
    assertThat(toFebruary.follows(yearToDate(LocalDate.of(2021, 1, 31)))).isFalse();
    assertThat(toFebruary.follows(yearToDate(LocalDate.of(2020, 3, 31)))).isFalse();
  }

  private static Period monthEnd(String text) {
    LocalDate day = LocalDate.parse(text);
    return period(PeriodType.MONTH_END, day, day, text);
  }

  private static Period month(int year, int month) {
    LocalDate first = LocalDate.of(year, month, 1);
    return period(
        PeriodType.MONTH,
        first,
        first.plusMonths(1).minusDays(1),
        "%d-%02d".formatted(year, month));
  }

  private static Period yearTo(LocalDate end) {
    return period(PeriodType.ROLLING_YEAR, end.plusDays(1).minusYears(1), end, "year to " + end);
  }

  private static Period yearToDate(LocalDate end) {
    int year = end.getMonthValue() < 4 ? end.getYear() - 1 : end.getYear();
    String code = "%d/%02d to %s".formatted(year, (year + 1) % 100, end);
    return period(PeriodType.YEAR_TO_DATE, LocalDate.of(year, 4, 1), end, code);
  }

  private static Period period(PeriodType type, LocalDate start, LocalDate end, String code) {
    return new Period(9, type, start, end, end.getYear(), code);
  }

  private static Period reportingYear(int year) {
    return new Period(
        year,
        PeriodType.REPORTING_YEAR,
        LocalDate.of(year - 1, 4, 1),
        LocalDate.of(year, 3, 31),
        year,
        String.valueOf(year));
  }
}
