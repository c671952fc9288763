package org.sightline.indicator;

/** What sort of figure an indicator is: decides which interval and which funnel apply. */
public enum IndicatorKind {
  /** A number of things that happened or were there. */
  COUNT,
  /** A part of a whole, in per cent. */
  PROPORTION,
  /** A count over a population, times a multiplier. */
  RATE,
  /** A count over something it is no part of, such as cases per worker. */
  RATIO,
  /** An average of single values. */
  MEAN,
  /** None of these: a percentile, an estimate, full-time equivalents. No interval applies. */
  OTHER
}
