package org.sightline.access.onboarding;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.OrganisationKind;

/**
 * How far the onboarding of an organisation has come.
 *
 * @param key the organisation's own number
 * @param keycloakId the organisation's id in Keycloak, null before it is written down
 * @param firstDataOwner null before that step, and where the viewer may not see the member
 * @param invitedAt when the open invitation was sent last, null before
 * @param completedAt when the first data owner accepted it, null before
 */
public record Onboarding(
    int key,
    String code,
    String name,
    OrganisationKind kind,
    OffsetDateTime startedAt,
    @Nullable String keycloakId,
    @Nullable FirstDataOwner firstDataOwner,
    @Nullable OffsetDateTime invitedAt,
    @Nullable OffsetDateTime completedAt) {

  /** The step that comes next, null when all are done. */
  public @Nullable OnboardingStep nextStep() {
    if (completedAt != null) {
      return null;
    }
    if (keycloakId == null) {
      return OnboardingStep.KEYCLOAK_ORGANISATION;
    }
    if (firstDataOwner == null) {
      return OnboardingStep.FIRST_DATA_OWNER;
    }
    return invitedAt == null ? OnboardingStep.INVITATION : OnboardingStep.FIRST_SIGN_IN;
  }
}
