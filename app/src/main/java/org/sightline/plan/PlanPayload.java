package org.sightline.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What a mutation answers: the thing as it stands now, or what was wrong. */
record PlanPayload(@Nullable Plan plan, List<UserError> errors) {
  static PlanPayload done(Plan done) {
    return new PlanPayload(done, List.of());
  }

  static PlanPayload wrong(UserErrors errors) {
    return new PlanPayload(null, errors.list());
  }
}
