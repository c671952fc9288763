package org.sightline.benchmark.statistics;

/** Which way a series goes, whichever end is better. */
public enum Movement {
  INCREASING,
  DECREASING,
  NO_SIGNIFICANT_CHANGE
}
