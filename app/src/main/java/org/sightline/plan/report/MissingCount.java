package org.sightline.plan.report;

/** Why there is no count. */
public enum MissingCount {
  /** The report does not state it. */
  NOT_STATED,
  /** The plan's scheme has no status that means it. */
  NOT_IN_SCHEME
}
