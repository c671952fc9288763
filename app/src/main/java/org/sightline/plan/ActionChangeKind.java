package org.sightline.plan;

/** What a change of an action was. */
public enum ActionChangeKind {
  CREATED,
  CHANGED,
  RE_DATED,
  COMPLETED,
  REOPENED,
  REMOVED
}
