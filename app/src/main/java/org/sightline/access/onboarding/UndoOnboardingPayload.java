package org.sightline.access.onboarding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/**
 * What came of undoing an onboarding.
 *
 * @param code null where it is not undone
 * @param stoppedBecause why it is half undone, null when it is undone
 * @param errors empty where all is well
 */
public record UndoOnboardingPayload(
    @Nullable String code, @Nullable String stoppedBecause, List<UserError> errors) {
  static UndoOnboardingPayload refused(UserErrors errors) {
    return new UndoOnboardingPayload(null, null, errors.list());
  }
}
