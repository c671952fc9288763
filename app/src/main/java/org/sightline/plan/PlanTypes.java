package org.sightline.plan;

/** The names of this room's types in the schema. */
final class PlanTypes {
  static final String PLAN = "Plan";
  static final String WORKSTREAM = "Workstream";
  static final String ACTION = "Action";
  static final String MILESTONE = "Milestone";
  static final String SCHEME = "StatusScheme";

  private PlanTypes() {}
}
