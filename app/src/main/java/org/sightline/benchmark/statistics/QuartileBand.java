package org.sightline.benchmark.statistics;

import java.math.BigDecimal;

/**
 * The quarter in which a value lies by type-7 cut points, the upper edge inclusive; A is the
 * quarter that comes first.
 */
public enum QuartileBand {
  A,
  B,
  C,
  D;

  /** Fewer values than this have no quarters. */
  public static final int FEWEST_VALUES = 4;

  /**
   * The band of a value.
   *
   * <p>The upper edge belongs to the lower-numbered quarter of the scale, whichever end comes
   * first: with {@code HIGHER_FIRST} a value at the upper quartile is a B.
   */
  public static QuartileBand of(BigDecimal value, Distribution distribution, Direction direction) {
    int quarter = quarterFromBelow(value, distribution);
    return values()[direction == Direction.LOWER_FIRST ? quarter : 3 - quarter];
  }

  private static int quarterFromBelow(BigDecimal value, Distribution distribution) {
    if (value.compareTo(distribution.lowerQuartile()) <= 0) {
      return 0;
    }
    if (value.compareTo(distribution.median()) <= 0) {
      return 1;
    }
    return value.compareTo(distribution.upperQuartile()) <= 0 ? 2 : 3;
  }
}
