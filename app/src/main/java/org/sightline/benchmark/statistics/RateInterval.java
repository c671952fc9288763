package org.sightline.benchmark.statistics;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How sure a rate is, its count being Poisson: exact by chi-squared for counts under 10, Byar's
 * method from 10.
 *
 * <p>Exact: Garwood (1936), "Fiducial limits for the Poisson distribution", Biometrika 28, 437-442.
 * Byar's: Breslow and Day (1987), "Statistical methods in cancer research" II, page 69. The
 * boundary of 10 is OHID's ("Technical guide: confidence intervals", appendices 1 and 2; APHO
 * Technical Briefing 3).
 */
public final class RateInterval {
  /** From this count on, Byar's method stands in for the exact one. */
  public static final int BYAR_FROM = 10;

  /** The library's own default, 1e-9, is too coarse for limits near 0.001. */
  private static final double ACCURACY = 1e-14;

  private RateInterval() {}

  /**
   * The interval of {@code multiplier * count / denominator}, in that unit.
   *
   * @return the lower limit is 0 for a count of 0, and null should the method give one below 0
   * @throws IllegalArgumentException unless the count is 0 or more, the others above 0
   */
  public static Interval of(
      double count, double denominator, double multiplier, Confidence confidence) {
    Counts.checkRate(count, denominator);
    Counts.checkMultiplier(multiplier);
    boolean byar = count >= BYAR_FROM;
    double lower = byar ? byarLower(count, confidence) : exactLower(count, confidence);
    double upper = byar ? byarUpper(count, confidence) : exactUpper(count, confidence);
    double scale = multiplier / denominator;
    return new Interval(notBelowZero(lower * scale), upper * scale);
  }

  static double byarLower(double count, Confidence confidence) {
    return count * cube(1 - 1 / (9 * count) - confidence.z() / (3 * Math.sqrt(count)));
  }

  static double byarUpper(double count, Confidence confidence) {
    double next = count + 1;
    return next * cube(1 - 1 / (9 * next) + confidence.z() / (3 * Math.sqrt(next)));
  }

  private static double exactLower(double count, Confidence confidence) {
    return count == 0 ? 0 : halfChiSquared(2 * count, confidence.tail());
  }

  private static double exactUpper(double count, Confidence confidence) {
    return halfChiSquared(2 * count + 2, 1 - confidence.tail());
  }

  private static double halfChiSquared(double degreesOfFreedom, double probability) {
    return new ChiSquaredDistribution(degreesOfFreedom, ACCURACY)
            .inverseCumulativeProbability(probability)
        / 2;
  }

  private static @Nullable Double notBelowZero(double limit) {
    return limit < 0 ? null : limit;
  }

  private static double cube(double value) {
    return value * value * value;
  }
}
