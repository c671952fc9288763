package org.sightline.benchmark;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.council.Area;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroup;
import org.sightline.council.Neighbour;
import org.sightline.council.NeighbourModel;
import org.sightline.indicator.DefinitionService;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorTarget;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;

/**
 * What the figures of one indicator can be compared with, each part read at first use and then
 * kept. For one operation's thread only.
 */
final class Surroundings {
  /** What several indicators of one question have in common. */
  record Shared(
      Areas areas,
      LocalDate asAt,
      NeighbourModel model,
      Supplier<Map<Integer, List<Neighbour>>> neighboursOf,
      Groups groups,
      Supplier<Map<Integer, List<IndicatorTarget>>> targets) {}

  private final Shared shared;
  private final Indicator indicator;
  private final @Nullable Direction direction;
  private final Figures nearby;
  private final Function<Period, Figures> everybody;
  private final Map<Period, List<Observation>> england = new HashMap<>();
  private final Map<List<Object>, GroupFigure> groupFigures = new HashMap<>();
  private final Map<Period, FunnelPlot> funnels = new HashMap<>();

  /**
   * @param direction which end ranks first, or null where neither does
   * @param nearby the figures of England, of the regions and of the neighbours
   * @param everybody the figures of all areas in a period
   */
  Surroundings(
      Shared shared,
      Indicator indicator,
      @Nullable Direction direction,
      Figures nearby,
      Function<Period, Figures> everybody) {
    this.shared = shared;
    this.indicator = indicator;
    this.direction = direction;
    this.nearby = nearby;
    this.everybody = everybody;
  }

  Areas areas() {
    return shared.areas();
  }

  LocalDate asAt() {
    return shared.asAt();
  }

  NeighbourModel model() {
    return shared.model();
  }

  Indicator indicator() {
    return indicator;
  }

  /** Which end ranks first, as it was asked or by polarity; null where neither does. */
  @Nullable Direction direction() {
    return direction;
  }

  /** What ranks first in a period: as it was asked, otherwise by polarity. */
  Order order(Period period) {
    return Order.of(indicator, direction, () -> officialTarget(period.endsOn()));
  }

  /** What is better in a period, whatever was asked. */
  Order byPolarity(Period period) {
    return Order.of(
        indicator, Directions.byPolarity(indicator), () -> officialTarget(period.endsOn()));
  }

  List<Council> neighbours(Area area) {
    return shared.neighboursOf().get().getOrDefault(area.key(), List.of()).stream()
        .map(Neighbour::council)
        .toList();
  }

  List<Council> members(CouncilGroup group) {
    return shared.groups().members(group);
  }

  /** The viewer's own target before the official one. */
  Optional<IndicatorTarget> target(LocalDate day) {
    return DefinitionService.holding(targets(), day);
  }

  /** The official target: what ranks are by, so that all viewers' are the same. */
  private Optional<IndicatorTarget> officialTarget(LocalDate day) {
    return DefinitionService.official(targets(), day);
  }

  private List<IndicatorTarget> targets() {
    return shared.targets().get().getOrDefault(indicator.id(), List.of());
  }

  /** England's, a region's or a neighbour's figure. */
  Observation figure(Area area, Period period) {
    return nearby.of(area, period);
  }

  /** Whether an area's figure was summed of the parts of a whole. */
  boolean isSummed(Area area, Period period) {
    return nearby.isSummed(nearby.of(area, period));
  }

  /** The figures of some councils, and of the joint returns that are all theirs. */
  List<Observation> figures(Collection<Council> councils, Period period) {
    return GroupFigures.of(councils, everybody.apply(period), period);
  }

  /**
   * The figures of a group that a comparator names. Where councils are named one by one, those that
   * do not exist in the period stay, each missing with that as its reason.
   */
  List<Observation> figures(CouncilGroup group, List<Council> members, Period period) {
    Figures read = everybody.apply(period);
    return GroupFigures.isOfNamed(group)
        ? GroupFigures.ofAll(members, read, period)
        : GroupFigures.of(members, read, period);
  }

  /**
   * A figure made of several areas', once for all standings.
   *
   * @param key what it is made of
   */
  GroupFigure groupFigure(List<Object> key, Supplier<GroupFigure> make) {
    return groupFigures.computeIfAbsent(key, _ -> make.get());
  }

  /** The figures of every real council and joint return of England. */
  List<Observation> england(Period period) {
    return england.computeIfAbsent(period, when -> figures(areas().councils(), when));
  }

  /** The funnel around England's figure over all councils of England. */
  FunnelPlot funnel(Period period) {
    return funnels.computeIfAbsent(
        period, when -> Funnels.of(figure(areas().england(), when), england(when), asAt()));
  }
}
