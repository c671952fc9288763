package org.sightline.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.Indicator;

/** How derived figures are written. */
final class Rounding {
  /** How many decimals a limit has beyond those of its indicator. */
  private static final int MORE_DECIMALS = 2;

  /** For quotients that are rounded afterwards. */
  static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

  private static final MathContext SIGNIFICANT = new MathContext(15);
  private static final MathContext SHORT = new MathContext(3);

  private Rounding() {}

  /** A limit at two decimals more than the indicator has, rounded half up. */
  static BigDecimal limit(double limit, Indicator indicator) {
    return BigDecimal.valueOf(limit)
        .setScale(indicator.decimals() + MORE_DECIMALS, RoundingMode.HALF_UP);
  }

  /** As above; null where there is none. */
  static @Nullable BigDecimal limitOrNone(@Nullable Double limit, Indicator indicator) {
    return limit == null ? null : limit(limit, indicator);
  }

  /** A statistic at fifteen significant digits. */
  static BigDecimal statistic(double statistic) {
    return new BigDecimal(statistic, SIGNIFICANT);
  }

  /** A statistic in a sentence: three significant digits. */
  static String brief(BigDecimal statistic) {
    return plain(statistic.round(SHORT));
  }

  /** Without trailing zeros and without an exponent. */
  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
