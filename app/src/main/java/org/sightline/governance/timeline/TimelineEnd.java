package org.sightline.governance.timeline;

/** Whether something has an end. */
enum TimelineEnd {
  KNOWN,
  GOES_ON,
  NOT_STATED
}
