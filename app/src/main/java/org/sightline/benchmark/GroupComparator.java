package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.ComparatorFigure.Beside;
import org.sightline.benchmark.ComparatorFigure.Method;
import org.sightline.benchmark.ComparatorFigure.MissingMember;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.benchmark.statistics.Distribution;
import org.sightline.benchmark.statistics.QuartileBand;
import org.sightline.council.NeighbourModel;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorTarget;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;
import org.sightline.indicator.Quantity;

/** Comparators that are made of several areas' figures, or of none. */
record GroupComparator(Indicator indicator, Period period, Beside beside) {

  /** One figure of a group's. */
  ComparatorFigure of(Method method, SummaryMethod how, List<Observation> all, String of) {
    return of(method, how, all, of, null);
  }

  /** One figure of the statistical neighbours'. */
  ComparatorFigure ofNeighbours(Method method, SummaryMethod how, List<Observation> all) {
    NeighbourModel model = beside.surroundings().model();
    return of(method, how, all, "statistical neighbours (%s model)".formatted(model.code()), model);
  }

  private ComparatorFigure of(
      Method method,
      SummaryMethod how,
      List<Observation> all,
      String of,
      @Nullable NeighbourModel model) {
    List<BigDecimal> values = GroupFigures.values(all);
    boolean hasNone = how == SummaryMethod.BEST && beside.surroundings().direction() == null;
    return new ComparatorFigure(
        method,
        "%s of %d of %d %s".formatted(how.words(), values.size(), all.size(), of),
        hasNone ? Quantity.missing(MissingReason.NOT_APPLICABLE) : figure(how, values, all),
        hasNone ? Directions.noneBecause(indicator) : null,
        null,
        model,
        period,
        values.size(),
        all.size(),
        missing(all),
        all.stream().flatMap(one -> one.releases().stream()).distinct().toList(),
        beside);
  }

  private Quantity figure(SummaryMethod how, List<BigDecimal> values, List<Observation> all) {
    if (values.isEmpty()) {
      return Quantity.missing(reasonForNone(all));
    }
    Distribution distribution = Distribution.of(values);
    return Quantity.of(
        switch (how) {
          case MEAN -> distribution.mean(indicator.decimals());
          case MEDIAN -> distribution.median();
          case BEST ->
              beside.surroundings().direction() == Direction.LOWER_FIRST
                  ? distribution.minimum()
                  : distribution.maximum();
        });
  }

  /** What the value is to reach. */
  ComparatorFigure target(Optional<IndicatorTarget> target) {
    return target
        .map(
            set ->
                new ComparatorFigure(
                    Method.TARGET,
                    "Target (%s)".formatted(set.source()),
                    Quantity.of(set.value()),
                    null,
                    null,
                    null,
                    period,
                    1,
                    1,
                    List.of(),
                    List.of(),
                    beside))
        .orElseGet(
            () ->
                ComparatorFigure.none(
                    Method.TARGET,
                    "Target (none is set)",
                    period,
                    NoStatisticReason.NO_TARGET,
                    beside));
  }

  /** The cut point between the bands A and B. */
  ComparatorFigure topQuartile(List<Observation> all) {
    List<BigDecimal> values = GroupFigures.values(all);
    Statistic<BigDecimal> cut = topQuartile(indicator, beside.surroundings().direction(), values);
    @Nullable BigDecimal value = cut.value();
    return new ComparatorFigure(
        Method.TOP_QUARTILE,
        "Top quartile of %d of %d areas".formatted(values.size(), all.size()),
        value == null ? Quantity.missing(MissingReason.NOT_APPLICABLE) : Quantity.of(value),
        cut.noneBecause(),
        null,
        null,
        period,
        values.size(),
        all.size(),
        missing(all),
        all.stream().flatMap(one -> one.releases().stream()).distinct().toList(),
        beside);
  }

  /** The cut point between the bands A and B of some values, or why there is none. */
  static Statistic<BigDecimal> topQuartile(
      Indicator indicator, @Nullable Direction direction, List<BigDecimal> values) {
    if (direction == null) {
      return Statistic.none(Directions.noneBecause(indicator));
    }
    if (indicator.smallRange()) {
      return Statistic.none(NoStatisticReason.SMALL_RANGE);
    }
    if (values.size() < QuartileBand.FEWEST_VALUES) {
      return Statistic.none(NoStatisticReason.TOO_FEW_VALUES);
    }
    Distribution distribution = Distribution.of(values);
    return Statistic.of(
        direction == Direction.LOWER_FIRST
            ? distribution.lowerQuartile()
            : distribution.upperQuartile());
  }

  private static List<MissingMember> missing(List<Observation> all) {
    return all.stream().filter(one -> one.value() == null).map(MissingMember::of).toList();
  }

  private static MissingReason reasonForNone(List<Observation> all) {
    return all.stream()
        .flatMap(one -> Stream.ofNullable(one.missing()))
        .findFirst()
        .orElse(MissingReason.NOT_APPLICABLE);
  }
}
