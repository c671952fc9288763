package org.sightline.access.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What a mutation of agreements answers: the agreement, or what was wrong. */
record AgreementPayload(@Nullable SharingAgreement sharingAgreement, List<UserError> errors) {
  static AgreementPayload done(SharingAgreement agreement) {
    return new AgreementPayload(agreement, List.of());
  }

  static AgreementPayload wrong(UserErrors errors) {
    return new AgreementPayload(null, errors.list());
  }

  static AgreementPayload wrong(String field, String code, String message) {
    return new AgreementPayload(null, List.of(new UserError(field, code, message)));
  }
}
