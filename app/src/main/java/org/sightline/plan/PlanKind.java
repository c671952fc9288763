package org.sightline.plan;

/** What a plan is for. */
public enum PlanKind {
  IMPROVEMENT,
  PRIORITY_ACTION,
  SERVICE,
  STRATEGIC
}
