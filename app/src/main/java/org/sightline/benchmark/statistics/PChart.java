package org.sightline.benchmark.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A control chart of proportions whose denominators vary: p +/- 3 root(p(1 - p) / n) at each point,
 * p being all counts over all denominators; limits stop at 0 and 1. Shewhart's chart, as in the
 * NIST/SEMATECH "e-Handbook of statistical methods" 6.3.3.2; the rules are those of {@link Xmr}.
 *
 * @param centre p, 0 to 1
 * @param limits at each point, in the order given; neither is null
 * @param trial under 13 points: the limits will move as points are added
 * @param signals of each point, the strongest first
 */
public record PChart(
    double centre, List<Interval> limits, boolean trial, List<List<Signal>> signals) {
  private static final int SIGMAS = 3;

  /**
   * Of counts and their denominators, in the order of time.
   *
   * @throws IllegalArgumentException for fewer than two points, lists of different length, or a
   *     count that is not within 0 to its denominator
   */
  public static PChart of(List<Double> counts, List<Double> denominators) {
    check(counts, denominators);
    double count = counts.stream().mapToDouble(Double::doubleValue).sum();
    double denominator = denominators.stream().mapToDouble(Double::doubleValue).sum();
    double centre = count / denominator;
    double[] values =
        indices(counts).mapToDouble(i -> counts.get(i) / denominators.get(i)).toArray();
    double[] distances =
        indices(counts).mapToDouble(i -> distance(centre, denominators.get(i))).toArray();
    // Cross-multiplied, so that a point on the centre line is on it whatever the rounding.
    double[] deviations =
        indices(counts)
            .mapToDouble(
                i ->
                    deviation(
                        counts.get(i) * denominator - count * denominators.get(i),
                        distances[i] * denominators.get(i) * denominator))
            .toArray();
    return new PChart(
        centre,
        indices(counts).mapToObj(i -> around(centre, distances[i])).toList(),
        counts.size() < Xmr.ENOUGH,
        SignalRules.apply(values, deviations));
  }

  private static void check(List<Double> counts, List<Double> denominators) {
    if (counts.size() < 2 || counts.size() != denominators.size()) {
      throw new IllegalArgumentException(
          "A p-chart takes two counts or more, each with its denominator.");
    }
    indices(counts).forEach(i -> Counts.checkProportion(counts.get(i), denominators.get(i)));
  }

  private static double distance(double centre, double denominator) {
    return SIGMAS * Math.sqrt(centre * (1 - centre) / denominator);
  }

  private static double deviation(double fromCentre, double distance) {
    return fromCentre == 0 ? 0 : fromCentre / distance;
  }

  private static Interval around(double centre, double distance) {
    return new Interval(Math.max(0, centre - distance), Math.min(1, centre + distance));
  }

  private static IntStream indices(List<Double> counts) {
    return IntStream.range(0, counts.size());
  }
}
