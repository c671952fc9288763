package org.sightline.benchmark.statistics;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.special.Gamma;

/**
 * Exact control limits of a Poisson count, made continuous by the incomplete gamma function: a
 * whole count lies outside exactly when the chance of one as extreme is below the tail. These are
 * the counts whose exact interval has the expected count as its limit, as OHID's funnel plot tools
 * for rates and ratios draw them.
 */
final class PoissonLimits {
  private static final double RELATIVE_ACCURACY = 1e-13;
  private static final double ABSOLUTE_ACCURACY = 1e-13;
  private static final int MOST_STEPS = 200;

  /** More standard deviations than any tail that is asked for. */
  private static final double FAR = 12;

  private PoissonLimits() {}

  /** The count with P(X <= count) = tail; 0 where even a count of 0 is likelier than that. */
  static double lower(double expected, double tail) {
    if (Math.exp(-expected) >= tail) {
      return 0;
    }
    return root(
        count -> Math.log(Gamma.regularizedGammaQ(count + 1, expected) / tail), 0, expected);
  }

  /** The count with P(X >= count) = tail. */
  static double upper(double expected, double tail) {
    double beyond = expected + FAR * Math.sqrt(expected) + 2 * FAR;
    return root(
        count -> Math.log(Gamma.regularizedGammaP(count, expected) / tail),
        Double.MIN_NORMAL,
        beyond);
  }

  /** In logarithms, so that the solver sees digits of a tail however small it is. */
  private static double root(UnivariateFunction function, double from, double to) {
    return new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY)
        .solve(MOST_STEPS, function, from, to);
  }
}
