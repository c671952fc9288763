package org.sightline.plan.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares in percent. */
public final class Shares {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Shares() {}

  /**
   * A share in percent, half up to one decimal.
   *
   * @return null where a part is missing, or the whole is nothing
   */
  public static @Nullable BigDecimal of(@Nullable Integer part, @Nullable Integer whole) {
    if (part == null || whole == null || whole == 0) {
      return null;
    }
    return BigDecimal.valueOf(part)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }
}
