package org.sightline.benchmark.statistics;

import java.util.Arrays;

/**
 * A straight line through points at 1, 2, 3 ..., each weighted by 1 / its error squared; a point
 * left out has weight 0.
 */
final class WeightedLine {
  private final double[] ys;
  private final double[] weights;
  private final double meanX;
  private final double spread;

  private WeightedLine(double[] ys, double[] weights) {
    this.ys = ys;
    this.weights = weights;
    double sum = Arrays.stream(weights).sum();
    double weighted = 0;
    for (int i = 0; i < ys.length; i++) {
      weighted += weights[i] * (i + 1);
    }
    this.meanX = weighted / sum;
    double squares = 0;
    for (int i = 0; i < ys.length; i++) {
      squares += weights[i] * (i + 1 - meanX) * (i + 1 - meanX);
    }
    this.spread = squares;
  }

  static WeightedLine of(double[] ys, double[] errors) {
    return new WeightedLine(
        ys.clone(), Arrays.stream(errors).map(error -> 1 / (error * error)).toArray());
  }

  static WeightedLine unweighted(double[] ys) {
    double[] ones = new double[ys.length];
    Arrays.fill(ones, 1);
    return new WeightedLine(ys.clone(), ones);
  }

  WeightedLine without(int point) {
    double[] others = weights.clone();
    others[point] = 0;
    return new WeightedLine(ys, others);
  }

  /** Computed from the first point, so that equal values have a slope of exactly 0. */
  double slope() {
    double product = 0;
    for (int i = 0; i < ys.length; i++) {
      product += weights[i] * (i + 1 - meanX) * (ys[i] - ys[0]);
    }
    return product / spread;
  }

  /** The errors being known. */
  double slopeVariance() {
    return 1 / spread;
  }
}
