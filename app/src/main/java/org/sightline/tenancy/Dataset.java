package org.sightline.tenancy;

/** What an agreement can cover. */
public enum Dataset {
  INDICATORS,
  INSPECTIONS,
  PLANS,
  AUDITS
}
