package org.sightline.council;

/** Kinds of upper-tier council, as DfE's list of local authorities has them. */
public enum CouncilType {
  UNITARY,
  METROPOLITAN,
  LONDON_BOROUGH,
  COUNTY
}
