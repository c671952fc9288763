package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Confidence;
import org.sightline.benchmark.statistics.Funnel;
import org.sightline.benchmark.statistics.Interval;
import org.sightline.benchmark.statistics.OverDispersion;
import org.sightline.indicator.Indicator;

/**
 * Control limits around England's figure, estimated over all councils of England that have a
 * numerator and a denominator.
 *
 * @param funnel null with {@code noFunnelBecause}
 * @param target England's published value, or null where it is missing
 * @param targetSource what limits are drawn around, in a sentence; null where there is no funnel
 * @param n over how many councils and joint returns
 * @param size how many there are in England
 * @param basis in a sentence
 */
public record FunnelPlot(
    Indicator indicator,
    @Nullable Funnel funnel,
    @Nullable BigDecimal target,
    @Nullable String targetSource,
    int n,
    int size,
    String basis,
    @Nullable NoStatisticReason noFunnelBecause) {

  /**
   * How far councils vary beyond chance.
   *
   * @param phi the mean of the squared winsorised z-scores
   * @param tauSquared the variance between councils, in the square of the indicator's unit
   * @param tau its root, in the indicator's unit
   * @param winsorisedPercent how much is pulled in at each end before
   * @param applied the allowance that standings are shown with
   */
  public record Dispersion(
      BigDecimal phi,
      BigDecimal tauSquared,
      BigDecimal tau,
      int winsorisedPercent,
      Funnel.Allowance applied) {
    static Dispersion of(OverDispersion estimate) {
      return new Dispersion(
          Rounding.statistic(estimate.phi()),
          Rounding.statistic(estimate.tauSquared()),
          Rounding.statistic(estimate.tau()),
          OverDispersion.WINSORISED_PERCENT,
          estimate.tauSquared() > 0 ? Funnel.Allowance.ADDITIVE : Funnel.Allowance.NONE);
    }

    boolean isThere() {
      return applied != Funnel.Allowance.NONE;
    }
  }

  /** How many lie outside the limits that make one allowance. */
  public record Outside(Funnel.Allowance allowance, int outside95, int outside998) {}

  /** The limits at one denominator that make one allowance. */
  public record Limits(
      BigDecimal denominator,
      Funnel.Allowance allowance,
      @Nullable BigDecimal lower95,
      @Nullable BigDecimal upper95,
      @Nullable BigDecimal lower998,
      @Nullable BigDecimal upper998) {}

  /** What it compares; null where there is no funnel. */
  Funnel.@Nullable Kind kind() {
    return funnel == null ? null : kind(indicator);
  }

  /** The funnel of an indicator's kind: of a proportion, a rate or a ratio only. */
  static Funnel.Kind kind(Indicator indicator) {
    return Funnel.Kind.valueOf(indicator.kind().name());
  }

  /** How far councils vary beyond chance; null where there is no funnel. */
  @Nullable Dispersion overDispersion() {
    return funnel == null ? null : Dispersion.of(funnel.overDispersion());
  }

  /** How many lie outside, for each allowance; none where there is no funnel. */
  List<Outside> outside() {
    Funnel drawn = funnel;
    return drawn == null
        ? List.of()
        : List.of(Funnel.Allowance.values()).stream()
            .map(
                allowance ->
                    new Outside(
                        allowance,
                        drawn.outside(Confidence.P95, allowance),
                        drawn.outside(Confidence.P998, allowance)))
            .toList();
  }

  /** The limits at some denominators; none where there is no funnel. */
  List<Limits> limits(List<BigDecimal> denominators, Funnel.Allowance allowance) {
    Funnel drawn = funnel;
    return drawn == null
        ? List.of()
        : denominators.stream().map(one -> limits(drawn, one, allowance)).toList();
  }

  Limits limits(Funnel drawn, BigDecimal denominator, Funnel.Allowance allowance) {
    Interval at95 = drawn.limits(denominator.doubleValue(), Confidence.P95, allowance);
    Interval at998 = drawn.limits(denominator.doubleValue(), Confidence.P998, allowance);
    return new Limits(
        denominator,
        allowance,
        Rounding.limitOrNone(at95.lower(), indicator),
        Rounding.limitOrNone(at95.upper(), indicator),
        Rounding.limitOrNone(at998.lower(), indicator),
        Rounding.limitOrNone(at998.upper(), indicator));
  }
}
