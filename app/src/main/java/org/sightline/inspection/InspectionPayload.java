package org.sightline.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What came of recording or amending an inspection: the inspection, or what was wrong. */
record InspectionPayload(@Nullable Inspection inspection, List<UserError> errors) {
  static InspectionPayload wrong(UserErrors errors) {
    return new InspectionPayload(null, errors.list());
  }
}
