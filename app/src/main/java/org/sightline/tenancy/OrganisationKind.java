package org.sightline.tenancy;

/** What kind of organisation it is. */
public enum OrganisationKind {
  /** A council: the only kind whose data is about itself. */
  COUNCIL,
  /** A partnership of the councils of a region. */
  REGIONAL_BODY,
  /** The Department for Education. */
  DFE,
  /** Who runs the platform. */
  OPERATOR
}
