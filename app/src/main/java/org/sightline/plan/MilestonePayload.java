package org.sightline.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What a mutation answers: the thing as it stands now, or what was wrong. */
record MilestonePayload(@Nullable Milestone milestone, List<UserError> errors) {
  static MilestonePayload done(Milestone done) {
    return new MilestonePayload(done, List.of());
  }

  static MilestonePayload wrong(UserErrors errors) {
    return new MilestonePayload(null, errors.list());
  }
}
