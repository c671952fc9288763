package org.sightline.access.member;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Role;

/**
 * A person or a machine client of one organisation, as its colleagues see it.
 *
 * @param key the member's own number
 * @param subject what the member's tokens say; null while invited
 * @param email in lower case; null for a machine
 * @param clientId null for a person
 * @param roles in the order of their enum
 * @param version counts the changes
 */
public record Member(
    int key,
    int organisationId,
    MemberKind kind,
    @Nullable String subject,
    @Nullable String clientId,
    String name,
    @Nullable String email,
    List<Role> roles,
    OffsetDateTime invitedAt,
    @Nullable OffsetDateTime acceptedAt,
    @Nullable OffsetDateTime revokedAt,
    int version) {
  public Member {
    roles = roles.stream().sorted().toList();
  }

  /** Whether the membership holds. */
  public MemberState state() {
    if (revokedAt != null) {
      return MemberState.REVOKED;
    }
    return acceptedAt == null ? MemberState.INVITED : MemberState.ACTIVE;
  }

  /** Whether it is somebody who decides for the organisation and can sign in. */
  boolean isActiveDataOwner() {
    return state() == MemberState.ACTIVE && roles.contains(Role.DATA_OWNER);
  }
}
