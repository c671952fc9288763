package org.sightline.intake;

/** How far an import is. */
public enum ImportPhase {
  /** Rows are read and staged. */
  READING,
  /** Duplicates, denominators in other rows, and what stands already. */
  CHECKING,
  /** Observations are written. */
  WRITING,
  /** It is over, one way or another. */
  ENDED
}
