package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.Objects;
import org.sightline.benchmark.FunnelPlot.Limits;
import org.sightline.benchmark.statistics.Confidence;
import org.sightline.benchmark.statistics.Funnel;
import org.sightline.indicator.Observation;

/**
 * Where a council lies in the funnel around England.
 *
 * @param value the unrounded figure, numerator over denominator
 * @param score how many standard errors of chance alone it lies from England
 * @param withoutAllowance by the limits of chance alone
 * @param withAllowance by the limits that allow for over-dispersion
 */
public record FunnelPlace(
    BigDecimal value, BigDecimal score, Place withoutAllowance, Place withAllowance) {

  /** Where it lies by one pair of limits. */
  public record Place(Limits limits, Funnel.Position position95, Funnel.Position position998) {}

  /** A council's place, or why it has none. */
  static Statistic<FunnelPlace> of(FunnelPlot plot, Observation observation) {
    if (plot.funnel() == null) {
      return Statistic.none(Objects.requireNonNull(plot.noFunnelBecause()));
    }
    Funnel funnel = plot.funnel();
    return Parts.ofQuotient(observation).then(parts -> Statistic.of(of(plot, funnel, parts)));
  }

  private static FunnelPlace of(FunnelPlot plot, Funnel funnel, Parts parts) {
    Funnel.Point point = Funnels.point(parts);
    Funnel.Allowance applied = Objects.requireNonNull(plot.overDispersion()).applied();
    return new FunnelPlace(
        Rounding.statistic(funnel.value(point)),
        Rounding.statistic(funnel.zScore(point)),
        place(plot, funnel, parts, Funnel.Allowance.NONE),
        place(plot, funnel, parts, applied));
  }

  private static Place place(
      FunnelPlot plot, Funnel funnel, Parts parts, Funnel.Allowance allowance) {
    Funnel.Point point = Funnels.point(parts);
    return new Place(
        plot.limits(funnel, parts.denominator(), allowance),
        funnel.position(point, Confidence.P95, allowance),
        funnel.position(point, Confidence.P998, allowance));
  }
}
