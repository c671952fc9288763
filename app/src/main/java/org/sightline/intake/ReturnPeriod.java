package org.sightline.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.indicator.PeriodType;

/**
 * A return's {@code period}, whose form says its type where {@code period_type} is blank.
 *
 * @param text as people write it: 2020-12, 2020-12-31, 2020/21, 2021, 2020/21 Q3
 */
record ReturnPeriod(String text) {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern TWO_YEARS = Pattern.compile("\\d{4}/\\d{2}");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4}(?:/\\d{2})?) ?Q([1-4])");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern YEAR_TO_DAY = Pattern.compile("year to (\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern YEAR_TO_DATE =
      Pattern.compile("\\d{4}/\\d{2} to (\\d{4}-\\d{2}-\\d{2})");
  private static final int EARLIEST = 1900;

  /**
   * Those whose code says their days. A census ends on the day that its publisher chooses and is
   * named by the year alone: a return that chose another would keep the official one out. What a
   * day is in its series depends on the official figures: it is written as a SNAPSHOT, or as the
   * MONTH_END that it would be.
   */
  private static final Set<PeriodType> OF_RETURNS =
      EnumSet.complementOf(EnumSet.of(PeriodType.CENSUS_YEAR, PeriodType.OTHER_DAY));

  /**
   * Reads a period.
   *
   * @param type a name of {@link PeriodType} in any case, or blank
   * @param today a period may end a year after it, no later
   * @throws RejectedRowException by rule {@code bad-period} or {@code unknown-period-type}
   */
  static FilePeriod of(String text, String type, LocalDate today) {
    ReturnPeriod period = new ReturnPeriod(text);
    try {
      FilePeriod read = period.as(type.isEmpty() ? period.usualType() : typeOf(type));
      if (read.startsOn().getYear() < EARLIEST || read.endsOn().isAfter(today.plusYears(1))) {
        throw period.bad(
            "lies outside the years that a return may speak of, 1900 to a year from today");
      }
      return read;
    } catch (DateTimeException e) {
      throw period.bad("is no day or month of the calendar");
    }
  }

  private static PeriodType typeOf(String text) {
    String name = text.toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
    return OF_RETURNS.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RejectedRowException(
                    "period_type",
                    "unknown-period-type",
                    text,
                    "The period types of a return are " + OF_RETURNS + "."));
  }

  private PeriodType usualType() {
    if (YEAR.matcher(text).matches() || TWO_YEARS.matcher(text).matches()) {
      return PeriodType.REPORTING_YEAR;
    }
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches()) {
      return TWO_YEARS.matcher(quarter.group(1)).matches()
          ? PeriodType.FINANCIAL_QUARTER
          : PeriodType.CALENDAR_QUARTER;
    }
    if (MONTH.matcher(text).matches()) {
      return PeriodType.MONTH;
    }
    if (DAY.matcher(text).matches()) {
      return PeriodType.SNAPSHOT;
    }
    if (YEAR_TO_DAY.matcher(text).matches()) {
      return PeriodType.ROLLING_YEAR;
    }
    if (YEAR_TO_DATE.matcher(text).matches()) {
      return PeriodType.YEAR_TO_DATE;
    }
    throw bad(
        "is no period: write 2020-12, 2020-12-31, 2020/21, 2021, 2020/21 Q3, year to 2020-12-31 or"
            + " 2020/21 to 2020-12-31");
  }

  private FilePeriod as(PeriodType type) {
    return switch (type) {
      case REPORTING_YEAR -> {
        int year = YEAR.matcher(text).matches() ? Integer.parseInt(text) : laterYear(type, text);
        yield span(type, LocalDate.of(year - 1, 4, 1), LocalDate.of(year, 3, 31), year, "" + year);
      }
      case ACADEMIC_YEAR -> {
        int year = laterYear(type, text);
        yield span(type, LocalDate.of(year - 1, 9, 1), LocalDate.of(year, 8, 31), year, text);
      }
      case CALENDAR_YEAR -> {
        int year = Integer.parseInt(only(YEAR, type, "a year such as 2020").group());
        yield span(type, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), year, text);
      }
      case SNAPSHOT -> {
        LocalDate day = day(type);
        yield span(type, day, day, day.getYear(), text);
      }
      case MONTH_END -> monthEnd();
      case CENSUS_YEAR, OTHER_DAY ->
          throw new IllegalStateException("No return has periods of type " + type);
      case FINANCIAL_QUARTER, CALENDAR_QUARTER -> quarter(type);
      case MONTH -> month();
      case ROLLING_YEAR -> {
        LocalDate day = lastDay(type, YEAR_TO_DAY);
        yield span(type, twelveMonthsTo(day), day, day.getYear(), "year to " + day);
      }
      case YEAR_TO_DATE -> yearToDate();
    };
  }

  private FilePeriod quarter(PeriodType type) {
    Matcher parts = only(QUARTER, type, "a quarter such as 2020/21 Q3 or 2020 Q3");
    boolean isFinancial = type == PeriodType.FINANCIAL_QUARTER;
    if (TWO_YEARS.matcher(parts.group(1)).matches() != isFinancial) {
      throw bad(
          isFinancial
              ? "does not name the two years of a financial quarter, as 2020/21 Q3 does"
              : "names two years, but a calendar quarter has one, as 2020 Q3");
    }
    int year = isFinancial ? laterYear(type, parts.group(1)) : Integer.parseInt(parts.group(1));
    LocalDate first = isFinancial ? LocalDate.of(year - 1, 4, 1) : LocalDate.of(year, 1, 1);
    LocalDate start = first.plusMonths(3L * (Integer.parseInt(parts.group(2)) - 1));
    return span(
        type,
        start,
        start.plusMonths(3).minusDays(1),
        year,
        parts.group(1) + " Q" + parts.group(2));
  }

  /** Spreadsheets make a day of a month: the first, or any. */
  private FilePeriod month() {
    boolean isDay = DAY.matcher(text).matches();
    YearMonth month =
        isDay
            ? YearMonth.from(LocalDate.parse(text))
            : YearMonth.parse(only(MONTH, PeriodType.MONTH, "a month such as 2020-12").group());
    return span(
        PeriodType.MONTH, month.atDay(1), month.atEndOfMonth(), month.getYear(), month.toString());
  }

  private FilePeriod monthEnd() {
    LocalDate day = day(PeriodType.MONTH_END);
    if (!day.equals(YearMonth.from(day).atEndOfMonth())) {
      throw bad("is not the last day of a month");
    }
    return as(PeriodType.SNAPSHOT);
  }

  private FilePeriod yearToDate() {
    LocalDate day = lastDay(PeriodType.YEAR_TO_DATE, YEAR_TO_DATE);
    int first = day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear();
    String code = "%d/%02d to %s".formatted(first, (first + 1) % 100, day);
    boolean isItsOwnYear = DAY.matcher(text).matches() || text.equals(code);
    if (!isItsOwnYear) {
      throw bad("does not lie in the year it names: the year to " + day + " is " + code);
    }
    return span(PeriodType.YEAR_TO_DATE, LocalDate.of(first, 4, 1), day, first + 1, code);
  }

  private LocalDate lastDay(PeriodType type, Pattern code) {
    Matcher named = code.matcher(text);
    return named.matches() ? LocalDate.parse(named.group(1)) : day(type);
  }

  private LocalDate day(PeriodType type) {
    return LocalDate.parse(only(DAY, type, "a day such as 2020-12-31").group());
  }

  /** By the day after the last, so that a year to the end of February begins with March. */
  private static LocalDate twelveMonthsTo(LocalDate day) {
    return day.plusDays(1).minusYears(1);
  }

  private int laterYear(PeriodType type, String years) {
    if (!TWO_YEARS.matcher(years).matches()) {
      throw bad("is no period of type " + type + ", which is written as 2020/21");
    }
    int first = Integer.parseInt(years.substring(0, 4));
    if (Integer.parseInt(years.substring(5)) != (first + 1) % 100) {
      throw bad("does not name two years that follow each other, as 2020/21 does");
    }
    return first + 1;
  }

  private Matcher only(Pattern pattern, PeriodType type, String words) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw bad("is no period of type " + type + ", which is " + words);
    }
    return matcher;
  }

  private static FilePeriod span(
      PeriodType type, LocalDate start, LocalDate end, int year, String code) {
    return new FilePeriod(type, start, end, year, code);
  }

  private RejectedRowException bad(String what) {
    return new RejectedRowException("period", "bad-period", text, "'" + text + "' " + what + ".");
  }
}
