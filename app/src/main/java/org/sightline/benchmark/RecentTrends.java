package org.sightline.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.ChiSquaredTrend;
import org.sightline.benchmark.statistics.DirectionOfTravel;
import org.sightline.indicator.IndicatorKind;
import org.sightline.indicator.IndicatorNature;
import org.sightline.indicator.Observation;

/** Tells the recent trend of a series from the points it has. */
final class RecentTrends {
  private RecentTrends() {}

  static RecentTrend of(Trend trend) {
    List<Trend.Point> points = trend.points();
    List<Trend.Point> last =
        points.subList(Math.max(0, points.size() - ChiSquaredTrend.POINTS), points.size());
    @Nullable NoStatisticReason reason = refused(trend, last);
    if (reason != null) {
      return RecentTrend.none(reason);
    }
    List<Parts> all = new ArrayList<>();
    for (Trend.Point point : last) {
      Statistic<Parts> parts = Parts.of(point.observation());
      if (parts.value() == null) {
        return RecentTrend.none(Objects.requireNonNull(parts.noneBecause()));
      }
      all.add(parts.value());
    }
    return of(trend, last, all);
  }

  private static @Nullable NoStatisticReason refused(Trend trend, List<Trend.Point> last) {
    if (Overlap.isIn(trend.indicator(), trend.periodType())) {
      return NoStatisticReason.OVERLAPPING_PERIODS;
    }
    if (!trend.periodType().isNamedByYear()) {
      return NoStatisticReason.NOT_YEARLY;
    }
    if (last.size() < ChiSquaredTrend.POINTS) {
      return NoStatisticReason.TOO_FEW_POINTS;
    }
    if (last.stream().skip(1).anyMatch(Trend.Point::seriesBreak)) {
      return NoStatisticReason.SERIES_BREAK;
    }
    boolean hasGap =
        last.stream().anyMatch(point -> point.observation().value() == null)
            || IntStream.range(1, last.size()).anyMatch(i -> !last.get(i).follows(last.get(i - 1)));
    return hasGap ? NoStatisticReason.GAP_IN_SERIES : null;
  }

  private static RecentTrend of(Trend trend, List<Trend.Point> last, List<Parts> parts) {
    boolean isProportion = trend.indicator().kind() == IndicatorKind.PROPORTION;
    List<Double> counts = numbers(parts, part -> part.count().doubleValue());
    List<Double> denominators = numbers(parts, part -> part.denominator().doubleValue());
    ChiSquaredTrend result =
        isProportion
            ? ChiSquaredTrend.ofProportions(counts, denominators)
            : ChiSquaredTrend.ofRates(counts, denominators);
    return new RecentTrend(
        result.direction(),
        DirectionOfTravel.of(result.direction().sign(), Directions.byPolarity(trend.indicator())),
        Rounding.statistic(result.statistic()),
        result.turnsWithoutOnePoint(),
        last.stream().map(point -> point.observation().period()).toList(),
        null,
        basis(trend, last.stream().map(Trend.Point::observation).toList(), isProportion, result));
  }

  private static String basis(
      Trend trend, List<Observation> last, boolean isProportion, ChiSquaredTrend result) {
    return "%s over the last %d yearly points, %s to %s, significant above %.4f (99.8%%), %s%s; %s, from %s, as known on %s.%s"
        .formatted(
            isProportion
                ? "Chi-squared test for trend in proportions (Cochran, Armitage)"
                : "Chi-squared of the slope weighted by the points' 95% intervals",
            last.size(),
            last.getFirst().period().label(),
            last.getLast().period().label(),
            ChiSquaredTrend.THRESHOLD,
            trend.indicator().kind() == IndicatorKind.COUNT
                ? "by OHID's rule for recent trends, which does not list plain counts: its use on them is ours"
                : "as OHID tells recent trends",
            result.turnsWithoutOnePoint() ? "; without one of the points it would turn" : "",
            trend.area().name(),
            Origin.of(last),
            trend.asAt(),
            trend.indicator().nature() == IndicatorNature.STOCK
                ? " Most of what is counted on one day is counted again on the next: the points are not independent."
                : "");
  }

  private static List<Double> numbers(List<Parts> parts, Function<Parts, Double> number) {
    return parts.stream().map(number).toList();
  }
}
