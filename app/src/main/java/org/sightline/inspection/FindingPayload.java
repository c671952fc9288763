package org.sightline.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What came of amending a finding: the finding, or what was wrong. */
record FindingPayload(@Nullable Finding finding, List<UserError> errors) {
  static FindingPayload wrong(UserErrors errors) {
    return new FindingPayload(null, errors.list());
  }
}
