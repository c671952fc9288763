package org.sightline.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What a mutation answers: the thing as it stands now, or what was wrong. */
record WorkstreamPayload(@Nullable Workstream workstream, List<UserError> errors) {
  static WorkstreamPayload done(Workstream done) {
    return new WorkstreamPayload(done, List.of());
  }

  static WorkstreamPayload wrong(UserErrors errors) {
    return new WorkstreamPayload(null, errors.list());
  }
}
