package org.sightline.benchmark;

import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.Polarity;

/** Which end ranks first, and why neither does. */
final class Directions {
  private Directions() {}

  /** By the indicator's polarity; null where neither end is better. */
  static @Nullable Direction byPolarity(Indicator indicator) {
    return switch (indicator.polarity()) {
      case HIGHER_IS_BETTER -> Direction.HIGHER_FIRST;
      case LOWER_IS_BETTER -> Direction.LOWER_FIRST;
      case NEUTRAL, NEAR_TARGET -> null;
    };
  }

  /** As it is asked for, otherwise by the indicator's polarity. */
  static @Nullable Direction of(Indicator indicator, @Nullable Direction asked) {
    return asked == null ? byPolarity(indicator) : asked;
  }

  /** Why an indicator has no direction of its own. */
  static NoStatisticReason noneBecause(Indicator indicator) {
    return indicator.polarity() == Polarity.NEAR_TARGET
        ? NoStatisticReason.NO_TARGET
        : NoStatisticReason.NEUTRAL_POLARITY;
  }
}
