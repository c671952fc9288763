package org.sightline.migrations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One indicator as {@code definitions/indicators/*.yaml} writes it. */
record IndicatorDefinition(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String theme,
    @JsonProperty(required = true) String unit,
    @JsonProperty(required = true) Integer decimals,
    @JsonProperty(required = true) String polarity,
    @JsonProperty(value = "polarity-source", required = true) String polaritySource,
    @JsonProperty("small-range") @Nullable Boolean smallRange,
    @Nullable Boolean headline,
    @JsonProperty(required = true) String description,
    @Nullable String numerator,
    @Nullable String denominator,
    @JsonProperty(required = true) String source,
    @JsonProperty("default-breakdown") @Nullable Map<String, String> defaultBreakdown,
    @Nullable Derivation derivation) {

  /** How a value is made when a release publishes none. */
  record Derivation(
      @JsonProperty(required = true) String numerator,
      @JsonProperty(required = true) String denominator,
      @JsonProperty("denominator-year-offset") @Nullable Integer denominatorYearOffset,
      @JsonProperty(required = true) BigDecimal multiplier) {}

  /**
   * The default breakdown as observations name it: sorted, "age=19-21;activity=training", or ''.
   */
  String defaultBreakdownCode() {
    Map<String, String> dimensions = defaultBreakdown == null ? Map.of() : defaultBreakdown;
    return new TreeMap<>(dimensions)
        .entrySet().stream()
            .map(dimension -> dimension.getKey() + "=" + dimension.getValue())
            .collect(Collectors.joining(";"));
  }
}
