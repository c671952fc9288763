package org.sightline.inspection;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;
import org.sightline.indicator.AccessClass;

/** A data owner's change of who may see a record. */
record RecordAccessChange(
    String id,
    RecordKind kind,
    AccessClass from,
    AccessClass to,
    @Nullable OffsetDateTime embargoedUntil,
    String changedBy,
    OffsetDateTime changedAt) {

  /** What came of it: the change, or what was wrong. */
  record Payload(@Nullable RecordAccessChange change, List<UserError> errors) {
    static Payload wrong(UserErrors errors) {
      return new Payload(null, errors.list());
    }
  }
}
