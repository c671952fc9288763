package org.sightline.indicator;

/** Who may see a row. */
public enum AccessClass {
  PUBLISHED,
  SHARED,
  COUNCIL_ONLY,
  EMBARGOED
}
