package org.sightline.benchmark.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Whether two figures of flows differ by more than chance, two-sided at 95%. Not for stocks: most
 * children counted at one date are counted at the next, so the two counts are not independent.
 *
 * @param z positive where the second is higher
 * @param p the two-sided probability of a difference as large by chance alone, 0 to 1
 * @param moreThanChance whether p is below 0.05
 */
public record ChangeTest(double z, double p, boolean moreThanChance) {
  private static final double SIGNIFICANT = 0.05;

  /**
   * The z-test of two proportions with a pooled error and no continuity correction: its square is
   * Pearson's chi-squared of the two by two table (Altman 1991, "Practical statistics for medical
   * research"; R's {@code prop.test(correct = FALSE)}).
   *
   * @throws IllegalArgumentException unless each count is within 0 to its denominator
   */
  public static ChangeTest twoProportions(
      double firstCount, double firstOf, double secondCount, double secondOf) {
    Counts.checkProportion(firstCount, firstOf);
    Counts.checkProportion(secondCount, secondOf);
    double pooled = (firstCount + secondCount) / (firstOf + secondOf);
    double error = Math.sqrt(pooled * (1 - pooled) * (1 / firstOf + 1 / secondOf));
    double z = standardised(secondCount / secondOf - firstCount / firstOf, error);
    return of(z, twoSided(z));
  }

  /**
   * The exact conditional test of two Poisson rates (Przyborowski and Wilenski 1940, Biometrika 31,
   * 313-323; R's {@code poisson.test}): given both counts' sum, the first is binomial. The z beside
   * it is the score statistic with the pooled rate; p is not derived from it.
   *
   * @throws IllegalArgumentException unless counts are whole and 0 or more, denominators above 0
   */
  public static ChangeTest twoRates(
      double firstCount, double firstDenominator, double secondCount, double secondDenominator) {
    Counts.checkRate(firstCount, firstDenominator);
    Counts.checkRate(secondCount, secondDenominator);
    double pooled = (firstCount + secondCount) / (firstDenominator + secondDenominator);
    double error = Math.sqrt(pooled * (1 / firstDenominator + 1 / secondDenominator));
    double z = standardised(secondCount / secondDenominator - firstCount / firstDenominator, error);
    double share = firstDenominator / (firstDenominator + secondDenominator);
    int first = ExactBinomialTest.whole(firstCount);
    int both = Math.addExact(first, ExactBinomialTest.whole(secondCount));
    return of(z, ExactBinomialTest.twoSided(first, both, share));
  }

  private static ChangeTest of(double z, double p) {
    return new ChangeTest(z, p, p < SIGNIFICANT);
  }

  private static double standardised(double difference, double error) {
    return error == 0 ? 0 : difference / error;
  }

  private static double twoSided(double z) {
    return 2 * new NormalDistribution().cumulativeProbability(-Math.abs(z));
  }
}
