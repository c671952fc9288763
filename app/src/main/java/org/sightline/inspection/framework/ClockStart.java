package org.sightline.inspection.framework;

/** The day after which a clock counts. */
public enum ClockStart {
  FIRST_DAY,
  LAST_DAY,
  PUBLICATION
}
