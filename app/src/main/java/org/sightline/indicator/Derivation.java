package org.sightline.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A value made of two others: multiplier x numerator / denominator, rounded half up.
 *
 * @param numeratorId the indicator above the line
 * @param denominatorId the indicator below the line
 * @param denominatorYearOffset the denominator's year less the numerator's: -1 for the population
 *     of the year before
 */
public record Derivation(
    int numeratorId, int denominatorId, int denominatorYearOffset, BigDecimal multiplier) {

  /**
   * The value at some decimals.
   *
   * @throws ArithmeticException when the denominator is zero
   */
  public BigDecimal value(BigDecimal numerator, BigDecimal denominator, int decimals) {
    return multiplier.multiply(numerator).divide(denominator, decimals, RoundingMode.HALF_UP);
  }
}
