package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.CompetitionRank;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.benchmark.statistics.DirectionOfTravel;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorTarget;
import org.sightline.indicator.Polarity;

/**
 * Which values come first: those at one end of the scale, or those nearest a target; or none.
 *
 * @param end the end that comes first, or null where neither does
 * @param target that values are to be near, or null where they are not, or none is known; never
 *     beside an end
 */
record Order(Indicator indicator, @Nullable Direction end, @Nullable IndicatorTarget target) {

  /** By one end where there is one, otherwise by nearness where good is near a target. */
  static Order of(
      Indicator indicator, @Nullable Direction end, Supplier<Optional<IndicatorTarget>> target) {
    boolean isNearTarget = end == null && indicator.polarity() == Polarity.NEAR_TARGET;
    return new Order(indicator, end, isNearTarget ? target.get().orElse(null) : null);
  }

  /** The same where there is one, otherwise as it is asked for. */
  Order orElse(@Nullable Direction asked) {
    return first() == null ? new Order(indicator, asked, null) : this;
  }

  /** Which end of the measures comes first, or null where there is no order. */
  @Nullable Direction first() {
    return target == null ? end : Direction.LOWER_FIRST;
  }

  /** What of a value is compared: itself, or how far it is from the target beyond the tolerance. */
  BigDecimal measure(BigDecimal value) {
    return target == null ? value : target.distance(value);
  }

  /** The same of several. */
  List<BigDecimal> measures(Collection<BigDecimal> values) {
    return values.stream().map(this::measure).toList();
  }

  /** A value's place among values, or null where there is no order. */
  @Nullable CompetitionRank rank(BigDecimal value, Collection<BigDecimal> values) {
    @Nullable Direction first = first();
    return first == null ? null : CompetitionRank.of(measure(value), measures(values), first);
  }

  /**
   * The best of some values. Of several that are equally near a target, on either side of it, the
   * one nearest to whoever is compared; the lowest where nobody is.
   *
   * @param beside the value of whoever is compared, or null
   */
  Optional<BigDecimal> best(Collection<BigDecimal> values, @Nullable BigDecimal beside) {
    @Nullable Direction first = first();
    if (first == null) {
      return Optional.empty();
    }
    Optional<BigDecimal> best = values.stream().map(this::measure).min(first);
    return best.flatMap(
        measure ->
            values.stream()
                .filter(value -> measure(value).compareTo(measure) == 0)
                .min(
                    beside == null
                        ? BigDecimal::compareTo
                        : Comparator.<BigDecimal, BigDecimal>comparing(
                                value -> value.subtract(beside).abs())
                            .thenComparing(Comparator.naturalOrder())));
  }

  /** Where a change went, or null where there is no change to tell of. */
  @Nullable DirectionOfTravel travel(ChangeSince change) {
    @Nullable BigDecimal previous = change.previousValue();
    if (change.value() == null || previous == null) {
      return null;
    }
    return DirectionOfTravel.between(
        measure(previous), measure(previous.add(change.value())), indicator.decimals(), first());
  }
}
