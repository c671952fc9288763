package org.sightline.benchmark.statistics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far along a distribution a value lies: the share of the other values that are below it.
 *
 * <p>The percent rank of spreadsheets (PERCENTRANK.INC) and SQL (PERCENT_RANK): values below, over
 * n - 1; ties share the lowest. It is the inverse of the type-7 quantile by which bands are cut:
 * without ties the value at percentile 25 is the lower quartile.
 */
public final class Percentile {
  private Percentile() {}

  /**
   * The percentile of a value among values, itself one of them, counted from the lowest value
   * whatever is better.
   *
   * @return 0 (the lowest) to 100 (the highest), or null where it is the only value
   * @throws IllegalArgumentException when the value is not one of the values
   */
  public static @Nullable Double of(BigDecimal value, Distribution distribution) {
    CompetitionRank rank =
        CompetitionRank.of(value, distribution.ascending(), Direction.LOWER_FIRST);
    if (rank.of() == 1) {
      return null;
    }
    return 100.0 * (rank.position() - 1) / (rank.of() - 1);
  }
}
