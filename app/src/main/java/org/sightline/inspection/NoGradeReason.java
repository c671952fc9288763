package org.sightline.inspection;

/** Why there is no grade. */
public enum NoGradeReason {
  NOT_JUDGED_UNDER_FRAMEWORK,
  BEFORE_AREA_EXISTED,
  NOT_STATED
}
