package org.sightline.intake;

import org.jspecify.annotations.Nullable;

/**
 * A row of the staging table: an observation, or a figure that observations of other rows need as
 * their denominator.
 *
 * @param indicatorId the indicator; for another row's denominator its part's number, negative
 * @param period the {@link Numbering number} of the period; for a denominator that of its moment
 * @param breakdown the number of the breakdown, or 0; for a denominator that of its other filters
 * @param value null where the database computes it, after the denominator is found
 * @param part the number of the denominator that stands in another row, 0 where none does
 * @param moment the number of the time period as the file holds it, for finding that row
 * @param filters the number of the other filters' texts, for finding that row
 * @param sourceName the publisher's file, where the row itself says it
 * @param sourceLine the line in the publisher's file
 * @param line the line in this file
 */
record StagedRow(
    int indicatorId,
    int period,
    int breakdown,
    int areaId,
    @Nullable Figure value,
    @Nullable Figure numerator,
    @Nullable Figure denominator,
    boolean derived,
    int part,
    int moment,
    int filters,
    @Nullable String sourceName,
    int sourceLine,
    int line) {

  /** A figure that other rows need. */
  static StagedRow part(int part, int moment, int filters, int areaId, Figure figure, int line) {
    return new StagedRow(
        -part, moment, filters, areaId, figure, null, null, false, 0, 0, 0, null, line, line);
  }
}
