package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.CompetitionRank;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.benchmark.statistics.DirectionOfTravel;
import org.sightline.council.AreaService;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroupService;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.DefinitionService;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorService;
import org.sightline.indicator.Observation;
import org.sightline.indicator.ObservationService;
import org.sightline.indicator.Period;
import org.sightline.indicator.Series;

/** Tells who improved over some periods. Costs the same statements for any number of councils. */
@Singleton
public class ImproversService {
  private final IndicatorService indicatorService;
  private final ObservationService observationService;
  private final AreaService areaService;
  private final CouncilGroupService groupService;
  private final AskedBreakdown askedBreakdown;
  private final DefinitionService definitionService;

  ImproversService(
      IndicatorService indicatorService,
      ObservationService observationService,
      AreaService areaService,
      CouncilGroupService groupService,
      AskedBreakdown askedBreakdown,
      DefinitionService definitionService) {
    this.indicatorService = indicatorService;
    this.observationService = observationService;
    this.areaService = areaService;
    this.groupService = groupService;
    this.askedBreakdown = askedBreakdown;
    this.definitionService = definitionService;
  }

  /** An area's figures in both periods; the first is null where no period compares. */
  private record Pair(@Nullable Observation from, Observation to, ChangeSince change) {
    /** By how much what is ranked by changed: the value, or its distance from a target. */
    @Nullable BigDecimal gain(Order order) {
      @Nullable BigDecimal then = change.previousValue();
      @Nullable BigDecimal now = to.value();
      return change.value() == null || then == null || now == null
          ? null
          : order.measure(now).subtract(order.measure(then));
    }
  }

  /**
   * The improvers asked for.
   *
   * @throws org.sightline.graphql.BadUserInput when a code, period, group or breakdown is unknown
   */
  public Improvers improvers(ImproversQuestion question) {
    Indicator indicator = indicatorService.getByCode(question.indicator());
    Series series = observationService.series(indicator, question.asAt());
    Period to = series.period(question.period(), question.periodType());
    PeriodsBack back = PeriodsBack.of(series, to, question.periods());
    Breakdown breakdown = askedBreakdown.of(indicator, question.breakdown());
    Areas areas = areaService.all();
    List<Council> members = groupService.members(question.among(), areas, question.asAt());
    List<Period> periods = Stream.concat(Stream.of(to), Stream.ofNullable(back.period())).toList();
    Figures figures = observationService.figures(series, periods, breakdown, areas, null);
    List<Observation> group = GroupFigures.of(members, figures, to);
    List<Pair> pairs = group.stream().map(now -> pair(now, back, figures)).toList();
    Order better = better(indicator, to);
    Order order = better.orElse(question.direction());
    List<Improvers.Improvement> changes = changes(pairs, group, better, order);
    return new Improvers(
        indicator,
        breakdown,
        question.asAt(),
        order.end(),
        back.period(),
        to,
        changes,
        pairs.stream().flatMap(pair -> missing(pair).stream()).toList(),
        order.first() == null ? Directions.noneBecause(indicator) : null,
        basis(question, back, to, order, changes, group.size()));
  }

  private static Pair pair(Observation now, PeriodsBack back, Figures figures) {
    @Nullable Period period = back.period();
    if (period == null) {
      return new Pair(null, now, ChangeSince.none(Objects.requireNonNull(back.noPeriodBecause())));
    }
    Observation then = figures.of(now.area(), period);
    return new Pair(then, now, ChangeSince.between(then, now));
  }

  /** What is better by polarity; a target is read only where good is near one. */
  private Order better(Indicator indicator, Period to) {
    return Order.of(
        indicator,
        Directions.byPolarity(indicator),
        () ->
            DefinitionService.official(
                definitionService
                    .targets(List.of(indicator.id()))
                    .getOrDefault(indicator.id(), List.of()),
                to.endsOn()));
  }

  private static List<Improvers.Improvement> changes(
      List<Pair> pairs, List<Observation> group, Order better, Order order) {
    List<BigDecimal> gains =
        pairs.stream().flatMap(pair -> Stream.ofNullable(pair.gain(order))).toList();
    List<BigDecimal> values = GroupFigures.values(group);
    return pairs.stream()
        .flatMap(pair -> improvement(pair, gains, values, better, order).stream())
        .sorted(
            Comparator.comparing(
                    (Improvers.Improvement one) -> one.rank() == null ? 0 : one.rank().position())
                .thenComparing(one -> one.area().name()))
        .toList();
  }

  private static Optional<Improvers.Improvement> improvement(
      Pair pair, List<BigDecimal> gains, List<BigDecimal> values, Order better, Order order) {
    @Nullable BigDecimal change = pair.change().value();
    @Nullable BigDecimal gain = pair.gain(order);
    @Nullable Observation from = pair.from();
    @Nullable BigDecimal now = pair.to().value();
    @Nullable DirectionOfTravel travel = better.travel(pair.change());
    if (change == null || gain == null || from == null || now == null || travel == null) {
      return Optional.empty();
    }
    @Nullable Direction first = order.first();
    return Optional.of(
        new Improvers.Improvement(
            first == null ? null : CompetitionRank.of(gain, gains, first),
            from,
            pair.to(),
            change,
            travel,
            pair.change().chance().get(),
            order.rank(now, values)));
  }

  private static Optional<Improvers.Missing> missing(Pair pair) {
    return Optional.ofNullable(pair.change().noChangeBecause())
        .map(
            reason ->
                new Improvers.Missing(
                    pair.to().area(),
                    reason,
                    pair.from() == null ? null : pair.from().missing(),
                    pair.to().missing()));
  }

  private static String basis(
      ImproversQuestion question,
      PeriodsBack back,
      Period to,
      Order order,
      List<Improvers.Improvement> changes,
      int size) {
    @Nullable Period from = back.period();
    if (from == null) {
      return "No change to %s can be told over %s: %s."
          .formatted(
              to.label(),
              periods(question),
              back.noPeriodBecause() == NoChangeReason.DEFINITION_CHANGED
                  ? "the definition changed in between"
                  : "the series has no such period");
    }
    List<Observation> used =
        changes.stream().flatMap(one -> Stream.of(one.to(), one.from())).toList();
    return "Change from %s to %s, %s, by %s; %d of %d areas have a value in both; from %s, as known on %s."
        .formatted(
            from.label(),
            to.label(),
            periods(question),
            order.target() == null
                ? "the values at their published decimals"
                : "how much nearer the target the values came",
            changes.size(),
            size,
            Origin.of(used),
            question.asAt());
  }

  private static String periods(ImproversQuestion question) {
    return question.periods() == 1 ? "1 period" : question.periods() + " periods";
  }
}
