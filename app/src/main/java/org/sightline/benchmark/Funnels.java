package org.sightline.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Funnel;
import org.sightline.benchmark.statistics.OverDispersion;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorKind;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Release;

/** Draws the funnel around England over all councils of England, whatever group is asked for. */
final class Funnels {
  /** Of fewer, nobody can say how far they vary beyond chance. */
  private static final int FEWEST = 2;

  private Funnels() {}

  /** What limits are drawn around, and what it is in words. */
  private record Target(double value, String source) {}

  /** The funnel, or why there is none. */
  static FunnelPlot of(Observation england, List<Observation> all, LocalDate asAt) {
    Indicator indicator = england.indicator();
    List<Funnel.Point> points =
        all.stream()
            .flatMap(one -> Stream.ofNullable(Parts.ofQuotient(one).value()))
            .map(Funnels::point)
            .toList();
    Statistic<Target> target = target(england);
    Statistic<Funnel> funnel = target.then(around -> draw(indicator, points, around));
    @Nullable Target around = target.value();
    return new FunnelPlot(
        indicator,
        funnel.value(),
        england.value(),
        funnel.value() == null || around == null ? null : around.source(),
        points.size(),
        all.size(),
        basis(england, all, points.size(), asAt),
        funnel.noneBecause());
  }

  /** A council without a funnel to lie in. */
  static FunnelPlot none(Indicator indicator, NoStatisticReason because, String basis) {
    return new FunnelPlot(indicator, null, null, null, 0, 0, basis, because);
  }

  static Funnel.Point point(Parts parts) {
    return new Funnel.Point(parts.count().doubleValue(), parts.denominator().doubleValue());
  }

  /** England's count over its denominator; its published value where it has no count. */
  private static Statistic<Target> target(Observation england) {
    @Nullable BigDecimal published = england.value();
    Statistic<Parts> parts = Parts.ofQuotient(england);
    @Nullable Parts known = parts.value();
    if (known != null) {
      double value =
          known.multiplier().doubleValue()
              * known.count().doubleValue()
              / known.denominator().doubleValue();
      return Statistic.of(new Target(value, "England's unrounded figure, " + known.words()));
    }
    if (parts.noneBecause() == NoStatisticReason.NOT_A_PROPORTION_OR_RATE) {
      return Statistic.none(NoStatisticReason.NOT_A_PROPORTION_OR_RATE);
    }
    return published == null
        ? Statistic.none(NoStatisticReason.COMPARATOR_MISSING)
        : Statistic.of(
            new Target(
                published.doubleValue(),
                "England's published figure, rounded as it is: its counts are not known"));
  }

  private static Statistic<Funnel> draw(
      Indicator indicator, List<Funnel.Point> points, Target target) {
    @Nullable BigDecimal multiplier = indicator.rateMultiplier();
    if (multiplier == null) {
      return Statistic.none(NoStatisticReason.NOT_A_PROPORTION_OR_RATE);
    }
    if (points.size() < FEWEST) {
      return Statistic.none(NoStatisticReason.TOO_FEW_VALUES);
    }
    boolean isProportion = indicator.kind() == IndicatorKind.PROPORTION;
    if (!(target.value() > 0) || (isProportion && target.value() >= multiplier.doubleValue())) {
      return Statistic.none(NoStatisticReason.TARGET_AT_LIMIT);
    }
    return Statistic.of(
        Funnel.of(FunnelPlot.kind(indicator), points, target.value(), multiplier.doubleValue()));
  }

  private static String basis(Observation england, List<Observation> all, int n, LocalDate asAt) {
    List<Release> releases =
        Stream.concat(Stream.of(england), all.stream())
            .flatMap(one -> one.releases().stream())
            .toList();
    return "Limits around England over the %d of England's %d areas that have a numerator and a denominator, %s, from %s, as known on %s; over-dispersion after Spiegelhalter (2005), z-scores winsorised at %d%% each side."
        .formatted(
            n,
            all.size(),
            england.period().label(),
            Origin.words(releases),
            asAt,
            OverDispersion.WINSORISED_PERCENT);
  }
}
