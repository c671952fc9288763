package org.sightline.indicator;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that is measured, with its definition.
 *
 * @param decimals the published decimals; ranks and bands use the value at these
 * @param kind decides which interval and which funnel apply
 * @param nature whether "more than chance" may be stated of a change
 * @param rateMultiplier what numerator / denominator is multiplied with to give the value: 100 for
 *     a percentage, 10000 for a rate per 10,000, 1 for a plain ratio; known where nothing is
 *     derived too, and null where the value is no such quotient
 * @param dictionaryTopic with the next: the measure of the DfE LAIT data dictionary that it is, or
 *     null
 * @param dictionaryMeasure the measure's short name, unique within its topic
 * @param smallRange the official dictionary holds the range too small for quartiles
 * @param numeratorWords what is counted above the line, or null for a plain count
 * @param denominatorWords what it is counted among, or null for a plain count
 * @param defaultBreakdown the breakdown meant where none is asked for, as {@link Breakdown} codes
 *     it
 * @param derivedFromNumeratorId with the next three: how a value is made where none is published;
 *     null where it always is
 * @param denominatorYearOffset the denominator's year less the numerator's
 * @param multiplier with which it is derived: 10000 for a rate per 10,000, 100 for a percentage
 * @param partitions the members that make the whole together, as {@link Breakdown} codes them
 * @param overlaps by the definition each figure holds much of what the one before holds, whatever
 *     the type of its period
 */
@MappedEntity("indicator")
public record Indicator(
    @Id int id,
    String code,
    String name,
    String theme,
    Unit unit,
    int decimals,
    IndicatorKind kind,
    IndicatorNature nature,
    @Nullable BigDecimal rateMultiplier,
    Polarity polarity,
    String polaritySource,
    @Nullable String dictionaryTopic,
    @Nullable String dictionaryMeasure,
    boolean smallRange,
    boolean headline,
    String description,
    @Nullable String numeratorWords,
    @Nullable String denominatorWords,
    String source,
    String defaultBreakdown,
    @Nullable Integer derivedFromNumeratorId,
    @Nullable Integer derivedFromDenominatorId,
    int denominatorYearOffset,
    @Nullable BigDecimal multiplier,
    String partitions,
    boolean overlaps) {

  /** How a derived value is rounded, in words: rounded half up to 1 decimal. */
  String rounding() {
    return "rounded half up to %d %s".formatted(decimals, decimals == 1 ? "decimal" : "decimals");
  }

  /** How a value is made where none is published, or null where it always is. */
  public @Nullable Derivation derivation() {
    if (derivedFromNumeratorId == null || derivedFromDenominatorId == null || multiplier == null) {
      return null;
    }
    return new Derivation(
        derivedFromNumeratorId, derivedFromDenominatorId, denominatorYearOffset, multiplier);
  }

  /**
   * The dimensions whose members make the whole together, none left out and none twice, with these
   * members: of no others may a total be summed.
   */
  public List<Dimension> parted() {
    Map<String, List<String>> members =
        Arrays.stream(partitions.split(";", -1))
            .filter(part -> !part.isEmpty())
            .map(part -> part.split("=", 2))
            .collect(
                Collectors.groupingBy(
                    part -> part[0],
                    TreeMap::new,
                    Collectors.mapping(part -> part[1], Collectors.toList())));
    return members.entrySet().stream()
        .map(entry -> new Dimension(entry.getKey(), entry.getValue()))
        .toList();
  }
}
