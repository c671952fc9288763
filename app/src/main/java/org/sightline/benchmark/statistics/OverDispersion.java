package org.sightline.benchmark.statistics;

import java.util.Arrays;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * How far councils vary beyond chance, estimated as Spiegelhalter does: z-scores winsorised at 10%
 * each side, so that the councils in question do not widen their own limits.
 *
 * <p>Spiegelhalter (2005), "Funnel plots for comparing institutional performance", Statistics in
 * Medicine 24, 1185-1202, and "Handling over-dispersion of performance indicators", Quality and
 * Safety in Health Care 14, 347-351. The additive variance is DerSimonian and Laird's (1986) of the
 * winsorised scores. Cut points are type-7 quantiles, as in the NHS-R Community's FunnelPlotR.
 *
 * @param phi the mean of the squared winsorised z-scores; 1 is what chance alone gives; not
 *     estimated (1) for fewer than two points
 * @param tauSquared the variance between councils, in the square of the figures' unit; 0 where
 *     there is no more than chance explains
 */
public record OverDispersion(double phi, double tauSquared) {
  /** How many per cent of the z-scores are pulled in at each end. */
  public static final int WINSORISED_PERCENT = 10;

  static OverDispersion of(double[] zScores, double[] standardErrors) {
    int n = zScores.length;
    if (n < 2) {
      return new OverDispersion(1, 0);
    }
    double phi = Arrays.stream(winsorised(zScores)).map(z -> z * z).sum() / n;
    double[] weights = Arrays.stream(standardErrors).map(error -> 1 / (error * error)).toArray();
    double sum = Arrays.stream(weights).sum();
    double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
    double between = (n * phi - (n - 1)) / (sum - squares / sum);
    return new OverDispersion(phi, Math.max(0, between));
  }

  /** By what standard errors are multiplied: the root of phi, never less than 1. */
  public double factor() {
    return Math.sqrt(Math.max(1, phi));
  }

  /** The standard deviation between councils, in the figures' unit. */
  public double tau() {
    return Math.sqrt(tauSquared);
  }

  private static double[] winsorised(double[] zScores) {
    Percentile quantiles = new Percentile().withEstimationType(EstimationType.R_7);
    double lowest = quantiles.evaluate(zScores, WINSORISED_PERCENT);
    double highest = quantiles.evaluate(zScores, 100 - WINSORISED_PERCENT);
    return Arrays.stream(zScores).map(z -> Math.clamp(z, lowest, highest)).toArray();
  }
}
