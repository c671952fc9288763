package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    List<Series> series =
        observationService.series(indicators, question.asAt(), question.knownAt());
    List<Period> periods =
        series.stream().map(one -> one.period(question.period(), question.periodType())).toList();
    List<Breakdown> breakdowns = askedBreakdown.of(indicators, question.breakdown());
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      asked.add(Asked.of(series.get(i), periods.get(i), breakdowns.get(i), question));
    }
    return sideBySide(asked, question);
  }

  /** A benchmark to be made: which figures it needs, and the question that it answers. */
  record Asked(Slice slice, Period period, BenchmarkQuestion question) {
    /** Of a period and those that it is compared with. */
    static Asked of(Series series, Period period, Breakdown breakdown, BenchmarkQuestion question) {
      return new Asked(Slice.of(series, series.compared(period), breakdown), period, question);
    }
  }

  /** Benchmarks among the same councils, in their order. */
  List<Benchmark> sideBySide(List<Asked> asked, BenchmarkQuestion common) {
    Areas areas = areaService.all();
    List<Council> members = groupService.members(common.among(), areas, common.asAt());
    NeighbourModel model = neighbourService.model(common.neighbourModel(), common.asAt());
    List<Figures> figures =
        observationService.figures(asked.stream().map(Asked::slice).toList(), areas, null);
    Surroundings.Shared shared =
        surroundingsService.shared(
            areas,
            common.asAt(),
            model,
            surroundingsService.neighbours(model, members, areas),
            asked.stream().map(one -> one.slice().series().indicator().id()).toList());
    List<Benchmark> benchmarks = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Asked one = asked.get(i);
      Material material = material(one.slice(), figures.get(i), one.question(), shared);
      benchmarks.add(benchmark(one.question(), material, one.period(), members));
    }
    return benchmarks;
  }

  private static Material material(
      Slice slice, Figures figures, BenchmarkQuestion question, Surroundings.Shared shared) {
    Indicator indicator = slice.series().indicator();
    return new Material(
        slice.series(),
        slice.breakdown(),
        figures,
        new Surroundings(
            shared,
            indicator,
            Directions.of(indicator, question.direction()),
            figures,
            _ -> figures));
  }

  /**
   * The benchmark of some councils in a period, whose figures and those of the periods before are
   * read already.
   *
   * @param question that the benchmark answers
   */
  static Benchmark benchmark(
      BenchmarkQuestion question, Material material, Period period, List<Council> members) {
    Indicator indicator = material.indicator();
    Figures figures = material.figures();
    List<Observation> group = GroupFigures.of(members, figures, period);
    List<Observation> all =
        GroupFigures.of(material.areas().comparableWith(members), figures, period);
    Places places = new Places(indicator, material.surroundings().order(period), group, all);
    return new Benchmark(
        question,
        indicator,
        period,
        material.breakdown(),
        material.surroundings().direction(),
        group.stream()
            .map(observation -> places.standing(observation, material.change(observation)))
            .sorted(IN_ORDER)
            .toList(),
        members.stream()
            .filter(council -> !council.existsOn(period.endsOn()))
            .map(council -> figures.of(council, period))
            .map(observation -> places.standing(observation, material.change(observation)))
            .toList(),
        Summary.of(indicator, group),
        basis(material, members, group, all),
        GroupFigures.values(all),
        material.surroundings());
  }

  private static Basis basis(
      Material material, List<Council> members, List<Observation> group, List<Observation> all) {
    List<Release> releases =
        all.stream().flatMap(one -> one.releases().stream()).distinct().toList();
    return new Basis(
        GroupFigures.values(group).size(),
        group.size(),
        GroupFigures.values(all).size(),
        releases,
        material.asAt(),
        all.stream().anyMatch(Observation::derived),
        members.stream().anyMatch(Council::generated));
  }
}
