package org.sightline.access.sharing;

/** Whether who sees the data may publish it, or what is made of it. */
public enum OnwardPublication {
  NONE,
  WITH_CONSENT,
  AGGREGATES,
  ALLOWED
}
