package org.sightline.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator's value is to reach or, where good is near a target, to be near.
 *
 * @param value in the indicator's unit
 * @param tolerance how far from it still counts as met; 0 where nothing is said
 * @param from the first day
 * @param to the last day, or null for open
 * @param official nobody's own; otherwise the viewer's organisation's
 */
public record IndicatorTarget(
    BigDecimal value,
    BigDecimal tolerance,
    LocalDate from,
    @Nullable LocalDate to,
    String source,
    boolean official) {

  /** How far a value is from it, beyond the tolerance; 0 where it is met. */
  public BigDecimal distance(BigDecimal of) {
    return of.subtract(value).abs().subtract(tolerance).max(BigDecimal.ZERO);
  }

  /** Whether it holds on a day. */
  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
