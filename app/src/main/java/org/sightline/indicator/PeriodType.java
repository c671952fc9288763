package org.sightline.indicator;

/** Kinds of period. Figures of different kinds are never compared silently. */
public enum PeriodType {
  /** 1 April to 31 March, named by the year it ends in. */
  REPORTING_YEAR,
  /** One day. */
  SNAPSHOT,
  /** A year that ends on a census day. */
  CENSUS_YEAR,
  /** 1 September to 31 August. */
  ACADEMIC_YEAR,
  /** 1 January to 31 December. */
  CALENDAR_YEAR,
  /** A quarter of the year that begins on 1 April. */
  FINANCIAL_QUARTER,
  /** A quarter of the year that begins on 1 January. */
  CALENDAR_QUARTER;

  /** Whether a quarter's number is part of its name. */
  public boolean isQuarter() {
    return this == FINANCIAL_QUARTER || this == CALENDAR_QUARTER;
  }
}
