package org.sightline.indicator;

/**
 * An edition that gives a period's figures, as known on a day: one for each owner that has any.
 *
 * @param derived the edition gives only the numerator: the values are derived
 * @param definition by which the period's figures are made
 */
public record PeriodEdition(
    Period period, int editionId, Release release, boolean derived, Definition definition) {

  /**
   * The definition that holds in a period.
   *
   * @param version its number, from 1
   * @param stretch how many versions up to it have broken the series: figures of two periods
   *     compare only where it is the same
   */
  public record Definition(int version, int stretch) {}

  /** The same edition of a period that a series takes for another type. */
  PeriodEdition as(PeriodType type) {
    return new PeriodEdition(period.as(type), editionId, release, derived, definition);
  }

  /** Whether an official publication gives it, rather than a council. */
  public boolean official() {
    return release.official();
  }
}
