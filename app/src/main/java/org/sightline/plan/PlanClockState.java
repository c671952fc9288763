package org.sightline.plan;

/** How a plan stands to a clock on a day. */
enum PlanClockState {
  MET,
  LATE,
  RUNNING,
  OVERDUE,
  NOT_STATED,
  NOT_COUNTED
}
