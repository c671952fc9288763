package org.sightline.inspection;

/** What a finding is. */
public enum FindingKind {
  STRENGTH,
  AREA_FOR_IMPROVEMENT,
  PRIORITY_ACTION,
  RECOMMENDATION,
  OBSERVATION
}
