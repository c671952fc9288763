package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Poisson and binomial chances summed term by term in 50 decimals, without any library. */
final class Exactly {
  static final MathContext DIGITS = new MathContext(50, RoundingMode.HALF_EVEN);

  /** 1e-9 relative, as a percentage. */
  private static final double NEGLIGIBLE_PERCENT = 1e-7;

  private Exactly() {}

  static void assertRelative(@Nullable Double actual, double expected) {
    assertThat(actual).isCloseTo(expected, withinPercentage(NEGLIGIBLE_PERCENT));
  }

  /** P(X at most count), X Poisson. */
  static double poissonAtMost(int count, double mean) {
    BigDecimal lambda = new BigDecimal(mean);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = count < 0 ? BigDecimal.ZERO : BigDecimal.ONE;
    for (int k = 1; k <= count; k++) {
      term = term.multiply(lambda).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum.divide(exponential(lambda), DIGITS).doubleValue();
  }

  /** P(X at least count), X Poisson. */
  static double poissonAtLeast(int count, double mean) {
    BigDecimal lambda = new BigDecimal(mean);
    BigDecimal term = BigDecimal.ONE;
    for (int k = 1; k <= count; k++) {
      term = term.multiply(lambda).divide(BigDecimal.valueOf(k), DIGITS);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = count + 1; term.compareTo(new BigDecimal("1e-45")) > 0 || k <= mean; k++) {
      sum = sum.add(term, DIGITS);
      term = term.multiply(lambda).divide(BigDecimal.valueOf(k), DIGITS);
    }
    return sum.divide(exponential(lambda), DIGITS).doubleValue();
  }

  /** P(X = successes), X binomial. */
  static BigDecimal binomial(int successes, int trials, BigDecimal chance) {
    BigDecimal ways = BigDecimal.ONE;
    for (int k = 1; k <= successes; k++) {
      ways =
          ways.multiply(BigDecimal.valueOf(trials - successes + k))
              .divide(BigDecimal.valueOf(k), DIGITS);
    }
    return ways.multiply(chance.pow(successes, DIGITS))
        .multiply(BigDecimal.ONE.subtract(chance).pow(trials - successes, DIGITS), DIGITS);
  }

  /** The root of 2 times the inverse error function, to 40 decimals, by mpmath. */
  static BigDecimal z(Confidence confidence) {
    return switch (confidence) {
      case P95 -> new BigDecimal("1.959963984540054235524594430520551527956");
      case P998 -> new BigDecimal("3.090232306167813541540399830107379205492");
    };
  }

  private static BigDecimal exponential(BigDecimal power) {
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int k = 1; term.compareTo(new BigDecimal("1e-45")) > 0 || k < power.intValue(); k++) {
      term = term.multiply(power).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }
}
