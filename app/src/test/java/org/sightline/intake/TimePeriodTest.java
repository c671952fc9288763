package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.indicator.PeriodType;
import org.sightline.intake.mapping.PeriodRule;

class TimePeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2025,Reporting year,REPORTING_YEAR,,2024-04-01,2025-03-31,2025,2025",
    "2025,Reporting year,SNAPSHOT,--03-31,2025-03-31,2025-03-31,2025,2025-03-31",
    "2024,Reporting year,SNAPSHOT,--06-30,2024-06-30,2024-06-30,2024,2024-06-30",
    "2025,Reporting year,CENSUS_YEAR,--09-30,2024-10-01,2025-09-30,2025,2025",
    "2024,Reporting year,CENSUS_YEAR,--02-28,2023-03-01,2024-02-28,2024,2024",
    "202425,Academic year,ACADEMIC_YEAR,,2024-09-01,2025-08-31,2025,2024/25",
    "2025,Academic year,ACADEMIC_YEAR,,2024-09-01,2025-08-31,2025,2024/25",
    "202425,Financial year,REPORTING_YEAR,,2024-04-01,2025-03-31,2025,2025",
    "199900,Academic year,ACADEMIC_YEAR,,1999-09-01,2000-08-31,2000,1999/00",
    "2025,Calendar year,CALENDAR_YEAR,,2025-01-01,2025-12-31,2025,2025",
    "202425,Financial year Q1,FINANCIAL_QUARTER,,2024-04-01,2024-06-30,2025,2024/25 Q1",
    "202425,Q4,FINANCIAL_QUARTER,,2025-01-01,2025-03-31,2025,2024/25 Q4",
    "2025,Q2,CALENDAR_QUARTER,,2025-04-01,2025-06-30,2025,2025 Q2"
  })
  void aTimePeriodUnderARule(
      String text,
      String identifier,
      PeriodType type,
      @Nullable String day,
      LocalDate startsOn,
      LocalDate endsOn,
      int year,
      String code) {
    PeriodRule rule = new PeriodRule(type, day == null ? null : MonthDay.parse(day));

    assertThat(TimePeriod.of(text, identifier).under(rule))
        .isEqualTo(new FilePeriod(type, startsOn, endsOn, year, code));
  }

  @ParameterizedTest
  @CsvSource({
    "20245,Reporting year",
    "202426,Academic year",
    "1850,Calendar year",
    "'',Calendar year",
    "2025,Week 12",
    "2025,Q5"
  })
  void whatIsNoTimePeriodIsRejected(String text, String identifier) {
    assertThatThrownBy(() -> TimePeriod.of(text, identifier))
        .isInstanceOf(RejectedRowException.class);
  }

  @Test
  void aTimePeriodMustFitTheType() {
    TimePeriod academic = TimePeriod.of("202425", "Academic year");
    TimePeriod quarter = TimePeriod.of("2025", "Q1");

    assertThatThrownBy(() -> academic.under(new PeriodRule(PeriodType.CALENDAR_YEAR, null)))
        .hasMessageContaining("two years");
    assertThatThrownBy(() -> quarter.under(new PeriodRule(PeriodType.REPORTING_YEAR, null)))
        .hasMessageContaining("does not fit");
    assertThatThrownBy(() -> quarter.under(new PeriodRule(PeriodType.FINANCIAL_QUARTER, null)))
        .hasMessageContaining("two years");
  }
}
