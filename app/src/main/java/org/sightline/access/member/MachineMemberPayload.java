package org.sightline.access.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;

/**
 * A machine client and how it signs in, or what was wrong; then both are null.
 *
 * @param errors empty where all is well
 */
public record MachineMemberPayload(
    @Nullable Member member, @Nullable MachineCredentials credentials, List<UserError> errors) {
  /**
   * How a machine client gets tokens.
   *
   * @param secret given out this once
   */
  public record MachineCredentials(String clientId, String secret, String tokenAddress) {
    /** Without the secret: a log may hold it. */
    @Override
    public String toString() {
      return "MachineCredentials[" + clientId + "]";
    }
  }

  static MachineMemberPayload of(Member member, MachineCredentials credentials) {
    return new MachineMemberPayload(member, credentials, List.of());
  }

  static MachineMemberPayload refused(UserErrors errors) {
    return new MachineMemberPayload(null, null, errors.list());
  }

  static MachineMemberPayload refused(UserError error) {
    return new MachineMemberPayload(null, null, List.of(error));
  }
}
