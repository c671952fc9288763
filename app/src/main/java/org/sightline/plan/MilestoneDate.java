package org.sightline.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.DatePrecision;

/**
 * A milestone's day as one source has it.
 *
 * @param isLatest whether the source has stated no other since
 */
public record MilestoneDate(
    LocalDate dueOn,
    DatePrecision precision,
    String source,
    @Nullable String paragraph,
    boolean isLatest) {
  /** Whether this and another cannot both be right: a month and a day in it can. */
  boolean contradicts(MilestoneDate other) {
    DatePrecision coarser = precision.compareTo(other.precision) > 0 ? precision : other.precision;
    return !coarser.begins(dueOn).equals(coarser.begins(other.dueOn));
  }
}
