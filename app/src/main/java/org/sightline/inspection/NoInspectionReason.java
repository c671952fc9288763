package org.sightline.inspection;

/** Why a council of a group has no row in a matrix. */
public enum NoInspectionReason {
  NEVER_INSPECTED_UNDER_FRAMEWORK,
  NOT_THERE_ON_DAY
}
