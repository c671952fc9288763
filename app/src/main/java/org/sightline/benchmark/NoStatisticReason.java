package org.sightline.benchmark;

/** Why a statistic cannot be given. */
public enum NoStatisticReason {
  /** There is no value. */
  NO_VALUE,
  /** There is no numerator or no denominator. */
  NO_NUMERATOR,
  /** The numerator is below 0 or, of a proportion, above the denominator; or nothing is below. */
  IMPOSSIBLE_NUMERATOR,
  /** The figure is of a kind that has no such statistic. */
  NOT_A_PROPORTION_OR_RATE,
  /** A numerator is not a whole number, as full-time equivalents are, or beyond counting. */
  NOT_WHOLE_COUNTS,
  /** Neither high nor low is good. */
  NEUTRAL_POLARITY,
  /** The figures of two periods count largely the same things. */
  STOCK,
  /** Periods that roll or run on, or a definition that looks back or cumulates: the same twice. */
  OVERLAPPING_PERIODS,
  /** The rule is for yearly figures. */
  NOT_YEARLY,
  /** There are fewer points than the rule takes. */
  TOO_FEW_POINTS,
  /** Fewer areas have a value than the rule takes. */
  TOO_FEW_VALUES,
  /** The official dictionary holds that the range is too small. */
  SMALL_RANGE,
  /** The series breaks within the points that the rule takes. */
  SERIES_BREAK,
  /** A point within those that the rule takes is missing. */
  GAP_IN_SERIES,
  /** What it would be compared with has no value. */
  COMPARATOR_MISSING,
  /**
   * What it would be compared with is 0 or, of a proportion, all: chance has no limits around it.
   */
  TARGET_AT_LIMIT,
  /** The definition changed between the two periods. */
  DEFINITION_CHANGED,
  /** No target is known, or the statistic has no meaning around one. */
  NO_TARGET
}
