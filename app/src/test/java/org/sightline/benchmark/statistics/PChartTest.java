package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.benchmark.statistics.Exactly.assertRelative;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PChartTest {
  /**
   * Montgomery 1991, "Introduction to statistical quality control", 2nd edition, pp. 152-155:
   * frozen orange juice cans, 30 samples of 50, as the R package qcc holds them as {@code
   * orangejuice}; samples 15 and 23 are out of control. The digits are of the formula.
   */
  @Example
  void agreesWithTheTextbook() {
    List<Double> counts =
        counts(
            12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15,
            9, 12, 7, 13, 9, 6);
    PChart chart = PChart.of(counts, Collections.nCopies(30, 50.0));

    assertRelative(chart.centre(), 347.0 / 1500);
    assertThat(chart.limits())
        .allSatisfy(
            limits -> {
              assertRelative(limits.lower(), 0.05242754807192823);
              assertRelative(limits.upper(), 0.41023911859473844);
            });
    assertThat(flagged(chart, Signal.OUTSIDE_LIMITS)).containsExactly(14, 22);
    assertThat(chart.trial()).isFalse();
  }

  @Example
  void limitsFollowTheDenominators() {
    PChart chart = PChart.of(counts(10, 40, 3), List.of(100.0, 400.0, 30.0));

    assertThat(chart.centre()).isEqualTo(0.1);
    assertRelative(chart.limits().get(0).upper(), 0.1 + 3 * 0.03);
    assertRelative(chart.limits().get(1).lower(), 0.1 - 3 * 0.015);
    assertThat(chart.limits().get(2).lower()).isEqualTo(0.0);
    assertThat(chart.trial()).isTrue();
  }

  @Property
  void aPointOnTheCentreLineBreaksARun(@ForAll @IntRange(min = 1, max = 300) int of) {
    List<Double> denominators = Collections.nCopies(15, 10.0 * of);
    List<Double> counts = counts(4, 4, 4, 4, 4, 4, 5, 6, 6, 6, 6, 6, 6, 5, 5);
    PChart chart = PChart.of(counts.stream().map(count -> count * of).toList(), denominators);

    assertThat(chart.centre()).isEqualTo(0.5);
    assertThat(flagged(chart, Signal.RUN)).isEmpty();
  }

  @Property
  void noneAndAllHaveNoSignal(
      @ForAll @IntRange(min = 2, max = 20) int n, @ForAll @IntRange(min = 1, max = 90) int of) {
    List<Double> denominators = Collections.nCopies(n, (double) of);

    assertThat(PChart.of(Collections.nCopies(n, 0.0), denominators).signals())
        .allMatch(List::isEmpty);
    PChart all = PChart.of(denominators, denominators);
    assertThat(all.signals()).allMatch(List::isEmpty);
    assertThat(all.limits()).allMatch(limits -> limits.equals(new Interval(1.0, 1.0)));
  }

  @Example
  void countsComeWithTheirDenominators() {
    assertThatThrownBy(() -> PChart.of(counts(1, 2), List.of(3.0)))
        .hasMessage("A p-chart takes two counts or more, each with its denominator.");
    assertThatThrownBy(() -> PChart.of(counts(1, 4), List.of(3.0, 3.0)))
        .hasMessage("4.0 is more than the 3.0 of which it is a part.");
  }

  private static List<Double> counts(double... counts) {
    return Arrays.stream(counts).boxed().toList();
  }

  private static List<Integer> flagged(PChart chart, Signal signal) {
    return IntStream.range(0, chart.signals().size())
        .filter(i -> chart.signals().get(i).contains(signal))
        .boxed()
        .toList();
  }
}
