package org.sightline.benchmark.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** The two levels at which intervals and control limits are given: 19 in 20, and 998 in 1,000. */
public enum Confidence {
  P95(0.95),
  P998(0.998);

  private final double level;
  private final double z;

  Confidence(double level) {
    this.level = level;
    this.z = new NormalDistribution().inverseCumulativeProbability(1 - (1 - level) / 2);
  }

  /** The share covered, such as 0.95. */
  public double level() {
    return level;
  }

  /** What is left out at each of the two ends, such as 0.025. */
  public double tail() {
    return (1 - level) / 2;
  }

  /** How many standard errors lie on either side, such as 1.95996. */
  public double z() {
    return z;
  }
}
