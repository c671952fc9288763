package org.sightline.attribute;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One value of an attribute that a council has from a day on.
 *
 * @param attribute the attribute's code
 * @param name the attribute's name
 * @param validTo the last day, null while it holds
 * @param source who says so
 */
record CouncilAttribute(
    int councilKey,
    String attribute,
    String name,
    String value,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String source) {

  /** Whether it holds on a day, its first and last day included. */
  boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
