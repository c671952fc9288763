package org.sightline.benchmark.statistics;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.special.Beta;

/**
 * The exact two-sided binomial test by the method of small probabilities: the chance of all
 * outcomes that are no likelier than the one seen, as R's {@code binom.test} has it.
 */
final class ExactBinomialTest {
  /** Two outcomes equally likely must not be told apart by rounding; R's factor. */
  private static final double AS_LIKELY = 1 + 1e-7;

  private ExactBinomialTest() {}

  static int whole(double count) {
    if (count != Math.rint(count) || count > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("A count of events is a whole number, not " + count + ".");
    }
    return (int) count;
  }

  /** Of so many successes in so many trials, each with the same chance, 0 to 1 exclusive. */
  static double twoSided(int successes, int trials, double chance) {
    double expected = trials * chance;
    if (trials == 0 || successes == expected) {
      return 1;
    }
    return successes < expected
        ? twoSidedFromBelow(successes, trials, chance)
        : twoSidedFromBelow(trials - successes, trials, 1 - chance);
  }

  private static double twoSidedFromBelow(int successes, int trials, double chance) {
    BinomialDistribution binomial = new BinomialDistribution(trials, chance);
    double limit = binomial.probability(successes) * AS_LIKELY;
    int unlikely = firstAsUnlikely(binomial, trials, chance, limit);
    double below = atMost(successes, trials, chance);
    return Math.min(1, below + atMost(trials - unlikely, trials, 1 - chance));
  }

  /** Not the library's cumulative probability, which is 1 less the rest and loses small ones. */
  private static double atMost(int successes, int trials, double chance) {
    if (successes < 0) {
      return 0;
    }
    return successes == trials
        ? 1
        : Beta.regularizedBeta(1 - chance, trials - successes, successes + 1.0);
  }

  /** The lowest outcome above the expected one that is as unlikely; one beyond all if none is. */
  private static int firstAsUnlikely(
      BinomialDistribution binomial, int trials, double chance, double limit) {
    int likely = (int) Math.ceil(trials * chance) - 1;
    int unlikely = trials + 1;
    while (unlikely - likely > 1) {
      int between = (likely + unlikely) >>> 1;
      if (binomial.probability(between) <= limit) {
        unlikely = between;
      } else {
        likely = between;
      }
    }
    return unlikely;
  }
}
