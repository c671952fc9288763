package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorKind;
import org.sightline.indicator.Observation;

/**
 * What chance moves in a figure: a count, what it is counted among, and what their quotient is
 * multiplied with to give the value.
 *
 * @param count 0 or more; of a proportion at most the denominator
 * @param denominator above 0; 1 of a plain count
 * @param multiplier above 0; 1 of a plain count
 */
record Parts(IndicatorKind kind, BigDecimal count, BigDecimal denominator, BigDecimal multiplier) {

  /** The parts of a proportion, rate, ratio or plain count, or why it has none. */
  static Statistic<Parts> of(Observation observation) {
    return observation.indicator().kind() == IndicatorKind.COUNT
        ? ofCount(observation)
        : ofQuotient(observation);
  }

  /** The parts of a proportion, rate or ratio, or why it has none. */
  static Statistic<Parts> ofQuotient(Observation observation) {
    Indicator indicator = observation.indicator();
    @Nullable BigDecimal multiplier = indicator.rateMultiplier();
    if (!isQuotient(indicator.kind()) || multiplier == null) {
      return Statistic.none(NoStatisticReason.NOT_A_PROPORTION_OR_RATE);
    }
    if (observation.value() == null) {
      return Statistic.none(NoStatisticReason.NO_VALUE);
    }
    @Nullable BigDecimal count = observation.numerator().number();
    @Nullable BigDecimal denominator = observation.denominator().number();
    if (count == null || denominator == null) {
      return Statistic.none(NoStatisticReason.NO_NUMERATOR);
    }
    Parts parts = new Parts(indicator.kind(), count, denominator, multiplier);
    return parts.possible()
        ? Statistic.of(parts)
        : Statistic.none(NoStatisticReason.IMPOSSIBLE_NUMERATOR);
  }

  private static Statistic<Parts> ofCount(Observation observation) {
    @Nullable BigDecimal count = observation.value();
    if (count == null) {
      return Statistic.none(NoStatisticReason.NO_VALUE);
    }
    return count.signum() < 0
        ? Statistic.none(NoStatisticReason.IMPOSSIBLE_NUMERATOR)
        : Statistic.of(new Parts(IndicatorKind.COUNT, count, BigDecimal.ONE, BigDecimal.ONE));
  }

  static boolean isQuotient(IndicatorKind kind) {
    return switch (Objects.requireNonNull(kind)) {
      case PROPORTION, RATE, RATIO -> true;
      case COUNT, MEAN, OTHER -> false;
    };
  }

  private boolean possible() {
    return count.signum() >= 0
        && denominator.signum() > 0
        && (kind != IndicatorKind.PROPORTION || count.compareTo(denominator) <= 0);
  }

  /** In words: 742 of 62379, x 10000; or the count alone. */
  String words() {
    if (kind == IndicatorKind.COUNT) {
      return Rounding.plain(count);
    }
    return "%s / %s x %s"
        .formatted(Rounding.plain(count), Rounding.plain(denominator), Rounding.plain(multiplier));
  }
}
