package org.sightline.governance.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What came of a change: the review, or what was wrong. */
record ReviewPayload(@Nullable Review review, List<UserError> errors) {
  static ReviewPayload done(Review review) {
    return new ReviewPayload(review, List.of());
  }

  static ReviewPayload wrong(UserErrors errors) {
    return new ReviewPayload(null, errors.list());
  }

  static ReviewPayload wrong(@Nullable String field, String code, String message) {
    return new ReviewPayload(null, List.of(new UserError(field, code, message)));
  }
}
