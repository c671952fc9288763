package org.sightline.plan;

/** How much a data-quality finding matters. */
public enum DataQualitySeverity {
  /** Two statements cannot both be true. */
  ERROR,
  /** Something is probably wrong. */
  WARNING
}
