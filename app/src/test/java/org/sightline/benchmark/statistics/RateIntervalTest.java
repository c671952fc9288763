package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sightline.benchmark.statistics.Exactly.assertRelative;

import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RateIntervalTest {
  /** Garwood's exact limits, as printed in many tables. */
  @Example
  void agreesWithTheTablesForSmallCounts() {
    assertRounded(0, 0, 3.689);
    assertRounded(1, 0.025, 5.572);
    assertRounded(2, 0.242, 7.225);
    assertRounded(5, 1.623, 11.668);
    assertRounded(9, 4.115, 17.085);
  }

  /** Test data of OHID's PHEindicatormethods 2.1, phe_rate per 100. */
  @Example
  void agreesWithTheDepartmentOfHealth() {
    assertInterval(1, 100, Confidence.P95, 2.5317807984289897E-2, 5.571643390938898);
    assertInterval(1, 100, Confidence.P998, 1.0005003335835344E-3, 9.233413476451585);
    assertInterval(5, 100, Confidence.P95, 1.62348639011842, 11.668332079322669);
    assertInterval(5, 100, Confidence.P998, 0.739371731917839, 16.454745203680105);
    assertInterval(20, 100, Confidence.P95, 12.211428834875937, 30.889880369197066);
    assertInterval(20, 100, Confidence.P998, 8.922802365144193, 38.08503562504191);
    assertInterval(65, 100, Confidence.P998, 42.8802614714802, 94.00029084431802);
    assertInterval(222, 3215, Confidence.P95, 6.026574877652675, 7.87572937187085);
    assertInterval(9856, 12345, Confidence.P998, 77.37590543271052, 82.3544727709543);
  }

  /** R's help of poisson.test: 137 events in 24.19893 units, whose exact interval Byar's nears. */
  @Example
  void byarsIsCloseToTheExactOne() {
    Interval interval = RateInterval.of(137, 24.19893, 1, Confidence.P95);

    assertThat(interval.lower()).isCloseTo(4.753125, within(0.001));
    assertThat(interval.upper()).isCloseTo(6.692709, within(0.001));
  }

  @Property
  void exactLimitsLeaveTheTailOnEitherSide(
      @ForAll @IntRange(min = 0, max = 9) int count, @ForAll Confidence confidence) {
    Interval interval = RateInterval.of(count, 1, 1, confidence);

    assertRelative(Exactly.poissonAtMost(count, upper(interval)), confidence.tail());
    if (count > 0) {
      assertRelative(Exactly.poissonAtLeast(count, lower(interval)), confidence.tail());
    }
  }

  @Property
  void holdsTheRateAndIsWiderWhenSurer(
      @ForAll @IntRange(max = 20_000) int count,
      @ForAll @DoubleRange(min = 1, max = 500_000) double denominator) {
    Interval sure = RateInterval.of(count, denominator, 10_000, Confidence.P95);
    Interval surer = RateInterval.of(count, denominator, 10_000, Confidence.P998);
    Interval next = RateInterval.of(count + 1, denominator, 10_000, Confidence.P95);

    assertThat(sure.contains(10_000 * count / denominator)).isTrue();
    assertThat(lower(surer)).isLessThanOrEqualTo(lower(sure)).isNotNegative();
    assertThat(upper(surer)).isGreaterThan(upper(sure));
    assertThat(lower(next)).isGreaterThan(lower(sure));
    assertThat(upper(next)).isGreaterThan(upper(sure));
  }

  @Property
  void scalesWithItsMultiplier(
      @ForAll @IntRange(min = 1, max = 3000) int count,
      @ForAll @DoubleRange(min = 1, max = 500_000) double denominator,
      @ForAll Confidence confidence) {
    Interval one = RateInterval.of(count, denominator, 1, confidence);
    Interval tenThousand = RateInterval.of(count, denominator, 10_000, confidence);

    assertRelative(tenThousand.lower(), 10_000 * lower(one));
    assertRelative(tenThousand.upper(), 10_000 * upper(one));
  }

  @Example
  void wrongNumbersAreRefused() {
    assertThatThrownBy(() -> RateInterval.of(-1, 1, 1, Confidence.P95))
        .hasMessage("A count is 0 or more, not -1.0.");
    assertThatThrownBy(() -> RateInterval.of(Double.NaN, 1, 1, Confidence.P95))
        .hasMessage("A count is 0 or more, not NaN.");
    assertThatThrownBy(() -> RateInterval.of(1, 0, 1, Confidence.P95))
        .hasMessage("A denominator is more than 0, not 0.0.");
    assertThatThrownBy(() -> RateInterval.of(1, 1, 0, Confidence.P95))
        .hasMessage("A multiplier is more than 0, not 0.0.");
  }

  private static void assertRounded(int count, double lower, double upper) {
    Interval interval = RateInterval.of(count, 1, 1, Confidence.P95);
    assertThat(interval.lower()).isCloseTo(lower, within(0.0005));
    assertThat(interval.upper()).isCloseTo(upper, within(0.0005));
  }

  private static void assertInterval(
      int count, double denominator, Confidence confidence, double lower, double upper) {
    Interval interval = RateInterval.of(count, denominator, 100, confidence);
    assertRelative(interval.lower(), lower);
    assertRelative(interval.upper(), upper);
  }

  private static double lower(Interval interval) {
    return Objects.requireNonNull(interval.lower());
  }

  private static double upper(Interval interval) {
    return Objects.requireNonNull(interval.upper());
  }
}
