package org.sightline.benchmark;

/** Why there is no rank or no band. */
public enum NoRankReason {
  /** Neither high nor low is good by the indicator's polarity. */
  NEUTRAL_POLARITY,
  /** Good is near a target, and no target is known. */
  NO_TARGET,
  /** There is no value. */
  NO_VALUE,
  /** The official dictionary holds that the range is too small for bands. */
  SMALL_RANGE,
  /** Fewer than four values: too few for quartiles. */
  TOO_FEW_VALUES;

  /** The reason why a statistic has no direction, as the reason of a rank. */
  static NoRankReason of(NoStatisticReason noDirection) {
    return noDirection == NoStatisticReason.NO_TARGET ? NO_TARGET : NEUTRAL_POLARITY;
  }
}
