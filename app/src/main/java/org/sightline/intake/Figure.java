package org.sightline.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.MissingReason;

/**
 * A number, or the reason why there is none: exactly one of the two.
 *
 * @param number a plain decimal such as {@code -12.50}, as the file wrote it
 */
record Figure(@Nullable String number, @Nullable MissingReason missing) {
  Figure {
    if ((number == null) == (missing == null)) {
      throw new IllegalArgumentException("A figure is a number or missing for a reason.");
    }
  }

  static Figure of(String number) {
    return new Figure(number, null);
  }

  static Figure missing(MissingReason reason) {
    return new Figure(null, reason);
  }

  /** The sum, or missing with the reason of the first of the two that is. */
  Figure plus(Figure other) {
    if (number == null) {
      return this;
    }
    return other.number == null
        ? other
        : of(new BigDecimal(number).add(new BigDecimal(other.number)).toPlainString());
  }

  /**
   * {@code multiplier x this / denominator}, half up at the decimals; missing with the reason of
   * the first part that is, and not applicable where the denominator is 0.
   */
  Figure ratio(Figure denominator, int multiplier, int decimals) {
    if (number == null) {
      return this;
    }
    if (denominator.number == null) {
      return denominator;
    }
    BigDecimal divisor = new BigDecimal(denominator.number);
    if (divisor.signum() == 0) {
      return missing(MissingReason.NOT_APPLICABLE);
    }
    BigDecimal scaled = new BigDecimal(number).multiply(BigDecimal.valueOf(multiplier));
    return of(scaled.divide(divisor, decimals, RoundingMode.HALF_UP).toPlainString());
  }
}
