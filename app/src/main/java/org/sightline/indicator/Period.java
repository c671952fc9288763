package org.sightline.indicator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/**
 * A stretch of time, or a day, that figures are of. The type is part of it.
 *
 * @param year the year by which the publication names it
 * @param code what it is asked for by, unique within its type
 */
public record Period(
    int id, PeriodType type, LocalDate startsOn, LocalDate endsOn, int year, String code) {

  /** The oldest first; of two that end on one day the longer first. */
  public static final Comparator<Period> OLDEST_FIRST =
      Comparator.comparing(Period::endsOn).thenComparing(Period::startsOn);

  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter MONTH_IN_WORDS =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  /** In words, such as 31 March 2025, or Year ending 31 March 2025. */
  public String label() {
    String end = IN_WORDS.format(endsOn);
    return switch (type) {
      case SNAPSHOT, MONTH_END, OTHER_DAY -> end;
      case REPORTING_YEAR, CENSUS_YEAR -> "Year ending " + end;
      case ACADEMIC_YEAR -> "Academic year " + code;
      case CALENDAR_YEAR -> "Calendar year " + code;
      case FINANCIAL_QUARTER, CALENDAR_QUARTER -> "Quarter " + code;
      case MONTH -> MONTH_IN_WORDS.format(endsOn);
      case ROLLING_YEAR -> "12 months to " + end;
      case YEAR_TO_DATE -> "Year to date, " + IN_WORDS.format(startsOn) + " to " + end;
    };
  }

  /** Whether this period is asked for by a code: its own, or the year that names it. */
  public boolean isAskedForBy(String asked) {
    return code.equals(asked) || (type.isNamedByYear() && String.valueOf(year).equals(asked));
  }

  /**
   * Whether this is the period of the same type that comes right after the other, without a day in
   * common. A year to date comes after the same stretch of the year before.
   */
  public boolean follows(Period other) {
    if (type != other.type) {
      return false;
    }
    return switch (type) {
      case REPORTING_YEAR, SNAPSHOT, CENSUS_YEAR, ACADEMIC_YEAR, CALENDAR_YEAR ->
          year == other.year + 1 && endsOn.minusYears(1).equals(other.endsOn);
      case FINANCIAL_QUARTER, CALENDAR_QUARTER, MONTH, ROLLING_YEAR ->
          startsOn.equals(other.endsOn.plusDays(1));
      case MONTH_END -> endsAMonthAfter(other);
      case YEAR_TO_DATE, OTHER_DAY -> isAYearAfter(other);
    };
  }

  /**
   * Whether this is the same stretch or day of the year as another period of its type, a year
   * later.
   */
  public boolean isAYearAfter(Period other) {
    return type == other.type
        && endsAYearAfter(other)
        && (type.isDay() || startsOn.minusYears(1).equals(other.startsOn));
  }

  /** The same days as a period of another type. */
  Period as(PeriodType other) {
    return new Period(id, other, startsOn, endsOn, year, code);
  }

  private boolean endsAMonthAfter(Period other) {
    return endsOn.plusDays(1).minusMonths(1).equals(other.endsOn.plusDays(1));
  }

  /** By the day after the last, so that the end of February is the end of February. */
  private boolean endsAYearAfter(Period other) {
    return endsOn.plusDays(1).minusYears(1).equals(other.endsOn.plusDays(1));
  }
}
