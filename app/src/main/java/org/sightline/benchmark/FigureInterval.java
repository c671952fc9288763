package org.sightline.benchmark;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Confidence;

/**
 * How sure a figure is.
 *
 * @param lower in the indicator's unit at two decimals more than it has, rounded half up; null
 *     where the method gives one below 0
 * @param upper as the lower
 * @param basis in a sentence
 */
public record FigureInterval(
    Confidence level,
    @Nullable BigDecimal lower,
    @Nullable BigDecimal upper,
    Method method,
    String basis) {

  /** By which rule. */
  public enum Method {
    WILSON("Wilson's score interval"),
    EXACT_POISSON("Exact Poisson interval (the count is below 10)"),
    BYAR("Byar's interval");

    private final String words;

    Method(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
