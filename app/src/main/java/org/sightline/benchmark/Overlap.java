package org.sightline.benchmark;

import org.sightline.indicator.Indicator;
import org.sightline.indicator.PeriodType;

/**
 * Figures of which two of one series may hold the same events: by their periods or by definition.
 */
final class Overlap {
  private Overlap() {}

  /** Whether an indicator's figures of a type of period run over one another. */
  static boolean isIn(Indicator indicator, PeriodType type) {
    return indicator.overlaps() || isIn(type);
  }

  /**
   * Why no control chart is drawn of figures of which {@link #isIn(Indicator, PeriodType)} holds.
   */
  static String noChart(Indicator indicator, PeriodType type) {
    if (indicator.overlaps()) {
      return "No control chart is drawn of '%s': by its definition each figure holds much of what the one before holds, so that the limits would be too narrow and runs mean nothing."
          .formatted(indicator.code());
    }
    return "No control chart is drawn of figures of %s: each holds events of the one before, so that their limits would be too narrow and their runs mean nothing. Ask for months, quarters or years by periodType."
        .formatted(type == PeriodType.ROLLING_YEAR ? "rolling 12 months" : "the year to date");
  }

  private static boolean isIn(PeriodType type) {
    return type == PeriodType.ROLLING_YEAR || type == PeriodType.YEAR_TO_DATE;
  }
}
