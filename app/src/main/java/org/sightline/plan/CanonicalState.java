package org.sightline.plan;

/** What a status of any scheme comes to: what is compared, where colours are not. */
public enum CanonicalState {
  NOT_STARTED,
  ON_TRACK,
  AT_RISK,
  OVERDUE,
  COMPLETED,
  COMPLETED_WITH_IMPACT,
  NOT_STATED;

  /** Whether the work is done, with or without an effect shown. */
  public boolean isDone() {
    return this == COMPLETED || this == COMPLETED_WITH_IMPACT;
  }
}
