package org.sightline.benchmark;

/** Why all members of a dimension have no total. */
public enum NoTotalReason {
  /** None is given, and no definition says that the members make a whole: they may overlap. */
  NOT_A_PARTITION,
  /** None is given, and an average, a percentile or an estimate cannot be summed of parts. */
  NOT_ADDITIVE
}
