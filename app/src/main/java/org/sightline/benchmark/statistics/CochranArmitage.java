package org.sightline.benchmark.statistics;

import java.util.List;

/**
 * The chi-squared test for linear trend in proportions, one degree of freedom, scores 1, 2, 3 ...
 * (Cochran 1954, Biometrics 10, 417-451; Armitage 1955, Biometrics 11, 375-386; R's {@code
 * prop.trend.test}).
 */
final class CochranArmitage {
  /** Haldane's and Anscombe's correction, where a count is none or all. */
  private static final double HALF = 0.5;

  private CochranArmitage() {}

  /** Chi-squared; 0 where all counts are none or all of their denominators. */
  static double statistic(List<Double> counts, List<Double> denominators) {
    double r = 0;
    double n = 0;
    double rx = 0;
    double nx = 0;
    double nxx = 0;
    for (int i = 0; i < counts.size(); i++) {
      Counts.checkProportion(counts.get(i), denominators.get(i));
      int x = i + 1;
      r += counts.get(i);
      n += denominators.get(i);
      rx += counts.get(i) * x;
      nx += denominators.get(i) * x;
      nxx += denominators.get(i) * x * x;
    }
    double trend = n * rx - r * nx;
    double variance = r * (n - r) * (n * nxx - nx * nx);
    return variance == 0 ? 0 : n * trend * trend / variance;
  }

  /** The log odds by whose slope OHID tells the direction of a trend. */
  static double[] logits(List<Double> counts, List<Double> denominators) {
    double[] logits = new double[counts.size()];
    boolean extreme = false;
    for (int i = 0; i < logits.length; i++) {
      extreme |= counts.get(i) == 0 || counts.get(i).equals(denominators.get(i));
    }
    double correction = extreme ? HALF : 0;
    for (int i = 0; i < logits.length; i++) {
      double rest = denominators.get(i) - counts.get(i);
      logits[i] = Math.log((counts.get(i) + correction) / (rest + correction));
    }
    return logits;
  }
}
