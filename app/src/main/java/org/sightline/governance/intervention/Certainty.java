package org.sightline.governance.intervention;

/** How sure something is of which not every day is known. */
public enum Certainty {
  CERTAIN,
  POSSIBLE,
  NOT_HELD
}
