package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.council.AreaService;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroupService;
import org.sightline.council.NeighbourModel;
import org.sightline.council.NeighbourService;
import org.sightline.graphql.BadUserInput;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorService;
import org.sightline.indicator.Observation;
import org.sightline.indicator.ObservationService;
import org.sightline.indicator.Period;
import org.sightline.indicator.PeriodType;
import org.sightline.indicator.Release;
import org.sightline.indicator.Series;
import org.sightline.indicator.Slice;

/**
 * Puts the councils of a group side by side. Costs the same statements for any number of them, and
 * for any number of indicators.
 */
@Singleton
public class BenchmarkService {
  private static final int MOST_INDICATORS = 30;

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
  private final SurroundingsService surroundingsService;

  BenchmarkService(
      IndicatorService indicatorService,
      ObservationService observationService,
      AreaService areaService,
      CouncilGroupService groupService,
      NeighbourService neighbourService,
      AskedBreakdown askedBreakdown,
      SurroundingsService surroundingsService) {
    this.indicatorService = indicatorService;
    this.observationService = observationService;
    this.areaService = areaService;
    this.groupService = groupService;
    this.neighbourService = neighbourService;
    this.askedBreakdown = askedBreakdown;
    this.surroundingsService = surroundingsService;
  }

  /**
   * The benchmark of one indicator.
   *
   * @throws BadUserInput when a code, period, group, model or breakdown is unknown; the message
   *     says what is allowed
   */
  public Benchmark benchmark(String indicator, BenchmarkQuestion question) {
    return benchmarks(List.of(indicator), question).getFirst();
  }

  /**
   * The benchmarks of some indicators, in their order, each of its own newest period where none is
   * asked.
   *
   * @throws BadUserInput as above, and unless 1 to 30 indicators are named
   */
  public List<Benchmark> benchmarks(List<String> codes, BenchmarkQuestion question) {
    if (codes.isEmpty() || codes.size() > MOST_INDICATORS) {
      throw new BadUserInput(
          "1 to %d indicators are compared at once; this question names %d."
              .formatted(MOST_INDICATORS, codes.size()),
          "indicators");
    }
    List<Indicator> indicators = indicatorService.listByCodes(codes);
    List<Series> series = observationService.series(indicators, question.asAt());
    List<Period> periods = series.stream().map(one -> period(one, question)).toList();
    List<Breakdown> breakdowns = askedBreakdown.of(indicators, question.breakdown());
    Areas areas = areaService.all();
    List<Council> members = groupService.members(question.among(), areas, question.asAt());
    NeighbourModel model = neighbourService.model(question.neighbourModel(), question.asAt());
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      slices.add(
          Slice.of(
              series.get(i), withTheOneBefore(series.get(i), periods.get(i)), breakdowns.get(i)));
    }
    List<Figures> figures = observationService.figures(slices, areas, null);
    Surroundings.Shared shared =
        surroundingsService.shared(
            areas,
            question.asAt(),
            model,
            surroundingsService.neighbours(model, members, areas),
            indicators.stream().map(Indicator::id).toList());
    List<Benchmark> benchmarks = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      benchmarks.add(
          benchmark(question, slices.get(i), periods.get(i), figures.get(i), members, shared));
    }
    return benchmarks;
  }

  private static Period period(Series series, BenchmarkQuestion question) {
    @Nullable PeriodType type = question.periodType();
    if (type == null) {
      return series.period(question.period());
    }
    return series.periods().stream()
        .filter(period -> period.type() == type && period.code().equals(question.period()))
        .findFirst()
        .orElseThrow(
            () ->
                new BadUserInput(
                    "'%s' has no period '%s' of the type %s as known on %s."
                        .formatted(
                            series.indicator().code(), question.period(), type, question.asAt())));
  }

  private static List<Period> withTheOneBefore(Series series, Period period) {
    return Stream.concat(Stream.of(period), series.before(period).stream()).toList();
  }

  private static Benchmark benchmark(
      BenchmarkQuestion question,
      Slice slice,
      Period period,
      Figures figures,
      List<Council> members,
      Surroundings.Shared shared) {
    Indicator indicator = slice.series().indicator();
    List<Observation> group = GroupFigures.of(members, figures, period);
    List<Observation> all =
        GroupFigures.of(shared.areas().comparableWith(members), figures, period);
    @Nullable Direction direction = Directions.of(indicator, question.direction());
    return new Benchmark(
        question,
        indicator,
        period,
        slice.breakdown(),
        direction,
        standings(new Places(indicator, direction, group, all), group, figures, slice, period),
        Summary.of(group),
        basis(question, members, group, all),
        GroupFigures.values(all),
        new Surroundings(shared, indicator.id(), direction, figures, () -> figures));
  }

  private static List<Standing> standings(
      Places places, List<Observation> group, Figures figures, Slice slice, Period period) {
    Optional<Period> before = slice.series().before(period);
    return group.stream()
        .map(
            observation ->
                places.standing(
                    observation,
                    Change.between(
                        before.map(earlier -> figures.of(observation.area(), earlier)),
                        observation)))
        .sorted(IN_ORDER)
        .toList();
  }

  private static Basis basis(
      BenchmarkQuestion question,
      List<Council> members,
      List<Observation> group,
      List<Observation> all) {
    List<Release> releases =
        all.stream().flatMap(one -> one.releases().stream()).distinct().toList();
    return new Basis(
        GroupFigures.values(group).size(),
        group.size(),
        GroupFigures.values(all).size(),
        releases,
        question.asAt(),
        all.stream().anyMatch(Observation::derived),
        members.stream().anyMatch(Council::generated));
  }
}
