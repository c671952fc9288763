package org.sightline.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Council;
import org.sightline.indicator.DefinitionService;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorTarget;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;
import org.sightline.indicator.PeriodType;
import org.sightline.indicator.Series;

/** One indicator's movements, from figures that were read already. */
record MovementOf(Series series, Figures figures, List<IndicatorTarget> targets) {

  /**
   * A council's since a day. The type of period is that of official figures where the council has a
   * value of one by the day, otherwise that of its newest value by the day; types never mix.
   */
  Movement since(Council council, LocalDate day) {
    Optional<Observation> before =
        types().flatMap(type -> newest(council, type, day).stream()).findFirst();
    if (before.isEmpty()) {
      Optional<Observation> now =
          types().flatMap(type -> newest(council, type, LocalDate.MAX).stream()).findFirst();
      return none(
          day,
          null,
          now.orElse(null),
          now.isEmpty() ? NoChangeReason.NO_VALUE : NoChangeReason.NO_PREVIOUS_PERIOD,
          "No period that was over by %s has a figure of %s that you may see."
              .formatted(day, council.name()));
    }
    Observation then = before.get();
    Observation now = newest(council, then.period().type(), LocalDate.MAX).orElse(then);
    return between(council, day, then, now);
  }

  private Movement between(Council council, LocalDate day, Observation then, Observation now) {
    if (now.period().equals(then.period())) {
      return none(
          day,
          then,
          now,
          null,
          "%s is the newest figure of %s, and it was over by %s; from %s, as known on %s."
              .formatted(
                  then.period().label(),
                  council.name(),
                  day,
                  Origin.of(List.of(then)),
                  series.asAt()));
    }
    if (!series.compares(then.period(), now.period())) {
      return none(
          day,
          then,
          now,
          NoChangeReason.DEFINITION_CHANGED,
          "The definition changed between %s and %s, so that the figures do not compare; as known on %s."
              .formatted(then.period().label(), now.period().label(), series.asAt()));
    }
    ChangeSince change = ChangeSince.between(then, now);
    MoreThanChance chance = change.chance().get();
    return new Movement(
        series.indicator(),
        day,
        series.asAt(),
        then,
        now,
        change.value(),
        change.noChangeBecause(),
        order(now.period()).travel(change),
        chance.moreThanChance(),
        chance.p(),
        chance.noTestBecause(),
        "%s, the newest that was over by %s, against %s, the newest, of %s; from %s, as known on %s. %s"
            .formatted(
                then.period().label(),
                day,
                now.period().label(),
                council.name(),
                Origin.of(List.of(then, now)),
                series.asAt(),
                chance.basis()));
  }

  private Movement none(
      LocalDate day,
      @Nullable Observation then,
      @Nullable Observation now,
      @Nullable NoChangeReason reason,
      String basis) {
    return new Movement(
        series.indicator(),
        day,
        series.asAt(),
        then,
        now,
        null,
        reason,
        null,
        null,
        null,
        reason == null
            ? NoStatisticReason.TOO_FEW_POINTS
            : MoreThanChance.none(reason).noTestBecause(),
        basis);
  }

  private Stream<PeriodType> types() {
    return Stream.concat(series.officialType().stream(), series.types().stream()).distinct();
  }

  /** The newest figure with a value of a council, of the periods of a type that end by a day. */
  private Optional<Observation> newest(Council council, PeriodType type, LocalDate by) {
    return series.periods(type).reversed().stream()
        .filter(period -> !period.endsOn().isAfter(by))
        .map(period -> figures.of(council, period))
        .filter(observation -> observation.value() != null)
        .findFirst();
  }

  private Order order(Period now) {
    Indicator indicator = series.indicator();
    return Order.of(
        indicator,
        Directions.byPolarity(indicator),
        () -> DefinitionService.official(targets, now.endsOn()));
  }
}
