package org.sightline.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What a mutation answers: the thing as it stands now, or what was wrong. */
record SchemePayload(@Nullable StatusScheme statusScheme, List<UserError> errors) {
  static SchemePayload done(StatusScheme done) {
    return new SchemePayload(done, List.of());
  }

  static SchemePayload wrong(UserErrors errors) {
    return new SchemePayload(null, errors.list());
  }
}
