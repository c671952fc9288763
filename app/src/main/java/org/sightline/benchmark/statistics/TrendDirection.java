package org.sightline.benchmark.statistics;

/** Which way a series goes, whichever end is better. */
public enum TrendDirection {
  INCREASING(1),
  DECREASING(-1),
  NO_SIGNIFICANT_CHANGE(0);

  private final int sign;

  TrendDirection(int sign) {
    this.sign = sign;
  }

  /** 1 up, -1 down, 0 neither. */
  public int sign() {
    return sign;
  }
}
