package org.sightline.access.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What came of saying whom a regional body is for: the body, or what was wrong. */
record RegionalBodyPayload(@Nullable Organisation regionalBody, List<UserError> errors) {
  static RegionalBodyPayload wrong(UserErrors errors) {
    return new RegionalBodyPayload(null, errors.list());
  }
}
