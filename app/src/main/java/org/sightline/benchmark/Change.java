package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;

/**
 * The change since the period before, of the same type.
 *
 * @param value this value less the previous one; null with the reason, never 0 for want of a value
 * @param since the period before, or null where there is none
 */
public record Change(
    @Nullable BigDecimal value,
    @Nullable Period since,
    @Nullable BigDecimal previousValue,
    @Nullable MissingReason previousMissing,
    @Nullable NoChangeReason noChangeBecause) {

  static Change between(Optional<Observation> previous, Observation current) {
    if (previous.isEmpty()) {
      return new Change(null, null, null, null, NoChangeReason.NO_PREVIOUS_PERIOD);
    }
    Observation before = previous.get();
    @Nullable BigDecimal then = before.value();
    @Nullable BigDecimal now = current.value();
    if (now == null) {
      return new Change(null, before.period(), then, before.missing(), NoChangeReason.NO_VALUE);
    }
    if (then == null) {
      return new Change(
          null, before.period(), null, before.missing(), NoChangeReason.PREVIOUS_VALUE_MISSING);
    }
    return new Change(now.subtract(then), before.period(), then, null, null);
  }
}
