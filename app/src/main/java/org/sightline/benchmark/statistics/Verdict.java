package org.sightline.benchmark.statistics;

import org.jspecify.annotations.Nullable;

/**
 * A council's interval against the point value of a benchmark, as OHID compares areas with England:
 * the benchmark is taken as known ("Technical guide: RAG rating indicator values").
 */
public enum Verdict {
  BETTER,
  SIMILAR,
  WORSE,
  /** Above, where neither end is better. */
  HIGHER,
  /** Below, where neither end is better. */
  LOWER,
  /** Not similar, where how far councils vary beyond chance could not be estimated. */
  DIFFERS;

  /**
   * SIMILAR where the interval holds or touches the benchmark. A limit that is null is unbounded.
   *
   * @param direction null where the indicator has no polarity: then HIGHER, SIMILAR or LOWER
   */
  public static Verdict of(Interval interval, double benchmark, @Nullable Direction direction) {
    if (interval.contains(benchmark)) {
      return SIMILAR;
    }
    boolean above = interval.isAbove(benchmark);
    if (direction == null) {
      return above ? HIGHER : LOWER;
    }
    return above == (direction == Direction.HIGHER_FIRST) ? BETTER : WORSE;
  }

  /** What is left of it where nobody can say how far councils vary beyond chance. */
  public Verdict withoutOverDispersion() {
    return this == SIMILAR ? SIMILAR : DIFFERS;
  }
}
