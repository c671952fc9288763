package org.sightline.plan.report;

/** What came of one action between two reports. */
public enum ActionMove {
  /** Not in the earlier report. */
  ADDED,
  /** No longer in the later one. */
  REMOVED,
  /** In another state. */
  MOVED,
  /** Completed since. */
  COMPLETED,
  /** Its effect shown since. */
  IMPACT_SHOWN,
  /** Its due date changed since. */
  RE_DATED,
  /** Opened again after it had been completed. */
  REOPENED
}
