package org.sightline.governance.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What came of a change: the home, or what was wrong. */
record HomePayload(@Nullable ChildrensHome home, List<UserError> errors) {
  static HomePayload wrong(UserErrors errors) {
    return new HomePayload(null, errors.list());
  }

  static HomePayload wrong(String field, String code, String message) {
    return new HomePayload(null, List.of(new UserError(field, code, message)));
  }
}
