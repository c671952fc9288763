package org.sightline.inspection;

/** How a clock stands on a day. */
public enum ClockState {
  MET,
  MET_LATE,
  RUNNING,
  OVERDUE,
  PASSED,
  NOT_KNOWN,
  DOES_NOT_APPLY
}
