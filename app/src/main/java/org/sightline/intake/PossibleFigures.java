package org.sightline.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What no figure of a unit can be. */
final class PossibleFigures {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String RULE = "impossible-value";

  private PossibleFigures() {}

  /**
   * @throws RejectedRowException by rule {@code impossible-value}
   */
  static void check(
      IndicatorFacts indicator,
      Figure value,
      @Nullable Figure numerator,
      @Nullable Figure denominator) {
    refuseNegative("value", number(value));
    refuseNegative("numerator", number(numerator));
    refuseNegative("denominator", number(denominator));
    if (indicator.unit().equals("PERCENT")) {
      checkPercent(number(value), number(numerator), number(denominator));
    }
  }

  private static void checkPercent(
      @Nullable BigDecimal value,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator) {
    if (value != null && value.compareTo(HUNDRED) > 0) {
      throw new RejectedRowException(
          "value", RULE, value.toPlainString(), "A percentage lies between 0 and 100.");
    }
    if (numerator != null && denominator != null && numerator.compareTo(denominator) > 0) {
      throw new RejectedRowException(
          "numerator",
          RULE,
          numerator.toPlainString(),
          "The numerator of a percentage is no greater than its denominator, "
              + denominator.toPlainString()
              + ".");
    }
  }

  private static void refuseNegative(String column, @Nullable BigDecimal number) {
    if (number != null && number.signum() < 0) {
      throw new RejectedRowException(
          column, RULE, number.toPlainString(), "A figure of this unit is not below 0.");
    }
  }

  private static @Nullable BigDecimal number(@Nullable Figure figure) {
    return figure == null || figure.number() == null ? null : new BigDecimal(figure.number());
  }
}
