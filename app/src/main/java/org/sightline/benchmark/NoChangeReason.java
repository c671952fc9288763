package org.sightline.benchmark;

/** Why no change can be told. */
public enum NoChangeReason {
  NO_VALUE,
  PREVIOUS_VALUE_MISSING,
  NO_PREVIOUS_PERIOD,
  /** The figures of the period before are of a definition that does not compare. */
  DEFINITION_CHANGED
}
