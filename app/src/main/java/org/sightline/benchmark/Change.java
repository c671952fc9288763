package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;
import org.sightline.indicator.Series;

/**
 * The change since the period before, of the same type and by the same definition.
 *
 * @param value this value less the previous one; null with the reason, never 0 for want of a value
 * @param since the period before, or null where there is none that compares
 * @param chance whether it is more than chance, worked out at first use
 * @param yearBefore the same against the same period a year before; in a yearly series the same
 */
public record Change(
    @Nullable BigDecimal value,
    @Nullable Period since,
    @Nullable BigDecimal previousValue,
    @Nullable MissingReason previousMissing,
    @Nullable NoChangeReason noChangeBecause,
    Supplier<MoreThanChance> chance,
    ChangeSince yearBefore) {

  /**
   * The change of a figure in its series.
   *
   * @param earlier the figure of the same area in an earlier period
   */
  static Change of(Series series, Observation current, Function<Period, Observation> earlier) {
    Period period = current.period();
    return of(
        against(series.before(period), series.isBrokenBefore(period), current, earlier),
        against(
            series.yearBefore(period),
            series.isBrokenSinceTheYearBefore(period),
            current,
            earlier));
  }

  /** The same against the period before alone. */
  ChangeSince sincePrevious() {
    return new ChangeSince(value, since, previousValue, previousMissing, noChangeBecause, chance);
  }

  private static ChangeSince against(
      Optional<Period> period,
      boolean isBroken,
      Observation current,
      Function<Period, Observation> earlier) {
    return period
        .map(earlier)
        .map(before -> ChangeSince.between(before, current))
        .orElseGet(
            () ->
                ChangeSince.none(
                    isBroken
                        ? NoChangeReason.DEFINITION_CHANGED
                        : NoChangeReason.NO_PREVIOUS_PERIOD));
  }

  private static Change of(ChangeSince change, ChangeSince yearBefore) {
    return new Change(
        change.value(),
        change.since(),
        change.previousValue(),
        change.previousMissing(),
        change.noChangeBecause(),
        change.chance(),
        yearBefore);
  }
}
