package org.sightline.migrations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
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
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) String nature,
    @JsonProperty(required = true) String polarity,
    @JsonProperty(value = "polarity-source", required = true) String polaritySource,
    @Nullable Measure dictionary,
    @JsonProperty("small-range") @Nullable Boolean smallRange,
    @Nullable Boolean headline,
    @JsonProperty(required = true) String description,
    @Nullable String numerator,
    @Nullable String denominator,
    @JsonProperty(required = true) String source,
    @JsonProperty("default-breakdown") @Nullable Map<String, String> defaultBreakdown,
    @Nullable Map<String, List<String>> partitions,
    @Nullable Boolean overlaps,
    @Nullable Derivation derivation,
    @Nullable List<Version> versions,
    @Nullable List<Target> targets) {
  private static final Map<String, String> MULTIPLIERS =
      Map.of("PERCENT", "100", "RATE_PER_10000", "10000", "CASES_PER_WORKER", "1");

  /** A measure of the DfE LAIT data dictionary: the topic and the short name, unique together. */
  record Measure(
      @JsonProperty(required = true) String topic, @JsonProperty(required = true) String measure) {}

  /**
   * One version of the definition.
   *
   * @param firstPeriodEnd the last day of the first period it holds for; null for the first version
   */
  record Version(
      @JsonProperty(required = true) Integer number,
      @JsonProperty("first-period-end") @Nullable String firstPeriodEnd,
      @JsonProperty(value = "what-changed", required = true) String whatChanged,
      @JsonProperty(value = "breaks-series", required = true) Boolean breaksSeries,
      @JsonProperty(required = true) String source) {}

  /** What a value is to reach, or to be near, from a day on. */
  record Target(
      @JsonProperty(required = true) BigDecimal value,
      @Nullable BigDecimal tolerance,
      @JsonProperty(required = true) String from,
      @Nullable String to,
      @JsonProperty(required = true) String source) {}

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

  /** Whether each figure holds much of what the one before holds. */
  boolean doesOverlap() {
    return Boolean.TRUE.equals(overlaps);
  }

  /** The members that make the whole, by dimension. */
  Map<String, List<String>> partitionsOrNone() {
    return partitions == null ? Map.of() : partitions;
  }

  /** The same as breakdowns are coded: "age=17-18;age=19-21", or ''. */
  String partitionsCode() {
    return new TreeMap<>(partitionsOrNone())
        .entrySet().stream()
            .flatMap(
                partition ->
                    partition.getValue().stream().map(member -> partition.getKey() + "=" + member))
            .collect(Collectors.joining(";"));
  }

  /** What a share is multiplied with to give a value of the unit, or null where it is no share. */
  @Nullable String rateMultiplier() {
    return kind.equals("PROPORTION") || kind.equals("RATE") || kind.equals("RATIO")
        ? MULTIPLIERS.get(unit)
        : null;
  }

  /** The versions given, or the one that has held since the series began. */
  List<Version> versionsOrFirst() {
    return versions == null
        ? List.of(new Version(1, null, "The definition has not changed.", false, source))
        : versions;
  }

  List<Target> targetsOrNone() {
    return targets == null ? List.of() : targets;
  }
}
