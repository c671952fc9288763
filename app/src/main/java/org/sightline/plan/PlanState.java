package org.sightline.plan;

/** Whether a plan is worked on, worked by, or done with. */
public enum PlanState {
  DRAFT,
  LIVE,
  CLOSED
}
