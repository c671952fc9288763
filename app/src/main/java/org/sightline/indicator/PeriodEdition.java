package org.sightline.indicator;

/**
 * An edition that gives a period's figures, as known on a day: one for each owner that has any.
 *
 * @param derived the edition gives only the numerator: the values are derived
 */
public record PeriodEdition(Period period, int editionId, Release release, boolean derived) {
  /** Whether an official publication gives it, rather than a council. */
  public boolean official() {
    return release.official();
  }
}
