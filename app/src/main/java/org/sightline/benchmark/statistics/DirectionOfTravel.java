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
  HIGHER,
  /** Fell, where neither end is better. */
  LOWER;

  /**
   * The direction between two values, both rounded half up first.
   *
   * @param decimals those of the indicator, 0 or more
   * @param direction null where the indicator has no polarity: then HIGHER, SAME or LOWER
   */
  public static DirectionOfTravel between(
      BigDecimal previous, BigDecimal current, int decimals, @Nullable Direction direction) {
    BigDecimal before = previous.setScale(decimals, RoundingMode.HALF_UP);
    BigDecimal now = current.setScale(decimals, RoundingMode.HALF_UP);
    return of(now.compareTo(before), direction);
  }

  /**
   * The direction of a change of which the sign is known.
   *
   * @param sign above 0 where it rose, below 0 where it fell
   * @param direction as above
   */
  public static DirectionOfTravel of(int sign, @Nullable Direction direction) {
    if (sign == 0) {
      return SAME;
    }
    if (direction == null) {
      return sign > 0 ? HIGHER : LOWER;
    }
    return sign > 0 == (direction == Direction.HIGHER_FIRST) ? IMPROVED : WORSENED;
  }
}
