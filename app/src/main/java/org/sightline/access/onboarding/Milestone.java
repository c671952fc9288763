package org.sightline.access.onboarding;

/** What an onboarding has done for good, in this order. A crash can come after each. */
enum Milestone {
  ORGANISATION_WRITTEN,
  KEYCLOAK_ORGANISATION_MADE,
  KEYCLOAK_ID_WRITTEN,
  FIRST_DATA_OWNER_WRITTEN,
  INVITATION_SENT,
  COMPLETION_WRITTEN,
  KEYCLOAK_ORGANISATION_REMOVED
}
