package org.sightline.inspection.framework;

/** What a clock is for. */
public enum ClockSubject {
  LETTER,
  PRIORITY_ACTION
}
