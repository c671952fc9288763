package org.sightline.access.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/**
 * A member after a change, or what was wrong; then the member is null and nothing has changed.
 *
 * @param errors empty where all is well
 */
public record MemberPayload(@Nullable Member member, List<UserError> errors) {
  static MemberPayload of(Member member) {
    return new MemberPayload(member, List.of());
  }

  static MemberPayload refused(UserErrors errors) {
    return new MemberPayload(null, errors.list());
  }

  static MemberPayload refused(UserError error) {
    return new MemberPayload(null, List.of(error));
  }
}
