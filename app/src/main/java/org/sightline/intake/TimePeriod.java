package org.sightline.intake;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.indicator.PeriodType;
import org.sightline.intake.mapping.PeriodRule;

/**
 * A tidy file's {@code time_period} and {@code time_identifier}.
 *
 * @param year the year it is named by: 2025 of 2025, and of 202425 the one it ends in
 * @param twoYears true for six digits: an academic or financial year
 * @param quarter 1 to 4, or 0 where the identifier names no quarter
 * @param text {@code time_period} as the file holds it
 * @param identifier {@code time_identifier} as the file holds it
 */
record TimePeriod(int year, boolean twoYears, int quarter, String text, String identifier) {
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})?");
  private static final Pattern QUARTER = Pattern.compile("(?:.* )?q([1-4])");
  private static final Pattern YEAR = Pattern.compile(".*\\byear");
  private static final int EARLIEST = 1900;
  private static final int LATEST = 2199;

  /**
   * @throws RejectedRowException by rule {@code bad-time-period} or {@code bad-time-identifier}
   */
  static TimePeriod of(String text, String identifier) {
    Matcher digits = DIGITS.matcher(text);
    if (!digits.matches()) {
      throw badPeriod(text, "is neither four digits (2025) nor six (202425)");
    }
    int first = Integer.parseInt(digits.group(1));
    boolean twoYears = digits.group(2) != null;
    if (twoYears && Integer.parseInt(digits.group(2)) != (first + 1) % 100) {
      throw badPeriod(text, "does not name two years that follow each other, as 202425 does");
    }
    if (first < EARLIEST || first > LATEST) {
      throw badPeriod(text, "is not a year between 1900 and 2199");
    }
    return new TimePeriod(
        twoYears ? first + 1 : first, twoYears, quarterOf(identifier), text, identifier);
  }

  private static int quarterOf(String identifier) {
    String lower = identifier.strip().toLowerCase(Locale.ROOT);
    Matcher quarter = QUARTER.matcher(lower);
    if (quarter.matches()) {
      return Integer.parseInt(quarter.group(1));
    }
    if (!YEAR.matcher(lower).matches()) {
      throw new RejectedRowException(
          "time_identifier",
          "bad-time-identifier",
          identifier,
          "'" + identifier + "' is neither a year (such as Reporting year) nor Q1 to Q4.");
    }
    return 0;
  }

  /**
   * The period that a mapping's rule makes of it.
   *
   * @throws RejectedRowException when the text does not fit the period's type
   */
  FilePeriod under(PeriodRule rule) {
    PeriodType type = rule.type();
    if (type.isQuarter() != (quarter > 0)) {
      throw new RejectedRowException(
          "time_identifier",
          "bad-time-identifier",
          identifier,
          "'" + identifier + "' does not fit a period of type " + type + ".");
    }
    return switch (type) {
      case REPORTING_YEAR ->
          span(type, LocalDate.of(year - 1, 4, 1), LocalDate.of(year, 3, 31), "" + year);
      case SNAPSHOT -> snapshot(day(rule));
      case CENSUS_YEAR ->
          span(type, day(rule).minusYears(1).plusDays(1), day(rule), Integer.toString(year));
      case ACADEMIC_YEAR ->
          span(type, LocalDate.of(year - 1, 9, 1), LocalDate.of(year, 8, 31), bothYears());
      case CALENDAR_YEAR -> calendarYear();
      case FINANCIAL_QUARTER -> financialQuarter();
      case CALENDAR_QUARTER -> quarter(LocalDate.of(oneYear(type), 1, 1), year + " Q" + quarter);
      case MONTH, MONTH_END, OTHER_DAY, ROLLING_YEAR, YEAR_TO_DATE ->
          throw new IllegalStateException("No mapping has periods of type " + type);
    };
  }

  private FilePeriod snapshot(LocalDate day) {
    return span(PeriodType.SNAPSHOT, day, day, day.toString());
  }

  private FilePeriod calendarYear() {
    LocalDate first = LocalDate.of(oneYear(PeriodType.CALENDAR_YEAR), 1, 1);
    return span(PeriodType.CALENDAR_YEAR, first, first.plusYears(1).minusDays(1), "" + year);
  }

  private FilePeriod financialQuarter() {
    if (!twoYears) {
      throw badPeriod(text, "does not name the two years of a financial quarter, as 202425 does");
    }
    return quarter(LocalDate.of(year - 1, 4, 1), bothYears() + " Q" + quarter);
  }

  private FilePeriod quarter(LocalDate firstOfYear, String code) {
    LocalDate start = firstOfYear.plusMonths(3L * (quarter - 1));
    PeriodType type = twoYears ? PeriodType.FINANCIAL_QUARTER : PeriodType.CALENDAR_QUARTER;
    return span(type, start, start.plusMonths(3).minusDays(1), code);
  }

  private FilePeriod span(PeriodType type, LocalDate start, LocalDate end, String code) {
    return new FilePeriod(type, start, end, year, code);
  }

  private LocalDate day(PeriodRule rule) {
    MonthDay day = Objects.requireNonNull(rule.day());
    return day.atYear(year);
  }

  private int oneYear(PeriodType type) {
    if (twoYears) {
      throw badPeriod(text, "names two years, but a period of type " + type + " has one");
    }
    return year;
  }

  private String bothYears() {
    return "%d/%02d".formatted(year - 1, year % 100);
  }

  private static RejectedRowException badPeriod(String text, String what) {
    return new RejectedRowException(
        "time_period", "bad-time-period", text, "'" + text + "' " + what + ".");
  }
}
