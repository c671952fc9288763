package org.sightline.inspection;

import java.util.List;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What came of recording findings: all of them, or what was wrong. */
record FindingsPayload(List<Finding> findings, List<UserError> errors) {
  static FindingsPayload wrong(UserErrors errors) {
    return new FindingsPayload(List.of(), errors.list());
  }
}
