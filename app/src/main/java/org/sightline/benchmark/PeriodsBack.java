package org.sightline.benchmark;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.Period;
import org.sightline.indicator.Series;

/**
 * The period so many periods before another, each right before the next and by one definition.
 *
 * @param period null with the reason in noPeriodBecause
 */
record PeriodsBack(@Nullable Period period, @Nullable NoChangeReason noPeriodBecause) {

  /**
   * Walks back through a series.
   *
   * @param steps 1 or more
   */
  static PeriodsBack of(Series series, Period last, int steps) {
    Period period = last;
    for (int step = 0; step < steps; step++) {
      Optional<Period> before = series.before(period);
      if (before.isEmpty()) {
        return new PeriodsBack(
            null,
            series.isBrokenBefore(period)
                ? NoChangeReason.DEFINITION_CHANGED
                : NoChangeReason.NO_PREVIOUS_PERIOD);
      }
      period = before.get();
    }
    return new PeriodsBack(period, null);
  }
}
