package org.sightline.indicator;

/** Why a value is not there. Missing is a value: never a bare null, never zero. */
public enum MissingReason {
  /** Hidden to protect confidentiality: DfE's c. */
  SUPPRESSED,
  /** Not applicable to the area: z. */
  NOT_APPLICABLE,
  /** Not available: x. */
  NOT_AVAILABLE,
  /** Withheld because it is not reliable enough: u. */
  LOW_RELIABILITY,
  /** Rounds to zero, but is not zero: low, k. */
  ROUNDS_TO_ZERO,
  /** A joint return holds the figure of several councils. */
  REPORTED_JOINTLY,
  /** The release has no row for the area, period and breakdown. */
  NOT_COLLECTED,
  /** The council did not exist yet in the period. */
  COUNCIL_NOT_YET_CREATED,
  /** The council had ended before the period did. */
  COUNCIL_ENDED
}
