package org.sightline.access.onboarding;

/** What an onboarding does after the organisation has its row. */
public enum OnboardingStep {
  KEYCLOAK_ORGANISATION,
  FIRST_DATA_OWNER,
  INVITATION,
  FIRST_SIGN_IN
}
