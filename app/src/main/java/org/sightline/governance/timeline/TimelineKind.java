package org.sightline.governance.timeline;

/** The kinds of entries, in the order in which those of one day stand. */
enum TimelineKind {
  INTERVENTION,
  INSPECTION,
  VISIT,
  LETTER,
  REVIEW,
  PLAN,
  MILESTONE,
  STATUS_REPORT,
  INDICATOR;

  /** Whether other things fall within it. */
  boolean isSpan() {
    return this == INTERVENTION || this == PLAN;
  }
}
