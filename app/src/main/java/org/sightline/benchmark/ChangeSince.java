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
public record ChangeSince(
    @Nullable BigDecimal value,
    @Nullable Period since,
    @Nullable BigDecimal previousValue,
    @Nullable MissingReason previousMissing,
    @Nullable NoChangeReason noChangeBecause,
    Supplier<MoreThanChance> chance) {

  static ChangeSince none(NoChangeReason reason) {
    return new ChangeSince(null, null, null, null, reason, () -> MoreThanChance.none(reason));
  }

  static ChangeSince between(Observation before, Observation current) {
    @Nullable BigDecimal then = before.value();
    @Nullable BigDecimal now = current.value();
    if (now == null) {
      return none(before, NoChangeReason.NO_VALUE);
    }
    if (then == null) {
      return none(before, NoChangeReason.PREVIOUS_VALUE_MISSING);
    }
    return new ChangeSince(
        now.subtract(then),
        before.period(),
        then,
        null,
        null,
        new Once<>(() -> MoreThanChance.of(before, current)));
  }

  private static ChangeSince none(Observation before, NoChangeReason reason) {
    return new ChangeSince(
        null,
        before.period(),
        before.value(),
        before.missing(),
        reason,
        () -> MoreThanChance.none(reason));
  }
}
