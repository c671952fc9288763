package org.sightline.benchmark.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A control chart of individual values, its limits by the moving range: mean +/- 2.66 x the mean
 * moving range, moving ranges above 3.267 x their mean being left out first, once.
 *
 * <p>Wheeler and Chambers, "Understanding statistical process control"; the conventions are NHS
 * England's "Making data count". Leaving out large moving ranges is Nelson's (1982), "Control
 * charts for individual measurements", Journal of Quality Technology 14, 172-173, as in the NHS-R
 * Community's NHSRplotthedots, which keeps ranges strictly below the screen and so leaves out one
 * of exactly that too; but where all that is left is 0, nothing is left out, because limits without
 * width would put every point outside. Means are computed on decimals, so that equal values have no
 * signal.
 *
 * @param centre the mean, in the unit of the values
 * @param meanMovingRange that of the moving ranges kept, 0 or more
 * @param lower not below 0 where the bounds say so; rules go by the unbounded one
 * @param upper not above 100 where the bounds say so
 * @param trial under 13 points: the limits will move as points are added
 * @param signals of each point, in the order of the values, the strongest first
 */
public record Xmr(
    double centre,
    double meanMovingRange,
    double lower,
    double upper,
    boolean trial,
    List<List<Signal>> signals) {
  /** Under so many points, limits are trial limits. */
  public static final int ENOUGH = 13;

  private static final BigDecimal LIMIT = new BigDecimal("2.66");
  private static final BigDecimal SCREEN = new BigDecimal("3.267");
  private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

  /** Where limits stop. */
  public enum Bounds {
    NONE(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    /** Counts and rates. */
    FROM_0(0, Double.POSITIVE_INFINITY),
    /** Percentages. */
    FROM_0_TO_100(0, 100);

    private final double lowest;
    private final double highest;

    Bounds(double lowest, double highest) {
      this.lowest = lowest;
      this.highest = highest;
    }
  }

  /** Without bounds: see {@link #of(List, Bounds)}. */
  public static Xmr of(List<Double> values) {
    return of(values, Bounds.NONE);
  }

  /**
   * Of values in the order of time, none missing.
   *
   * @throws IllegalArgumentException for fewer than two values, or one that is no number
   */
  public static Xmr of(List<Double> values, Bounds bounds) {
    if (values.size() < 2) {
      throw new IllegalArgumentException("A control chart takes two values or more.");
    }
    List<BigDecimal> decimals = values.stream().map(Xmr::decimal).toList();
    BigDecimal centre = mean(decimals);
    BigDecimal movingRange = meanMovingRange(decimals);
    BigDecimal distance = movingRange.multiply(LIMIT);
    double[] deviations =
        decimals.stream()
            .mapToDouble(value -> deviation(value.subtract(centre), distance))
            .toArray();
    double[] plain = values.stream().mapToDouble(Double::doubleValue).toArray();
    return new Xmr(
        centre.doubleValue(),
        movingRange.doubleValue(),
        Math.max(bounds.lowest, centre.subtract(distance).doubleValue()),
        Math.min(bounds.highest, centre.add(distance).doubleValue()),
        values.size() < ENOUGH,
        SignalRules.apply(plain, deviations));
  }

  private static BigDecimal meanMovingRange(List<BigDecimal> values) {
    List<BigDecimal> ranges =
        IntStream.range(1, values.size())
            .mapToObj(i -> values.get(i).subtract(values.get(i - 1)).abs())
            .toList();
    BigDecimal most = mean(ranges).multiply(SCREEN);
    BigDecimal screened =
        mean(ranges.stream().filter(range -> range.compareTo(most) <= 0).toList());
    return screened.signum() == 0 ? mean(ranges) : screened;
  }

  private static double deviation(BigDecimal fromCentre, BigDecimal distance) {
    if (fromCentre.signum() == 0) {
      return 0;
    }
    return fromCentre.divide(distance, EXACT_ENOUGH).doubleValue();
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(values.size()), EXACT_ENOUGH);
  }

  private static BigDecimal decimal(Double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("A control chart takes numbers, not " + value + ".");
    }
    return BigDecimal.valueOf(value);
  }
}
