package org.sightline.access.agreement;

/** How an agreement stands. Only {@link #LIVE} gives access. */
public enum AgreementState {
  PROPOSED,
  SIGNED_BY_OWNER,
  SIGNED_BY_RECIPIENT,
  LIVE,
  NOT_YET_VALID,
  EXPIRED,
  REVOKED
}
