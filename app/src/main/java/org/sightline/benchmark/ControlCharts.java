package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Interval;
import org.sightline.benchmark.statistics.PChart;
import org.sightline.benchmark.statistics.Signal;
import org.sightline.benchmark.statistics.Xmr;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorKind;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Unit;

/** Draws the control chart of a series, or says why there is none. */
final class ControlCharts {
  private ControlCharts() {}

  static ControlChart of(Trend trend) {
    if (Overlap.isIn(trend.indicator(), trend.periodType())) {
      return ControlChart.refused(
          NoStatisticReason.OVERLAPPING_PERIODS,
          Overlap.noChart(trend.indicator(), trend.periodType()));
    }
    List<Observation> stretch = lastUnbroken(trend.points());
    if (stretch.size() < 2) {
      return ControlChart.refused(
          NoStatisticReason.TOO_FEW_POINTS,
          "A control chart takes two points or more that follow one another by one definition; this series ends with %d."
              .formatted(stretch.size()));
    }
    return proportions(stretch)
        .map(parts -> pChart(trend, stretch, parts))
        .orElseGet(() -> xmr(trend, stretch));
  }

  /** The last points that follow one another, each with a value, by one definition. */
  private static List<Observation> lastUnbroken(List<Trend.Point> points) {
    List<Observation> stretch = new ArrayList<>();
    Trend.@Nullable Point previous = null;
    for (Trend.Point point : points) {
      if (point.observation().value() == null) {
        previous = null;
        continue;
      }
      if (previous == null || !point.follows(previous)) {
        stretch.clear();
      }
      stretch.add(point.observation());
      previous = point;
    }
    return stretch;
  }

  /** The parts of every point, where all of them are proportions of known parts. */
  private static Optional<List<Parts>> proportions(List<Observation> stretch) {
    List<Parts> parts =
        stretch.stream()
            .filter(one -> one.indicator().kind() == IndicatorKind.PROPORTION)
            .flatMap(one -> Optional.ofNullable(Parts.ofQuotient(one).value()).stream())
            .toList();
    return parts.size() == stretch.size() ? Optional.of(parts) : Optional.empty();
  }

  private static ControlChart pChart(Trend trend, List<Observation> stretch, List<Parts> parts) {
    PChart chart =
        PChart.of(
            parts.stream().map(one -> one.count().doubleValue()).toList(),
            parts.stream().map(one -> one.denominator().doubleValue()).toList());
    double unit = parts.getFirst().multiplier().doubleValue();
    List<ControlChart.Point> points =
        IntStream.range(0, stretch.size())
            .mapToObj(
                i -> {
                  Interval limits = chart.limits().get(i);
                  return point(
                      stretch.get(i),
                      unit * Objects.requireNonNull(limits.lower()),
                      unit * Objects.requireNonNull(limits.upper()),
                      chart.signals().get(i));
                })
            .toList();
    return chart(
        trend, ControlChart.Kind.P_CHART, unit * chart.centre(), chart.trial(), points, stretch);
  }

  private static ControlChart xmr(Trend trend, List<Observation> stretch) {
    Xmr chart =
        Xmr.of(
            stretch.stream().map(one -> value(one).doubleValue()).toList(),
            trend.indicator().unit() == Unit.PERCENT
                ? Xmr.Bounds.FROM_0_TO_100
                : Xmr.Bounds.FROM_0);
    List<ControlChart.Point> points =
        IntStream.range(0, stretch.size())
            .mapToObj(
                i -> point(stretch.get(i), chart.lower(), chart.upper(), chart.signals().get(i)))
            .toList();
    return chart(trend, ControlChart.Kind.XMR, chart.centre(), chart.trial(), points, stretch);
  }

  private static ControlChart.Point point(
      Observation observation, double lower, double upper, List<Signal> signals) {
    Indicator indicator = observation.indicator();
    return new ControlChart.Point(
        observation.period(),
        value(observation),
        Rounding.limit(lower, indicator),
        Rounding.limit(upper, indicator),
        signals);
  }

  private static ControlChart chart(
      Trend trend,
      ControlChart.Kind kind,
      double centre,
      boolean trial,
      List<ControlChart.Point> points,
      List<Observation> stretch) {
    return new ControlChart(
        kind,
        Rounding.limit(centre, trend.indicator()),
        trial,
        points,
        null,
        null,
        "%s over %s, %s to %s: %s, from %s, as known on %s.%s"
            .formatted(
                kind.words(),
                extent(trend, stretch),
                stretch.getFirst().period().label(),
                stretch.getLast().period().label(),
                trend.area().name(),
                Origin.of(stretch),
                trend.asAt(),
                trial
                    ? " Trial limits: under %d points they still move.".formatted(Xmr.ENOUGH)
                    : ""));
  }

  private static String extent(Trend trend, List<Observation> stretch) {
    return stretch.size() == trend.points().size()
        ? "all %d points".formatted(stretch.size())
        : "the last %d of %d points that follow one another without a gap, a missing value or a change of definition"
            .formatted(stretch.size(), trend.points().size());
  }

  private static BigDecimal value(Observation observation) {
    return Objects.requireNonNull(observation.value());
  }
}
