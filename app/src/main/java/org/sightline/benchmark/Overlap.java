package org.sightline.benchmark;

import org.sightline.indicator.PeriodType;

/** Periods of which two of one series may hold the same events. */
final class Overlap {
  private Overlap() {}

  /** Whether periods of a type run over one another: nothing that rests on chance is said then. */
  static boolean isIn(PeriodType type) {
    return type == PeriodType.ROLLING_YEAR || type == PeriodType.YEAR_TO_DATE;
  }
}
