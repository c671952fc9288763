package org.sightline.access.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/** What a mutation of protocols answers: the protocol, or what was wrong. */
record ProtocolPayload(@Nullable SharingProtocol sharingProtocol, List<UserError> errors) {
  static ProtocolPayload done(SharingProtocol protocol) {
    return new ProtocolPayload(protocol, List.of());
  }

  static ProtocolPayload wrong(UserErrors errors) {
    return new ProtocolPayload(null, errors.list());
  }

  static ProtocolPayload wrong(String field, String code, String message) {
    return new ProtocolPayload(null, List.of(new UserError(field, code, message)));
  }
}
