package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.sightline.benchmark.statistics.Exactly.assertRelative;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.sightline.benchmark.statistics.Funnel.Allowance;
import org.sightline.benchmark.statistics.Funnel.Kind;
import org.sightline.benchmark.statistics.Funnel.Point;
import org.sightline.benchmark.statistics.Funnel.Position;

class FunnelTest {
  @Provide
  Arbitrary<List<Point>> councils() {
    Arbitrary<Double> denominators =
        Arbitraries.integers().between(50, 20_000).map(Integer::doubleValue);
    Arbitrary<Double> shares = Arbitraries.doubles().between(0, 0.6);
    return Combinators.combine(denominators, shares)
        .as((denominator, share) -> new Point(Math.rint(denominator * share), denominator))
        .list()
        .ofMinSize(2)
        .ofMaxSize(60);
  }

  /** Test data of OHID's PHEindicatormethods 2.1, calculate_funnel_limits for a proportion. */
  @Example
  void limitsOfAProportionAgreeWithTheDepartmentOfHealth() {
    Funnel funnel = Funnel.of(Kind.PROPORTION, List.of(), 80.642448, 100);

    assertOfficial(funnel, 1, 3.204264, 100, 0, 100);
    assertOfficial(funnel, 5, 46.011039, 100, 26.039864, 100);
    assertOfficial(funnel, 68, 71.251689, 90.033207, 65.836243, 95.448652);
    assertOfficial(funnel, 1531, 78.663349, 82.621547, 77.522045, 83.762850);
    assertOfficial(funnel, 110_000, 80.408963, 80.875933, 80.274317, 81.010578);
  }

  /** The same source for a ratio: so many expected events at which so many observed are a limit. */
  @Example
  void limitsOfARatioAgreeWithTheDepartmentOfHealth() {
    assertObserved(4, 10.24158653, 1.089865762, 14.79414916, 0.42855244);
    assertObserved(9, 17.08479966, 4.11537405, 22.65737951, 2.452425215);
    assertObserved(28, 40.46778889, 18.60579439, 48.51942314, 14.44057519);
    assertObserved(105, 127.1089168, 85.87960596, 140.6834151, 76.1589912);
    assertObserved(684, 737.2376756, 633.6939776, 768.7368323, 606.0208883);
  }

  @Property(tries = 200)
  void aCountIsOutsideWhenOneAsExtremeIsUnlikelierThanTheTail(
      @ForAll @IntRange(max = 150) int count,
      @ForAll @DoubleRange(min = 0.1, max = 120) double expected,
      @ForAll Confidence confidence) {
    Funnel funnel = Funnel.of(Kind.RATIO, List.of(), 1, 1);
    Position position = funnel.position(new Point(count, expected), confidence, Allowance.NONE);

    assertThat(position == Position.ABOVE)
        .isEqualTo(Exactly.poissonAtLeast(count, expected) < confidence.tail());
    assertThat(position == Position.BELOW)
        .isEqualTo(Exactly.poissonAtMost(count, expected) < confidence.tail());
  }

  @Property(tries = 300)
  void limitsOfAProportionAreWhereItsIntervalTouchesTheTarget(
      @ForAll @IntRange(min = 20, max = 50_000) int denominator,
      @ForAll @DoubleRange(min = 20, max = 80) double target,
      @ForAll Confidence confidence) {
    Interval limits =
        Funnel.of(Kind.PROPORTION, List.of(), target, 100)
            .limits(denominator, confidence, Allowance.NONE);

    double count = denominator * upper(limits) / 100;
    Interval touching =
        ProportionInterval.wilson(Math.min(count, denominator), denominator, confidence);
    if (upper(limits) < 100) {
      assertThat(100 * lower(touching)).isCloseTo(target, within(1e-9));
    }
  }

  /** Spiegelhalter 2005: target +/- z root(phi) s, and target +/- z root(s2 + tau2). */
  @Property(tries = 300)
  void limitsWithOverDispersionAreSpiegelhalters(
      @ForAll("councils") List<Point> councils,
      @ForAll Confidence confidence,
      @ForAll @IntRange(min = 1, max = 50_000) int denominator) {
    Funnel funnel = Funnel.of(Kind.RATE, councils, 2000, 10_000);
    double chance = 10_000 * Math.sqrt(0.2 / denominator);
    OverDispersion dispersion = funnel.overDispersion();

    if (dispersion.phi() > 1) {
      assertRelative(
          funnel.limits(denominator, confidence, Allowance.MULTIPLICATIVE).upper(),
          2000 + confidence.z() * Math.sqrt(dispersion.phi()) * chance);
    }
    if (dispersion.tauSquared() > 1e-3) {
      double error = Math.sqrt(chance * chance + dispersion.tauSquared());
      assertRelative(
          funnel.limits(denominator, confidence, Allowance.ADDITIVE).lower(),
          Math.max(0, 2000 - confidence.z() * error));
    }
  }

  @Property(tries = 300)
  void fewerAreOutsideWhenSurerAndWhenAllowedFor(
      @ForAll("councils") List<Point> councils, @ForAll Allowance allowance) {
    Funnel funnel = Funnel.of(Kind.PROPORTION, councils, 30, 100);

    int sure = funnel.outside(Confidence.P95, allowance);
    assertThat(funnel.outside(Confidence.P998, allowance)).isLessThanOrEqualTo(sure);
    assertThat(sure).isLessThanOrEqualTo(funnel.outside(Confidence.P95, Allowance.NONE));
    assertThat(funnel.positions(Confidence.P95, allowance)).hasSameSizeAs(councils);
  }

  @Property(tries = 300)
  void theUnitChangesNothing(
      @ForAll("councils") List<Point> councils, @ForAll Allowance allowance) {
    Funnel plain = Funnel.of(Kind.RATE, councils, 0.3, 1);
    Funnel perTenThousand = Funnel.of(Kind.RATE, councils, 3000, 10_000);

    assertThat(perTenThousand.overDispersion().phi())
        .isCloseTo(plain.overDispersion().phi(), withinPercentage(1e-7));
    assertThat(perTenThousand.positions(Confidence.P998, allowance))
        .isEqualTo(plain.positions(Confidence.P998, allowance));
    assertRelative(
        perTenThousand.limits(700, Confidence.P95, allowance).upper(),
        10_000 * upper(plain.limits(700, Confidence.P95, allowance)));
  }

  @Property(tries = 300)
  void limitsNarrowTowardsTheTargetAndStayInBounds(
      @ForAll @IntRange(min = 1, max = 20_000) int denominator,
      @ForAll Kind kind,
      @ForAll Confidence confidence) {
    Funnel funnel = Funnel.of(kind, List.of(), 24.5, 100);
    Interval limits = funnel.limits(denominator, confidence, Allowance.NONE);
    Interval larger = funnel.limits(denominator + 1, confidence, Allowance.NONE);

    assertThat(lower(limits)).isBetween(0.0, lower(larger));
    assertThat(upper(limits)).isGreaterThanOrEqualTo(upper(larger)).isGreaterThan(24.5);
    assertThat(kind == Kind.PROPORTION && upper(limits) > 100).isFalse();
  }

  @Example
  void impossibleFunnelsAreRefused() {
    assertThatThrownBy(() -> Funnel.of(Kind.RATE, List.of(), 0, 1))
        .hasMessage("A funnel's target is above 0, not 0.0.");
    assertThatThrownBy(() -> Funnel.of(Kind.PROPORTION, List.of(), 100, 100))
        .hasMessage("A proportion's target is below 100.0, not 100.0.");
    assertThatThrownBy(() -> Funnel.of(Kind.PROPORTION, List.of(new Point(3, 2)), 50, 100))
        .hasMessage("3.0 is more than the 2.0 of which it is a part.");
    assertThatThrownBy(() -> new Point(3, 0)).hasMessage("A denominator is more than 0, not 0.0.");
  }

  private static void assertOfficial(
      Funnel funnel,
      double denominator,
      double low95,
      double high95,
      double low998,
      double high998) {
    Interval inner = funnel.limits(denominator, Confidence.P95, Allowance.NONE);
    Interval outer = funnel.limits(denominator, Confidence.P998, Allowance.NONE);
    // The published target is rounded to six decimals, and so are the limits.
    assertThat(inner.lower()).isCloseTo(low95, within(5e-6));
    assertThat(inner.upper()).isCloseTo(high95, within(5e-6));
    assertThat(outer.lower()).isCloseTo(low998, within(5e-6));
    assertThat(outer.upper()).isCloseTo(high998, within(5e-6));
  }

  private static void assertObserved(
      int observed, double low95, double high95, double low998, double high998) {
    Funnel funnel = Funnel.of(Kind.RATIO, List.of(), 1, 1);
    // The published search for these stops at seven decimals of a transformed scale.
    assertThat(low95 * lower(funnel.limits(low95, Confidence.P95, Allowance.NONE)))
        .isCloseTo(observed, withinPercentage(1e-3));
    assertThat(high95 * upper(funnel.limits(high95, Confidence.P95, Allowance.NONE)))
        .isCloseTo(observed, withinPercentage(1e-3));
    assertThat(low998 * lower(funnel.limits(low998, Confidence.P998, Allowance.NONE)))
        .isCloseTo(observed, withinPercentage(1e-3));
    assertThat(high998 * upper(funnel.limits(high998, Confidence.P998, Allowance.NONE)))
        .isCloseTo(observed, withinPercentage(1e-3));
  }

  private static double lower(Interval interval) {
    return Objects.requireNonNull(interval.lower());
  }

  private static double upper(Interval interval) {
    return Objects.requireNonNull(interval.upper());
  }
}
