package org.sightline.benchmark.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure went since the period before: the sign of the change at the decimals at which the
 * indicator is published. Whether it is more than chance is {@link ChangeTest}'s to say.
 */
public enum DirectionOfTravel {
  IMPROVED,
  WORSENED,
  SAME,
  /** Rose, where neither end is better. */
  ROSE,
  /** Fell, where neither end is better. */
  FELL;

  /**
   * The direction between two values, both rounded half up first.
   *
   * @param decimals those of the indicator, 0 or more
   * @param direction null where the indicator has no polarity: then ROSE, SAME or FELL
   */
  public static DirectionOfTravel between(
      BigDecimal previous, BigDecimal current, int decimals, @Nullable Direction direction) {
    BigDecimal before = previous.setScale(decimals, RoundingMode.HALF_UP);
    BigDecimal now = current.setScale(decimals, RoundingMode.HALF_UP);
    int change = now.compareTo(before);
    if (change == 0) {
      return SAME;
    }
    if (direction == null) {
      return change > 0 ? ROSE : FELL;
    }
    return direction.compare(now, before) < 0 ? IMPROVED : WORSENED;
  }
}
