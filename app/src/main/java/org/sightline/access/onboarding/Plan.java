package org.sightline.access.onboarding;

import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.OrganisationKind;

/**
 * Which organisation is to be made, and who decides for it.
 *
 * @param councilKey the area of a council, null for others
 * @param onsCode of a council, null for others
 */
record Plan(
    String code,
    String name,
    OrganisationKind kind,
    @Nullable Integer councilKey,
    @Nullable String onsCode,
    FirstDataOwner firstDataOwner) {

  /** Notes what of an onboarding that was begun before does not agree with this plan. */
  void agreeWith(Onboarding begun, UserErrors errors) {
    errors.addIf(
        begun.completedAt() != null,
        null,
        "ALREADY_ONBOARDED",
        "%s (%s) takes part already.".formatted(begun.name(), begun.code()));
    boolean isOther = !begun.name().equals(name) || begun.kind() != kind;
    errors.addIf(
        begun.completedAt() == null && isOther,
        null,
        "BEGUN_OTHERWISE",
        "The onboarding of %s was begun with other words: go on with those that { onboardings { code name kind } } shows, or undo it first."
            .formatted(code));
  }
}
