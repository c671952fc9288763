package org.sightline.access.onboarding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/**
 * What came of an onboarding.
 *
 * @param onboarding null where something was wrong with the input
 * @param stoppedBecause why the invitation is not sent, null when it is
 * @param errors empty where all is well
 */
public record OnboardingPayload(
    @Nullable Onboarding onboarding, @Nullable String stoppedBecause, List<UserError> errors) {
  static OnboardingPayload refused(UserErrors errors) {
    return new OnboardingPayload(null, null, errors.list());
  }
}
