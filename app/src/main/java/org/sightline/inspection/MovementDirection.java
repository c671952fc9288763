package org.sightline.inspection;

/** Where a grade went. */
public enum MovementDirection {
  IMPROVED,
  WORSENED,
  SAME
}
