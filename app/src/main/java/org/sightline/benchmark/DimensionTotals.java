package org.sightline.benchmark;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.benchmark.DimensionTable.Column;
import org.sightline.benchmark.DimensionTable.Total;
import org.sightline.council.Area;
import org.sightline.indicator.Dimension;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorKind;
import org.sightline.indicator.Period;

/** Says of the total of a dimension what it is. */
final class DimensionTotals {
  private DimensionTotals() {}

  /**
   * @param all the benchmark of all members together
   */
  static Total of(String dimension, List<Column> columns, Benchmark all) {
    Indicator indicator = all.indicator();
    List<String> parts =
        indicator.parted().stream()
            .filter(parted -> parted.name().equals(dimension))
            .findFirst()
            .map(Dimension::members)
            .orElse(List.of());
    if (parts.isEmpty() && !speaks(all)) {
      NoTotalReason reason = reason(indicator);
      return new Total(null, reason, false, words(reason), List.of());
    }
    return new Total(
        all,
        null,
        summed(all).findAny().isPresent(),
        basis(dimension, parts, all),
        checks(parts, columns, all));
  }

  private static NoTotalReason reason(Indicator indicator) {
    return indicator.kind() == IndicatorKind.MEAN || indicator.kind() == IndicatorKind.OTHER
        ? NoTotalReason.NOT_ADDITIVE
        : NoTotalReason.NOT_A_PARTITION;
  }

  private static String words(NoTotalReason reason) {
    return switch (reason) {
      case NOT_A_PARTITION ->
          "No total is given, and the definition does not say that the members make a whole: they"
              + " may overlap or leave some out, so none is summed.";
      case NOT_ADDITIVE ->
          "No total is given, and an average, a percentile or an estimate cannot be summed of"
              + " parts.";
    };
  }

  /** Whether any figure of the total is given. */
  private static boolean speaks(Benchmark all) {
    return areas(all)
        .anyMatch(area -> !all.surroundings().figure(area, all.period()).releases().isEmpty());
  }

  private static Stream<Area> summed(Benchmark all) {
    return areas(all).filter(area -> all.surroundings().isSummed(area, all.period()));
  }

  private static Stream<Area> areas(Benchmark all) {
    Stream<Area> group = all.standings().stream().map(one -> one.observation().area());
    return all.basis().generated()
        ? group
        : Stream.concat(group, Stream.of(all.surroundings().areas().england()));
  }

  private static String basis(String dimension, List<String> parts, Benchmark all) {
    Period period = all.period();
    long given =
        all.standings().stream()
            .filter(one -> one.observation().value() != null)
            .filter(one -> !all.surroundings().isSummed(one.observation().area(), period))
            .count();
    long summed =
        all.standings().stream()
            .filter(one -> one.observation().value() != null)
            .filter(one -> all.surroundings().isSummed(one.observation().area(), period))
            .count();
    String text =
        "Of %d areas %d have a total that is given, %d one that is summed"
            .formatted(all.standings().size(), given, summed);
    return parts.isEmpty()
        ? text + ": the definition does not say that the members make a whole."
        : "%s of %s, which make the whole by the definition%s; a part that is missing leaves the total missing, with its reason."
            .formatted(
                text,
                parts.stream()
                    .map(part -> dimension + " " + part)
                    .collect(Collectors.joining(" + ")),
                all.indicator().kind() == IndicatorKind.COUNT
                    ? ""
                    : ": the sum of numerators over the sum of denominators");
  }

  private static List<TotalCheck> checks(List<String> parts, List<Column> columns, Benchmark all) {
    List<Benchmark> ofParts =
        columns.stream()
            .filter(column -> parts.contains(column.member()))
            .map(Column::benchmark)
            .toList();
    boolean isComparable =
        all.indicator().kind() == IndicatorKind.COUNT
            && !parts.isEmpty()
            && ofParts.size() == parts.size();
    return isComparable ? TotalCheck.of(all, ofParts, all.standings()) : List.of();
  }
}
