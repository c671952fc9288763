package org.sightline.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What a mutation answers: the thing as it stands now, or what was wrong. */
record ActionPayload(@Nullable Action action, List<UserError> errors) {
  static ActionPayload done(Action done) {
    return new ActionPayload(done, List.of());
  }

  static ActionPayload wrong(UserErrors errors) {
    return new ActionPayload(null, errors.list());
  }

  /** Somebody else was faster: with what stands now. */
  static ActionPayload stale(Action stands, UserErrors errors) {
    return new ActionPayload(stands, errors.list());
  }
}
