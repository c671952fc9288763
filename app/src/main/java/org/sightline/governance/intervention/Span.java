package org.sightline.governance.intervention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when to when something counts and how sure that is, as the view intervention_span has it.
 * Ends are the last day, null where there is none.
 *
 * @param surelyFrom from here to {@code surelyTo} it held, whatever the unknown days are
 * @param surelyTo before {@code surelyFrom} where it is sure of no day
 * @param possibleTo after it, it held no more
 */
record Span(
    LocalDate countedFrom,
    @Nullable LocalDate countedTo,
    LocalDate surelyFrom,
    @Nullable LocalDate surelyTo,
    @Nullable LocalDate possibleTo) {

  boolean counts(LocalDate day) {
    return isWithin(day, countedFrom, countedTo);
  }

  Certainty certainty(LocalDate day) {
    if (!isWithin(day, countedFrom, possibleTo)) {
      return Certainty.NOT_HELD;
    }
    return isWithin(day, surelyFrom, surelyTo) ? Certainty.CERTAIN : Certainty.POSSIBLE;
  }

  private static boolean isWithin(LocalDate day, LocalDate from, @Nullable LocalDate to) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
