package org.sightline.plan;

/** Which of an action's states is asked for. */
enum StateBasis {
  /** What the council declares. */
  DECLARED,
  /** What the days come to. */
  COMPUTED
}
