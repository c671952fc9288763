package org.sightline.plan.report;

/** The names of this room's types in the schema. */
final class ReportTypes {
  static final String PLAN = "Plan";
  static final String REPORT = "StatusReport";

  private ReportTypes() {}
}
