package org.sightline.access.onboarding;

/** What an onboarding has done for good, in this order. A crash can come after each. */
enum Milestone {
  ORGANISATION_WRITTEN,
  KEYCLOAK_ORGANISATION_MADE,
  KEYCLOAK_ID_WRITTEN,
  INVITATION_WITHDRAWN,
  FIRST_DATA_OWNER_WRITTEN,
  INVITATION_SENT,
  SENDING_WRITTEN,
  KEYCLOAK_ORGANISATION_REMOVED
}
