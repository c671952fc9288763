package org.sightline.intake.mapping;

/** What a period spans. The type is part of a period's identity. */
public enum PeriodType {
  /** 1 April to 31 March, named by its end. */
  REPORTING_YEAR,
  /** One day. */
  SNAPSHOT,
  /** The year that ends on the day of a census. */
  CENSUS_YEAR,
  /** 1 September to 31 August, named by both years. */
  ACADEMIC_YEAR,
  /** 1 January to 31 December. */
  CALENDAR_YEAR,
  /** A quarter of the year from 1 April. */
  FINANCIAL_QUARTER,
  /** A quarter of the year from 1 January. */
  CALENDAR_QUARTER;

  /** True for a period that a quarter's number must name. */
  public boolean isQuarter() {
    return this == FINANCIAL_QUARTER || this == CALENDAR_QUARTER;
  }
}
