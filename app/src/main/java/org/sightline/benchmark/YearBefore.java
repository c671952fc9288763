package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;

/**
 * The change against an earlier period: in an answer, the same period a year before.
 *
 * @param value this value less the earlier one; null with the reason, never 0 for want of a value
 * @param since the earlier period, or null where there is none that compares
 * @param chance whether it is more than chance, worked out at first use
 */
public record YearBefore(
    @Nullable BigDecimal value,
    @Nullable Period since,
    @Nullable BigDecimal previousValue,
    @Nullable MissingReason previousMissing,
    @Nullable NoChangeReason noChangeBecause,
    Supplier<ChanceTest> chance) {

  static YearBefore none(NoChangeReason reason) {
    return new YearBefore(null, null, null, null, reason, () -> ChanceTest.none(reason));
  }

  static YearBefore between(Observation before, Observation current) {
    @Nullable BigDecimal then = before.value();
    @Nullable BigDecimal now = current.value();
    if (now == null) {
      return none(before, NoChangeReason.NO_VALUE);
    }
    if (then == null) {
      return none(before, NoChangeReason.PREVIOUS_VALUE_MISSING);
    }
    return new YearBefore(
        now.subtract(then),
        before.period(),
        then,
        null,
        null,
        new Once<>(() -> ChanceTest.of(before, current)));
  }

  private static YearBefore none(Observation before, NoChangeReason reason) {
    return new YearBefore(
        null,
        before.period(),
        before.value(),
        before.missing(),
        reason,
        () -> ChanceTest.none(reason));
  }
}
