package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sightline.benchmark.statistics.Exactly.assertRelative;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class XmrTest {
  /**
   * NIST/SEMATECH e-Handbook 6.3.2.2: flow rates, 50.81 with limits 45.8159 and 55.8041, which are
   * by 3 / 1.128 where ours are by 2.66.
   */
  @Example
  void agreesWithTheHandbook() {
    Xmr chart = Xmr.of(List.of(49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1));

    assertThat(chart.centre()).isEqualTo(50.81);
    assertRelative(chart.meanMovingRange(), 16.9 / 9);
    assertRelative(chart.lower(), 50.81 - 2.66 * 16.9 / 9);
    assertRelative(chart.upper(), 50.81 + 2.66 * 16.9 / 9);
    assertThat(chart.lower()).isCloseTo(45.8159, within(0.001));
    assertThat(chart.upper()).isCloseTo(55.8041, within(0.001));
    assertThat(chart.trial()).isTrue();
    assertThat(chart.signals()).hasSize(10).allMatch(List::isEmpty);
  }

  /** SAS/QC User's Guide, example 9.4: tire belts, 23.8571, 24.0083, 24.1596, ranges 0.056897. */
  @Example
  void agreesWithAnotherPackage() {
    Xmr chart =
        Xmr.of(
            List.of(
                24.05, 23.99, 23.95, 23.93, 23.97, 24.02, 24.06, 24.10, 23.98, 24.03, 23.91, 24.06,
                24.06, 23.96, 23.98, 24.06, 24.01, 24.00, 23.93, 23.92, 24.09, 24.11, 24.05, 23.98,
                23.98, 24.06, 24.02, 24.06, 23.97, 23.96));

    assertThat(chart.centre()).isCloseTo(24.0083, within(0.00005));
    assertThat(chart.meanMovingRange()).isCloseTo(0.056897, within(5e-7));
    // Theirs are by 3 / 1.128: 2.6596, not 2.66.
    assertThat(chart.lower()).isCloseTo(23.8571, within(0.0002));
    assertThat(chart.upper()).isCloseTo(24.1596, within(0.0002));
    assertThat(chart.trial()).isFalse();
  }

  /** NHSRplotthedots, vignette "deviations": -0.72, 1.94 and 4.6 once the leap is screened out. */
  @Example
  void aLeapDoesNotWidenTheLimits() {
    Xmr chart = Xmr.of(values(1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1));

    assertRelative(chart.centre(), 35.0 / 18);
    assertThat(chart.meanMovingRange()).isEqualTo(1);
    assertRelative(chart.lower(), 35.0 / 18 - 2.66);
    assertRelative(chart.upper(), 35.0 / 18 + 2.66);
    assertThat(chart.signals().get(4)).containsExactly(Signal.OUTSIDE_LIMITS);
    assertThat(flagged(chart, Signal.OUTSIDE_LIMITS)).containsExactly(4);
  }

  @Example
  void limitsStopWhereTheFigureDoes() {
    List<Double> values = values(1, 9, 2, 8, 1, 9, 1, 7, 2);

    assertThat(Xmr.of(values).lower()).isNegative();
    assertThat(Xmr.of(values, Xmr.Bounds.FROM_0).lower()).isEqualTo(0);
    assertThat(Xmr.of(values, Xmr.Bounds.FROM_0).upper()).isEqualTo(Xmr.of(values).upper());
    Xmr percentages = Xmr.of(values(99, 90, 99, 91, 98), Xmr.Bounds.FROM_0_TO_100);
    assertThat(percentages.upper()).isEqualTo(100);
  }

  /**
   * The first and the third series are those of NHSRplotthedots' own test of ptd_seven_point_trend;
   * it marks all seven points of a trend, and a tie breaks one.
   */
  @Example
  void sevenRisingPointsAreATrend() {
    assertThat(flagged(Xmr.of(values(2, 1, 2, 3, 4, 5, 6, 7, 3)), Signal.TREND))
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(flagged(Xmr.of(values(6, 7, 6, 5, 4, 3, 2, 1, 3)), Signal.TREND))
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(flagged(Xmr.of(values(1, 2, 3, 3, 4, 5, 6)), Signal.TREND)).isEmpty();
    assertThat(flagged(Xmr.of(values(1, 2, 3, 4, 5, 6)), Signal.TREND)).isEmpty();
  }

  @Example
  void anotherThirdOfTheWayIsNearWhereverTheLimitIs() {
    // Deviations are in distances of the limit: 0.7 and 0.9 are near it, 1.2 is beyond.
    assertThat(ruled(0.7, 0.1, 0.9, 0.1)).containsExactly(0, 2);
    assertThat(ruled(-0.7, -0.1, -0.9, 0.1)).containsExactly(0, 2);
    assertThat(ruled(1.2, 0.7, 0.1, -0.1)).containsExactly(0, 1);
    assertThat(ruled(0.7, -0.1, 0.9, 0.1)).isEmpty();
    assertThat(ruled(0.7, -0.9, 0.1)).isEmpty();
    assertThat(ruled(0.6, 0.9, 0.6)).isEmpty();
    assertThat(ruled(0.7, 0.1, 0.1, 0.9)).isEmpty();
  }

  @Example
  void sevenOnOneSideAreARun() {
    Xmr chart = Xmr.of(values(1, 3, 1, 3, 1, 3, 2, 6, 8, 6, 8, 6, 8, 7));

    assertThat(flagged(chart, Signal.RUN))
        .containsExactlyElementsOf(IntStream.range(0, 14).boxed().toList());
    assertThat(flagged(Xmr.of(values(1, 3, 1, 3, 1, 5, 6, 8, 6, 8, 6)), Signal.RUN)).isEmpty();
  }

  @Example
  void signalsStandTheStrongestFirst() {
    double[] deviations = {0.1, 0.2, 0.3, 0.4, 0.8, 0.9, 1.5};

    assertThat(SignalRules.apply(deviations, deviations).getLast())
        .containsExactly(Signal.OUTSIDE_LIMITS, Signal.TREND, Signal.TWO_OF_THREE, Signal.RUN);
  }

  @Property
  void equalValuesHaveNoSignal(
      @ForAll @IntRange(max = 1000) int tenths, @ForAll @IntRange(min = 2, max = 30) int n) {
    Xmr chart = Xmr.of(Collections.nCopies(n, tenths / 10.0));

    assertThat(chart.centre()).isEqualTo(tenths / 10.0);
    assertThat(chart.lower()).isEqualTo(chart.upper());
    assertThat(chart.signals()).allMatch(List::isEmpty);
  }

  @Property
  void shiftAndScaleMoveOnlyTheLimits(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 100) Integer> whole,
      @ForAll @IntRange(min = -50, max = 50) int shift) {
    Xmr chart = Xmr.of(whole.stream().map(Integer::doubleValue).toList());
    Xmr moved = Xmr.of(whole.stream().map(value -> (value + shift) * 4.0).toList());

    assertThat(moved.signals()).isEqualTo(chart.signals());
    assertThat(moved.centre()).isCloseTo((chart.centre() + shift) * 4, within(1e-9));
    assertThat(moved.upper()).isCloseTo((chart.upper() + shift) * 4, within(1e-9));
    assertThat(moved.lower()).isCloseTo((chart.lower() + shift) * 4, within(1e-9));
  }

  @Property
  void upsideDownTheSignalsAreTheSame(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 20) Integer> whole) {
    Xmr chart = Xmr.of(whole.stream().map(Integer::doubleValue).toList());

    assertThat(Xmr.of(whole.stream().map(value -> -(double) value).toList()).signals())
        .isEqualTo(chart.signals());
  }

  @Property
  void beyondALimitIsASignalAndNothingElseIs(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 50) Integer> whole) {
    List<Double> values = whole.stream().map(Integer::doubleValue).toList();
    Xmr chart = Xmr.of(values);

    assertThat(flagged(chart, Signal.OUTSIDE_LIMITS))
        .containsExactlyElementsOf(
            IntStream.range(0, values.size())
                .filter(i -> values.get(i) > chart.upper() || values.get(i) < chart.lower())
                .boxed()
                .toList());
  }

  @Example
  void aLoneEventAmongNonePutsNothingElseOutside() {
    Xmr chart = Xmr.of(values(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0));

    assertThat(flagged(chart, Signal.OUTSIDE_LIMITS)).containsExactly(7);
  }

  @Example
  void oneValueHasNoChart() {
    assertThatThrownBy(() -> Xmr.of(List.of(1.0)))
        .hasMessage("A control chart takes two values or more.");
    assertThatThrownBy(() -> Xmr.of(List.of(1.0, Double.NaN)))
        .hasMessage("A control chart takes numbers, not NaN.");
  }

  private static List<Double> values(double... values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static List<Integer> ruled(double... deviations) {
    List<List<Signal>> signals = SignalRules.apply(deviations, deviations);
    return IntStream.range(0, deviations.length)
        .filter(i -> signals.get(i).contains(Signal.TWO_OF_THREE))
        .boxed()
        .toList();
  }

  private static List<Integer> flagged(Xmr chart, Signal signal) {
    return IntStream.range(0, chart.signals().size())
        .filter(i -> chart.signals().get(i).contains(signal))
        .boxed()
        .toList();
  }
}
