package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.ChiSquaredTrend;
import org.sightline.benchmark.statistics.DirectionOfTravel;
import org.sightline.benchmark.statistics.TrendDirection;
import org.sightline.indicator.Period;

/**
 * Whether the last five yearly points go one way more than chance would have them, by OHID's rule.
 *
 * @param direction null with the reason in noTrendBecause
 * @param directionOfTravel the same by polarity
 * @param statistic chi-squared, 0 or more
 * @param turnsWithoutOnePoint whether it would go the other way without one of the points
 * @param periods those that were used, the oldest first
 * @param basis in a sentence
 */
public record RecentTrend(
    @Nullable TrendDirection direction,
    @Nullable DirectionOfTravel directionOfTravel,
    @Nullable BigDecimal statistic,
    @Nullable Boolean turnsWithoutOnePoint,
    List<Period> periods,
    @Nullable NoStatisticReason noTrendBecause,
    String basis) {
  public RecentTrend {
    periods = List.copyOf(periods);
  }

  static RecentTrend none(NoStatisticReason reason) {
    return new RecentTrend(
        null,
        null,
        null,
        null,
        List.of(),
        reason,
        "No recent trend: it takes the last %d yearly points, unbroken and without overlap; %s."
            .formatted(ChiSquaredTrend.POINTS, Reasons.words(reason)));
  }

  /** What the statistic must exceed: the square of z at 99.8%. */
  public BigDecimal threshold() {
    return Rounding.statistic(ChiSquaredTrend.THRESHOLD);
  }
}
