package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sightline.benchmark.BenchmarkService.Asked;
import org.sightline.benchmark.DimensionTable.Column;
import org.sightline.graphql.BadUserInput;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Dimension;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorService;
import org.sightline.indicator.ObservationService;
import org.sightline.indicator.Period;
import org.sightline.indicator.Series;

/**
 * Lays out a dimension: each of its members is benchmarked, and all together. Costs the statements
 * of one benchmark for any number of members.
 */
@Singleton
class DimensionService {
  /** As many as a reader can take in; a return may name any number of teams. */
  private static final int MOST_MEMBERS = 60;

  private final IndicatorService indicatorService;
  private final ObservationService observationService;
  private final BenchmarkService benchmarkService;

  DimensionService(
      IndicatorService indicatorService,
      ObservationService observationService,
      BenchmarkService benchmarkService) {
    this.indicatorService = indicatorService;
    this.observationService = observationService;
    this.benchmarkService = benchmarkService;
  }

  /**
   * The table of a dimension.
   *
   * @param question whose breakdown fixes other dimensions
   * @throws BadUserInput when a code, period, group or model is unknown, when no figure that the
   *     viewer may see has the dimension beside what is fixed, or too many members have one
   */
  DimensionTable table(String code, String dimension, BenchmarkQuestion question) {
    Indicator indicator = indicatorService.getByCode(code);
    Series series = observationService.series(indicator, question.asAt());
    Period period = series.period(question.period(), question.periodType());
    List<String> members = members(indicator, dimension, question);
    Breakdown fixed = Breakdown.ofCode(indicator.defaultBreakdown()).with(question.breakdown());
    List<Asked> asked = new ArrayList<>();
    Stream.concat(members.stream(), Stream.of(Breakdown.TOTAL))
        .forEach(
            member ->
                asked.add(
                    Asked.of(
                        series,
                        period,
                        fixed.with(Map.of(dimension, member)),
                        question.of(dimension, member))));
    List<Benchmark> benchmarks = benchmarkService.sideBySide(asked, question);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      columns.add(new Column(members.get(i), benchmarks.get(i)));
    }
    return new DimensionTable(
        indicator,
        dimension,
        period,
        columns,
        DimensionTotals.of(dimension, columns, benchmarks.getLast()));
  }

  private List<String> members(Indicator indicator, String dimension, BenchmarkQuestion question) {
    if (question.breakdown().containsKey(dimension)) {
      throw new BadUserInput(
          "'%s' is the dimension that is laid out: breakdown fixes others.".formatted(dimension),
          "breakdown");
    }
    List<Breakdown> known =
        observationService
            .breakdowns(List.of(indicator.id()))
            .getOrDefault(indicator.id(), List.of());
    Breakdown fixed = Breakdown.ofCode(indicator.defaultBreakdown()).with(question.breakdown());
    List<String> members =
        Dimension.of(known).stream()
            .filter(one -> one.name().equals(dimension))
            .flatMap(one -> one.members().stream())
            .filter(member -> AskedBreakdown.isKnown(fixed.with(Map.of(dimension, member)), known))
            .toList();
    if (members.isEmpty()) {
      throw AskedBreakdown.noDimension(indicator, dimension, fixed.without(dimension), known);
    }
    if (members.size() > MOST_MEMBERS) {
      throw new BadUserInput(
          "'%s' has %d members of the dimension '%s'; up to %d are laid out at once. Ask for the ones you need by benchmark."
              .formatted(indicator.code(), members.size(), dimension, MOST_MEMBERS),
          "dimension");
    }
    return members;
  }
}
