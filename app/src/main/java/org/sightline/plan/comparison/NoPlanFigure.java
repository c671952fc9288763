package org.sightline.plan.comparison;

/** Why a figure of a plan is missing. */
enum NoPlanFigure {
  /** Nothing is there to count: no report at or before the day, and no actions today. */
  NO_REPORT_BY_THEN,
  /** The report does not state it. */
  NOT_STATED,
  /** No status of the plan's scheme means it. */
  NOT_IN_SCHEME,
  /** There are no actions under what is asked. */
  NO_ACTIONS,
  /** There is no earlier report to count from. */
  NO_EARLIER_REPORT,
  /** The span has no days. */
  NO_SPAN,
  /** For some completed actions the day is not stated. */
  COMPLETION_DAYS_NOT_STATED
}
