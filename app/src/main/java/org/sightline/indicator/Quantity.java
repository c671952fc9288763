package org.sightline.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number, or the reason why there is none. Neither is set where the definition has no such number
 * at all, as a plain count has no denominator.
 */
public record Quantity(@Nullable BigDecimal number, @Nullable MissingReason missing) {
  /** What a definition does not have. */
  public static final Quantity NONE = new Quantity(null, null);

  public Quantity {
    if (number != null && missing != null) {
      throw new IllegalArgumentException("A quantity is there or missing, not both.");
    }
  }

  /**
   * This one, or, where nothing at all is known of what the definition has, missing for a reason.
   *
   * @param definition in words, or null where the definition has no such number
   */
  Quantity orMissing(@Nullable String definition, MissingReason reason) {
    return equals(NONE) && definition != null ? missing(reason) : this;
  }

  /** A number that is there. */
  public static Quantity of(BigDecimal number) {
    return new Quantity(number, null);
  }

  /** A number that is not there, and why. */
  public static Quantity missing(MissingReason reason) {
    return new Quantity(null, reason);
  }
}
