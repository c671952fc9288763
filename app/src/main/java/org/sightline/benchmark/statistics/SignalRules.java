package org.sightline.benchmark.statistics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The rules of NHS England's "Making data count", which the NHS-R Community's NHSRplotthedots also
 * follows. All points of a pattern have its signal, but of two in three only those near a limit. A
 * point beyond a limit counts as near it here, because it is no weaker sign of the same; in
 * NHSRplotthedots it does not.
 */
final class SignalRules {
  private static final int SEVEN = 7;
  private static final int THREE = 3;
  private static final double NEAR = 2.0 / 3;

  private final double[] values;
  private final double[] deviations;
  private final List<Set<Signal>> signals = new ArrayList<>();

  /**
   * Deviations are from the centre line, in distances of the limit from it: beyond 1 is outside.
   */
  private SignalRules(double[] values, double[] deviations) {
    this.values = values;
    this.deviations = deviations;
    for (int i = 0; i < values.length; i++) {
      signals.add(EnumSet.noneOf(Signal.class));
    }
  }

  /** The signals of each point, the strongest first; none where it is common variation. */
  static List<List<Signal>> apply(double[] values, double[] deviations) {
    SignalRules rules = new SignalRules(values, deviations);
    rules.outside();
    rules.trends();
    rules.twoOfThree();
    rules.runs();
    return rules.signals.stream().map(List::copyOf).toList();
  }

  private void outside() {
    mark(0, values.length, Signal.OUTSIDE_LIMITS, i -> Math.abs(deviations[i]) > 1);
  }

  private void trends() {
    windows(SEVEN)
        .filter(from -> Math.abs(steps(from)) == SEVEN - 1)
        .forEach(from -> mark(from, SEVEN, Signal.TREND, _ -> true));
  }

  private void twoOfThree() {
    windows(THREE)
        .filter(from -> oneSide(from, THREE))
        .filter(from -> IntStream.range(from, from + THREE).filter(this::near).count() >= 2)
        .forEach(from -> mark(from, THREE, Signal.TWO_OF_THREE, this::near));
  }

  private void runs() {
    windows(SEVEN)
        .filter(from -> oneSide(from, SEVEN))
        .forEach(from -> mark(from, SEVEN, Signal.RUN, _ -> true));
  }

  private IntStream windows(int size) {
    return IntStream.rangeClosed(0, values.length - size);
  }

  /** Steps up less steps down among seven points: 6 or -6 when all go one way. */
  private int steps(int from) {
    return IntStream.range(from + 1, from + SEVEN)
        .map(i -> Double.compare(values[i], values[i - 1]))
        .sum();
  }

  private boolean oneSide(int from, int size) {
    double sides =
        IntStream.range(from, from + size).mapToDouble(i -> Math.signum(deviations[i])).sum();
    return Math.abs(sides) == size;
  }

  private boolean near(int point) {
    return Math.abs(deviations[point]) > NEAR;
  }

  private void mark(int from, int size, Signal signal, IntPredicate which) {
    IntStream.range(from, from + size).filter(which).forEach(i -> signals.get(i).add(signal));
  }
}
