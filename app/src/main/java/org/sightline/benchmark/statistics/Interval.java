package org.sightline.benchmark.statistics;

import org.jspecify.annotations.Nullable;

/**
 * From a lower to an upper limit, in the unit of the figure it belongs to.
 *
 * @param lower null where it is not bounded below, or where the method gives a limit below 0 of a
 *     rate
 * @param upper null where it is not bounded above
 */
public record Interval(@Nullable Double lower, @Nullable Double upper) {

  public Interval {
    if (isNaN(lower) || isNaN(upper)) {
      throw new IllegalArgumentException("A limit of an interval is a number, or none.");
    }
    if (lower != null && upper != null && lower > upper) {
      throw new IllegalArgumentException(
          "The lower limit %s is above the upper limit %s.".formatted(lower, upper));
    }
  }

  /** Whether all of it lies above a value; not when it touches the value. */
  public boolean isAbove(double value) {
    return lower != null && lower > value;
  }

  /** Whether all of it lies below a value; not when it touches the value. */
  public boolean isBelow(double value) {
    return upper != null && upper < value;
  }

  /** Whether a value lies within, the limits included. */
  public boolean contains(double value) {
    return !isAbove(value) && !isBelow(value);
  }

  private static boolean isNaN(@Nullable Double limit) {
    return limit != null && limit.isNaN();
  }
}
