package org.sightline.governance.intervention;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What came of a change: the intervention, or what was wrong. */
record InterventionPayload(@Nullable Intervention intervention, List<UserError> errors) {
  static InterventionPayload done(Intervention intervention) {
    return new InterventionPayload(intervention, List.of());
  }

  static InterventionPayload wrong(UserErrors errors) {
    return new InterventionPayload(null, errors.list());
  }

  static InterventionPayload wrong(@Nullable String field, String code, String message) {
    return new InterventionPayload(null, List.of(new UserError(field, code, message)));
  }
}
