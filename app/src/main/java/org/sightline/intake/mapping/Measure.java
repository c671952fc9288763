package org.sightline.intake.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One indicator that a file gives.
 *
 * @param indicator the indicator's code
 * @param when filter column to the text that a row must hold to be read, empty for every row
 * @param value the published value's column; null when the value is derived from the parts
 * @param numerator null when the file gives none
 * @param denominator null when the file gives none
 * @param period null for the mapping's own
 */
public record Measure(
    String indicator,
    Map<String, String> when,
    @Nullable String value,
    @Nullable Part numerator,
    @Nullable Part denominator,
    @Nullable PeriodRule period) {

  public Measure {
    when = Map.copyOf(when);
    if (value == null && numerator == null) {
      throw new IllegalArgumentException(
          "the measure " + indicator + " has neither 'value' nor 'numerator'");
    }
    if (numerator != null && numerator.isInAnotherRow()) {
      throw new IllegalArgumentException(
          "the measure " + indicator + " has 'where' at its numerator; only a denominator may");
    }
  }

  @JsonCreator
  static Measure read(
      @JsonProperty(value = "indicator", required = true) String indicator,
      @JsonProperty("when") @Nullable Map<String, String> when,
      @JsonProperty("value") @Nullable String value,
      @JsonProperty("numerator") @Nullable Part numerator,
      @JsonProperty("denominator") @Nullable Part denominator,
      @JsonProperty("period") @Nullable PeriodRule period) {
    return new Measure(
        indicator, when == null ? Map.of() : when, value, numerator, denominator, period);
  }
}
