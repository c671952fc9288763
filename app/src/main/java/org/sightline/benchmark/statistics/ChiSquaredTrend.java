package org.sightline.benchmark.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * OHID's recent trend: the chi-squared test for trend on the last five points, significant above
 * 9.5495 (99.8%, one degree of freedom), as Fingertips shows it ("Public health technical guidance:
 * trend markers", 2025).
 *
 * <p>Proportions: Cochran (1954) and Armitage (1955). Rates and other figures: the slope of a
 * regression weighted by 1 / standard error squared, the error taken from the 95% interval. Either
 * way a trend that would turn when a single point is left out is no trend. Only for yearly,
 * unbroken points that do not overlap, which is the caller's to see to.
 *
 * @param statistic chi-squared, 0 or more
 * @param turnsWithoutOnePoint whether the slope has another sign without one of the points; the
 *     direction is then NO_SIGNIFICANT_CHANGE, whatever the statistic
 */
public record ChiSquaredTrend(
    double statistic, TrendDirection direction, boolean turnsWithoutOnePoint) {
  /** How many points are used: the last of those given. */
  public static final int POINTS = 5;

  /** 9.5495: the square of z at 99.8%. */
  public static final double THRESHOLD = Confidence.P998.z() * Confidence.P998.z();

  /**
   * Of proportions, oldest first.
   *
   * @throws IllegalArgumentException for fewer than five points, or a count not within 0 to its
   *     denominator
   */
  public static ChiSquaredTrend ofProportions(List<Double> counts, List<Double> denominators) {
    checkSizes(counts, denominators);
    List<Double> lastCounts = last(counts);
    List<Double> lastDenominators = last(denominators);
    double statistic = CochranArmitage.statistic(lastCounts, lastDenominators);
    double[] logits = CochranArmitage.logits(lastCounts, lastDenominators);
    return of(statistic, WeightedLine.unweighted(logits));
  }

  /**
   * Of rates, oldest first: their intervals are {@link RateInterval}'s.
   *
   * @throws IllegalArgumentException for fewer than five points, a count below 0, or a denominator
   *     that is not above 0
   */
  public static ChiSquaredTrend ofRates(List<Double> counts, List<Double> denominators) {
    checkSizes(counts, denominators);
    List<Double> values =
        indices(counts).mapToObj(i -> counts.get(i) / denominators.get(i)).toList();
    List<Interval> intervals =
        indices(counts)
            .mapToObj(i -> RateInterval.of(counts.get(i), denominators.get(i), 1, Confidence.P95))
            .toList();
    return ofValues(values, intervals);
  }

  /**
   * Of any figures with their 95% intervals, oldest first.
   *
   * @throws IllegalArgumentException for fewer than five points, or an interval without two limits
   *     or without width
   */
  public static ChiSquaredTrend ofValues(List<Double> values, List<Interval> intervals) {
    checkSizes(values, intervals);
    double[] ys = last(values).stream().mapToDouble(Double::doubleValue).toArray();
    double[] errors =
        last(intervals).stream().mapToDouble(ChiSquaredTrend::standardError).toArray();
    WeightedLine line = WeightedLine.of(ys, errors);
    return of(line.slope() * line.slope() / line.slopeVariance(), line);
  }

  private static ChiSquaredTrend of(double statistic, WeightedLine line) {
    boolean turns =
        IntStream.range(0, POINTS)
            .anyMatch(point -> differs(line.without(point).slope(), line.slope()));
    if (turns || !(statistic > THRESHOLD)) {
      return new ChiSquaredTrend(statistic, TrendDirection.NO_SIGNIFICANT_CHANGE, turns);
    }
    TrendDirection direction =
        line.slope() > 0 ? TrendDirection.INCREASING : TrendDirection.DECREASING;
    return new ChiSquaredTrend(statistic, direction, false);
  }

  private static boolean differs(double one, double other) {
    return Math.signum(one) != Math.signum(other);
  }

  private static double standardError(Interval interval) {
    if (interval.lower() == null || interval.upper() == null) {
      throw new IllegalArgumentException("A trend is tested with both limits of each interval.");
    }
    double error = (interval.upper() - interval.lower()) / (2 * Confidence.P95.z());
    if (!(error > 0)) {
      throw new IllegalArgumentException("A trend is tested with intervals that have a width.");
    }
    return error;
  }

  private static void checkSizes(List<?> values, List<?> others) {
    if (values.size() != others.size()) {
      throw new IllegalArgumentException(
          "%d points go with %d others.".formatted(values.size(), others.size()));
    }
    if (values.size() < POINTS) {
      throw new IllegalArgumentException(
          "A recent trend takes %d points, not %d.".formatted(POINTS, values.size()));
    }
  }

  private static <T> List<T> last(List<T> values) {
    return values.subList(values.size() - POINTS, values.size());
  }

  private static IntStream indices(List<?> values) {
    return IntStream.range(0, values.size());
  }
}
