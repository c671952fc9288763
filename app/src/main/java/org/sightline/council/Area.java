package org.sightline.council;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A place that a figure can stand for: England, a region, a council, or a joint return. */
public sealed interface Area permits Country, Region, Council, JointReturn {
  /** The internal id: it stays the same through changes of code and name. */
  int key();

  /** The name of today, or the last one. */
  String name();

  /** The current ONS code, or the last one. */
  String code();

  /** The first day. */
  LocalDate existsFrom();

  /** The last day, or null while the area exists. */
  @Nullable LocalDate existsTo();

  /** Whether it was made up for the demonstration: never compared with a real one. */
  default boolean generated() {
    return false;
  }

  /** Whether the area exists on a day, its first and last day included. */
  default boolean existsOn(LocalDate day) {
    LocalDate lastDay = existsTo();
    return !day.isBefore(existsFrom()) && (lastDay == null || !day.isAfter(lastDay));
  }
}
