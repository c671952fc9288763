package org.sightline.access.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;

/**
 * A revoked member, or what was wrong; then the member is null and nothing has changed.
 *
 * @param keycloakNotice what is left to be done in Keycloak, null when nothing is
 * @param errors empty where all is well
 */
public record RevokeMemberPayload(
    @Nullable Member member, @Nullable String keycloakNotice, List<UserError> errors) {
  static RevokeMemberPayload of(Member member, @Nullable String keycloakNotice) {
    return new RevokeMemberPayload(member, keycloakNotice, List.of());
  }

  static RevokeMemberPayload refused(UserError error) {
    return new RevokeMemberPayload(null, null, List.of(error));
  }
}
