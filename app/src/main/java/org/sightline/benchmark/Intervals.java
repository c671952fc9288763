package org.sightline.benchmark;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Confidence;
import org.sightline.benchmark.statistics.Interval;
import org.sightline.benchmark.statistics.ProportionInterval;
import org.sightline.benchmark.statistics.RateInterval;
import org.sightline.indicator.IndicatorKind;
import org.sightline.indicator.Observation;

/**
 * Intervals of figures from their numerators and denominators: Wilson's of a proportion; of a rate,
 * a ratio or a plain count the exact Poisson one for counts below 10, otherwise Byar's.
 */
final class Intervals {
  private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);

  private Intervals() {}

  /** A figure's interval, or why it has none. */
  static Statistic<FigureInterval> of(Observation observation, Confidence level) {
    return Parts.of(observation).then(parts -> Statistic.of(of(observation, parts, level)));
  }

  /** The interval of a figure's parts, unrounded, in the figure's unit. */
  static Interval of(Parts parts, Confidence level) {
    double count = parts.count().doubleValue();
    double denominator = parts.denominator().doubleValue();
    double multiplier = parts.multiplier().doubleValue();
    return parts.kind() == IndicatorKind.PROPORTION
        ? scaled(ProportionInterval.wilson(count, denominator, level), multiplier)
        : RateInterval.of(count, denominator, multiplier, level);
  }

  private static FigureInterval of(Observation observation, Parts parts, Confidence level) {
    Interval interval = of(parts, level);
    FigureInterval.Method method = method(parts);
    return new FigureInterval(
        level,
        Rounding.limitOrNone(interval.lower(), observation.indicator()),
        Rounding.limitOrNone(interval.upper(), observation.indicator()),
        method,
        "%s at %s%% of %s: %s, %s, from %s."
            .formatted(
                method.words(),
                Rounding.plain(PER_CENT.multiply(BigDecimal.valueOf(level.level()))),
                parts.words(),
                observation.area().name(),
                observation.period().label(),
                Origin.words(observation.releases())));
  }

  private static FigureInterval.Method method(Parts parts) {
    if (parts.kind() == IndicatorKind.PROPORTION) {
      return FigureInterval.Method.WILSON;
    }
    return parts.count().doubleValue() < RateInterval.BYAR_FROM
        ? FigureInterval.Method.EXACT_POISSON
        : FigureInterval.Method.BYAR;
  }

  private static Interval scaled(Interval interval, double multiplier) {
    return new Interval(scaled(interval.lower(), multiplier), scaled(interval.upper(), multiplier));
  }

  private static @Nullable Double scaled(@Nullable Double limit, double multiplier) {
    return limit == null ? null : limit * multiplier;
  }
}
