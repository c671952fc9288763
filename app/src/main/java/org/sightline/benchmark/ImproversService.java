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
import org.sightline.indicator.Figures;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorService;
import org.sightline.indicator.Observation;
import org.sightline.indicator.ObservationService;
import org.sightline.indicator.Period;
import org.sightline.indicator.Polarity;
import org.sightline.indicator.Series;

/** Tells who improved over some periods. Costs the same statements for any number of councils. */
@Singleton
public class ImproversService {
  private final IndicatorService indicatorService;
  private final ObservationService observationService;
  private final AreaService areaService;
  private final CouncilGroupService groupService;
  private final AskedBreakdown askedBreakdown;

  ImproversService(
      IndicatorService indicatorService,
      ObservationService observationService,
      AreaService areaService,
      CouncilGroupService groupService,
      AskedBreakdown askedBreakdown) {
    this.indicatorService = indicatorService;
    this.observationService = observationService;
    this.areaService = areaService;
    this.groupService = groupService;
    this.askedBreakdown = askedBreakdown;
  }

  /** An area's figures in both periods; the first is null where no period compares. */
  private record Pair(@Nullable Observation from, Observation to, YearBefore change) {}

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
    @Nullable Direction direction = Directions.of(indicator, question.direction());
    List<Improvers.Improvement> changes = changes(pairs, group, direction);
    return new Improvers(
        indicator,
        breakdown,
        question.asAt(),
        direction,
        back.period(),
        to,
        changes,
        pairs.stream().flatMap(pair -> missing(pair).stream()).toList(),
        direction == null ? noRank(indicator) : null,
        basis(question, back, to, changes, group.size()));
  }

  private static Pair pair(Observation now, PeriodsBack back, Figures figures) {
    @Nullable Period period = back.period();
    if (period == null) {
      return new Pair(null, now, YearBefore.none(Objects.requireNonNull(back.noPeriodBecause())));
    }
    Observation then = figures.of(now.area(), period);
    return new Pair(then, now, YearBefore.between(then, now));
  }

  private static List<Improvers.Improvement> changes(
      List<Pair> pairs, List<Observation> group, @Nullable Direction direction) {
    List<BigDecimal> changes =
        pairs.stream().flatMap(pair -> Stream.ofNullable(pair.change().value())).toList();
    List<BigDecimal> values = GroupFigures.values(group);
    return pairs.stream()
        .flatMap(pair -> improvement(pair, changes, values, direction).stream())
        .sorted(
            Comparator.comparing(
                    (Improvers.Improvement one) -> one.rank() == null ? 0 : one.rank().position())
                .thenComparing(one -> one.area().name()))
        .toList();
  }

  private static Optional<Improvers.Improvement> improvement(
      Pair pair, List<BigDecimal> changes, List<BigDecimal> values, @Nullable Direction direction) {
    @Nullable BigDecimal change = pair.change().value();
    @Nullable Observation from = pair.from();
    @Nullable BigDecimal now = pair.to().value();
    @Nullable DirectionOfTravel travel = Travel.of(pair.change(), pair.to().indicator(), direction);
    if (change == null || from == null || now == null || travel == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Improvers.Improvement(
            direction == null ? null : CompetitionRank.of(change, changes, direction),
            from,
            pair.to(),
            change,
            travel,
            pair.change().chance().get(),
            direction == null ? null : CompetitionRank.of(now, values, direction)));
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

  private static NoStatisticReason noRank(Indicator indicator) {
    return indicator.polarity() == Polarity.NEAR_TARGET
        ? NoStatisticReason.NO_TARGET
        : NoStatisticReason.NEUTRAL_POLARITY;
  }

  private static String basis(
      ImproversQuestion question,
      PeriodsBack back,
      Period to,
      List<Improvers.Improvement> changes,
      int size) {
    @Nullable Period from = back.period();
    if (from == null) {
      return "No change to %s can be told over %d periods: %s."
          .formatted(
              to.label(),
              question.periods(),
              back.noPeriodBecause() == NoChangeReason.DEFINITION_CHANGED
                  ? "the definition changed in between"
                  : "the series has no such period");
    }
    List<Observation> used =
        changes.stream().flatMap(one -> Stream.of(one.to(), one.from())).toList();
    return "Change from %s to %s, %d periods, by the values at their published decimals; %d of %d areas have a value in both; from %s, as known on %s."
        .formatted(
            from.label(),
            to.label(),
            question.periods(),
            changes.size(),
            size,
            Reasons.releases(used),
            question.asAt());
  }
}
