package org.sightline.indicator;

/** Kinds of period. Figures of different kinds are never compared silently. */
public enum PeriodType {
  /** 1 April to 31 March, named by the year it ends in. */
  REPORTING_YEAR,
  /** One day: in a series, a day of the year of which official figures speak. */
  SNAPSHOT,
  /**
   * In a series, the last day of a month that is no official day: a count that is made every month.
   * Stored as a SNAPSHOT, because what is official is known only when it is asked.
   */
  MONTH_END,
  /** In a series, a day that is neither. It follows none but the same day a year before. */
  OTHER_DAY,
  /** A year that ends on a census day. */
  CENSUS_YEAR,
  /** 1 September to 31 August. */
  ACADEMIC_YEAR,
  /** 1 January to 31 December. */
  CALENDAR_YEAR,
  /** A quarter of the year that begins on 1 April. */
  FINANCIAL_QUARTER,
  /** A quarter of the year that begins on 1 January. */
  CALENDAR_QUARTER,
  /** A month, such as 2020-12. */
  MONTH,
  /** The twelve months to a day, such as "year to 2020-12-31"; two of one series may overlap. */
  ROLLING_YEAR,
  /** From 1 April to a day, such as "2020/21 to 2020-12-31"; each holds the ones before it. */
  YEAR_TO_DATE;

  /** Whether it is one day. */
  public boolean isDay() {
    return this == SNAPSHOT || this == MONTH_END || this == OTHER_DAY;
  }

  /** Whether a quarter's number is part of its name. */
  public boolean isQuarter() {
    return this == FINANCIAL_QUARTER || this == CALENDAR_QUARTER;
  }

  /** Whether the year that a publication names it by says which period is meant. */
  public boolean isNamedByYear() {
    return switch (this) {
      case REPORTING_YEAR, SNAPSHOT, CENSUS_YEAR, ACADEMIC_YEAR, CALENDAR_YEAR -> true;
      case MONTH_END,
          OTHER_DAY,
          FINANCIAL_QUARTER,
          CALENDAR_QUARTER,
          MONTH,
          ROLLING_YEAR,
          YEAR_TO_DATE ->
          false;
    };
  }
}
