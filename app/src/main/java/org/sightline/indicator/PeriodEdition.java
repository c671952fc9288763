package org.sightline.indicator;

/**
 * The edition that gives a period's figures, as known on a day.
 *
 * @param derived the edition gives only the numerator: the values are derived
 */
public record PeriodEdition(Period period, int editionId, Release release, boolean derived) {}
