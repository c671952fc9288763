package org.sightline.governance.review;

/** What kind of point a review makes. */
public enum ReviewPointKind {
  STRENGTH,
  CONCERN,
  RECOMMENDATION,
  NEXT_STEP
}
