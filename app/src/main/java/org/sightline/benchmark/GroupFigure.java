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
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;
import org.sightline.indicator.Quantity;
import org.sightline.indicator.Release;

/**
 * One figure made of several areas': made once, and then put beside every standing that is compared
 * with it.
 *
 * @param values of the members that have one
 * @param best whether it is the best of the values, and by what; null for any other
 * @param size how many values there would be if none were missing
 */
record GroupFigure(
    Method method,
    String name,
    Period period,
    Quantity figure,
    @Nullable NoStatisticReason noValueBecause,
    List<BigDecimal> values,
    @Nullable Order best,
    int size,
    List<MissingMember> missingMembers,
    List<Release> releases) {

  /**
   * Of the figures of a group in a period.
   *
   * @param order by which the best is the best
   * @param of whose, in words
   */
  static GroupFigure of(
      Method method,
      SummaryMethod how,
      Period period,
      Order order,
      List<Observation> all,
      String of) {
    List<BigDecimal> values = GroupFigures.values(all);
    boolean hasNone = how == SummaryMethod.BEST && order.first() == null;
    return new GroupFigure(
        method,
        "%s of %d of %d %s".formatted(how.words(), values.size(), all.size(), of),
        period,
        hasNone ? Quantity.missing(MissingReason.NOT_APPLICABLE) : figure(how, order, values, all),
        hasNone ? Directions.noneBecause(order.indicator()) : null,
        values,
        how == SummaryMethod.BEST && !hasNone ? order : null,
        all.size(),
        missing(all),
        releases(all));
  }

  /** The cut point between the bands A and B. */
  static GroupFigure topQuartile(
      Indicator indicator, Period period, @Nullable Direction direction, List<Observation> all) {
    List<BigDecimal> values = GroupFigures.values(all);
    Statistic<BigDecimal> cut = topQuartile(indicator, direction, values);
    @Nullable BigDecimal value = cut.value();
    return new GroupFigure(
        Method.TOP_QUARTILE,
        "Top quartile of %d of %d areas".formatted(values.size(), all.size()),
        period,
        value == null ? Quantity.missing(MissingReason.NOT_APPLICABLE) : Quantity.of(value),
        cut.noneBecause(),
        values,
        null,
        all.size(),
        missing(all),
        releases(all));
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

  /** Put beside a council's figure: of several best ones the one nearest to it. */
  ComparatorFigure beside(Beside beside, @Nullable NeighbourModel model) {
    @Nullable Observation council = beside.observation();
    @Nullable BigDecimal own = council == null ? null : council.value();
    Optional<BigDecimal> nearest =
        best == null || own == null ? Optional.empty() : best.best(values, own);
    return new ComparatorFigure(
        method,
        name,
        nearest.map(Quantity::of).orElse(figure),
        noValueBecause,
        null,
        model,
        period,
        values.size(),
        size,
        missingMembers,
        releases,
        beside);
  }

  private static Quantity figure(
      SummaryMethod how, Order order, List<BigDecimal> values, List<Observation> all) {
    if (values.isEmpty()) {
      return Quantity.missing(reasonForNone(all));
    }
    Distribution distribution = Distribution.of(values);
    return Quantity.of(
        switch (how) {
          case MEAN -> distribution.mean(order.indicator().decimals());
          case MEDIAN -> distribution.median();
          case BEST -> order.best(values, null).orElseThrow();
        });
  }

  private static List<Release> releases(List<Observation> all) {
    return all.stream().flatMap(one -> one.releases().stream()).distinct().toList();
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
