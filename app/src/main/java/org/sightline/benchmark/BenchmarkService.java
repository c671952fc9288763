package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.council.Area;
import org.sightline.council.AreaService;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroupService;
import org.sightline.council.JointReturn;
import org.sightline.council.Neighbour;
import org.sightline.council.NeighbourModel;
import org.sightline.council.NeighbourService;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorService;
import org.sightline.indicator.Observation;
import org.sightline.indicator.ObservationService;
import org.sightline.indicator.Period;
import org.sightline.indicator.Release;
import org.sightline.indicator.Series;

/** Puts the councils of a group side by side. Costs the same statements for any number of them. */
@Singleton
public class BenchmarkService {
  private static final Comparator<Standing> IN_ORDER =
      Comparator.comparing((Standing standing) -> standing.observation().value() == null)
          .thenComparing(standing -> standing.rank() == null ? 0 : standing.rank().position())
          .thenComparing(standing -> standing.observation().area().name());

  private final IndicatorService indicatorService;
  private final ObservationService observationService;
  private final AreaService areaService;
  private final CouncilGroupService groupService;
  private final NeighbourService neighbourService;
  private final AskedBreakdown askedBreakdown;

  BenchmarkService(
      IndicatorService indicatorService,
      ObservationService observationService,
      AreaService areaService,
      CouncilGroupService groupService,
      NeighbourService neighbourService,
      AskedBreakdown askedBreakdown) {
    this.indicatorService = indicatorService;
    this.observationService = observationService;
    this.areaService = areaService;
    this.groupService = groupService;
    this.neighbourService = neighbourService;
    this.askedBreakdown = askedBreakdown;
  }

  /**
   * The benchmark asked for.
   *
   * @throws org.sightline.graphql.BadUserInput when a code, period, group, model or breakdown is
   *     unknown; the message says what is allowed
   */
  public Benchmark benchmark(BenchmarkQuestion question) {
    Indicator indicator = indicatorService.getByCode(question.indicator());
    Series series = observationService.series(indicator, question.asAt());
    Period period = series.period(question.period(), question.periodType());
    Breakdown breakdown = askedBreakdown.of(indicator, question.breakdown());
    Areas areas = areaService.all();
    List<Council> members = groupService.members(question.among(), areas, question.asAt());
    NeighbourModel model = neighbourService.model(question.neighbourModel(), question.asAt());
    List<Period> periods =
        Stream.of(Optional.of(period), series.before(period), series.yearBefore(period))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    Figures figures = observationService.figures(series, periods, breakdown, areas, null);
    Material material =
        new Material(series, breakdown, figures, areas, model, neighbours(model, members, areas));
    return benchmark(material, period, members, question.direction());
  }

  /**
   * The benchmark of some councils in a period, whose figures and those of the periods before are
   * read already.
   */
  static Benchmark benchmark(
      Material material, Period period, List<Council> members, @Nullable Direction asked) {
    Indicator indicator = material.indicator();
    Areas areas = material.areas();
    List<Observation> group = observations(members, material.figures(), period);
    List<Observation> all = observations(areas.comparableWith(members), material.figures(), period);
    @Nullable Direction direction = direction(indicator, asked);
    Places places = new Places(indicator, direction, group, all);
    List<Standing> standings =
        group.stream()
            .map(observation -> places.standing(observation, material.change(observation)))
            .sorted(IN_ORDER)
            .toList();
    return new Benchmark(
        indicator,
        period,
        material.breakdown(),
        direction,
        standings,
        Summary.of(group),
        basis(material, members, group, all),
        material.figures(),
        areas,
        material.model(),
        material.neighboursOf());
  }

  /** The neighbours of some councils, read at first use and then kept. */
  Supplier<Map<Integer, List<Neighbour>>> neighbours(
      NeighbourModel model, Collection<Council> councils, Areas areas) {
    Set<Integer> keys = councils.stream().map(Council::key).collect(Collectors.toSet());
    return new Once<>(() -> neighbourService.neighbours(model, keys, areas));
  }

  /**
   * The observations of a group: each council that exists at the period's end, and each joint
   * return of councils that are all in the group.
   */
  static List<Observation> observations(List<Council> members, Figures figures, Period period) {
    List<Area> present = new ArrayList<>();
    members.stream().filter(council -> council.existsOn(period.endsOn())).forEach(present::add);
    Set<Integer> keys = present.stream().map(Area::key).collect(Collectors.toSet());
    List<JointReturn> jointReturns =
        figures.jointReturns(period).stream()
            .filter(joint -> keys.containsAll(joint.memberKeys()))
            .toList();
    present.addAll(jointReturns);
    return present.stream().map(area -> figures.of(area, period)).toList();
  }

  /** Which end is better: what is asked, otherwise by polarity; null where neither is. */
  static @Nullable Direction direction(Indicator indicator, @Nullable Direction asked) {
    if (asked != null) {
      return asked;
    }
    return switch (indicator.polarity()) {
      case HIGHER_IS_BETTER -> Direction.HIGHER_FIRST;
      case LOWER_IS_BETTER -> Direction.LOWER_FIRST;
      case NEUTRAL, NEAR_TARGET -> null;
    };
  }

  private static Basis basis(
      Material material, List<Council> members, List<Observation> group, List<Observation> all) {
    List<Release> releases =
        all.stream().flatMap(one -> one.releases().stream()).distinct().toList();
    return new Basis(
        values(group).size(),
        group.size(),
        values(all).size(),
        releases,
        material.asAt(),
        all.stream().anyMatch(Observation::derived),
        members.stream().anyMatch(Council::generated));
  }

  static List<BigDecimal> values(List<Observation> observations) {
    return observations.stream().flatMap(one -> Optional.ofNullable(one.value()).stream()).toList();
  }
}
