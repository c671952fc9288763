package org.sightline.benchmark.statistics;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * How sure a mean is: Student's t with n - 1 degrees of freedom.
 *
 * <p>Student (1908), "The probable error of a mean", Biometrika 6, 1-25; OHID's rule for means
 * (APHO Technical Briefing 3, page 7).
 */
public final class MeanInterval {
  private static final double ACCURACY = 1e-14;

  private MeanInterval() {}

  /**
   * The interval of a mean, in its own unit.
   *
   * @param standardDeviation of the sample (divided by n - 1), 0 or more
   * @throws IllegalArgumentException when n is under 2 or the deviation is below 0
   */
  public static Interval of(double mean, double standardDeviation, int n, Confidence confidence) {
    if (n < 2) {
      throw new IllegalArgumentException("The mean of " + n + " values has no interval.");
    }
    if (!(standardDeviation >= 0)) {
      throw new IllegalArgumentException(
          "A standard deviation is 0 or more, not " + standardDeviation + ".");
    }
    double t =
        new TDistribution(n - 1, ACCURACY).inverseCumulativeProbability(1 - confidence.tail());
    double half = t * standardDeviation / Math.sqrt(n);
    return new Interval(mean - half, mean + half);
  }
}
