package org.sightline.benchmark;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;

/**
 * The change against an earlier period: in an answer, the same period a year before.
 *
 * @param value this value less the earlier one; null with the reason, never 0 for want of a value
 * @param since the earlier period, or null where there is none that compares
 */
public record YearBefore(
    @Nullable BigDecimal value,
    @Nullable Period since,
    @Nullable BigDecimal previousValue,
    @Nullable MissingReason previousMissing,
    @Nullable NoChangeReason noChangeBecause) {

  static YearBefore none(NoChangeReason reason) {
    return new YearBefore(null, null, null, null, reason);
  }

  static YearBefore between(Observation before, Observation current) {
    @Nullable BigDecimal then = before.value();
    @Nullable BigDecimal now = current.value();
    if (now == null) {
      return new YearBefore(null, before.period(), then, before.missing(), NoChangeReason.NO_VALUE);
    }
    if (then == null) {
      return new YearBefore(
          null, before.period(), null, before.missing(), NoChangeReason.PREVIOUS_VALUE_MISSING);
    }
    return new YearBefore(now.subtract(then), before.period(), then, null, null);
  }
}
