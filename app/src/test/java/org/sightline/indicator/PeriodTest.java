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
