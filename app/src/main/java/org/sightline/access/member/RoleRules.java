package org.sightline.access.member;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;

/** Which roles members of which organisations can have; the database holds to the same. */
final class RoleRules {
  private RoleRules() {}

  /** Notes what is wrong with the roles that a member is to have. */
  static void check(
      Collection<Role> roles, OrganisationKind organisation, MemberKind member, UserErrors errors) {
    Set<Role> allowed = allowed(organisation, member);
    errors.addIf(roles.isEmpty(), "roles", "EMPTY", "A member has at least one role.");
    errors.addIf(
        !allowed.containsAll(roles),
        "roles",
        "NOT_ALLOWED",
        "%s of this organisation can have the roles %s."
            .formatted(member == MemberKind.MACHINE ? "A machine client" : "A person", allowed));
  }

  private static Set<Role> allowed(OrganisationKind organisation, MemberKind member) {
    EnumSet<Role> allowed =
        switch (organisation) {
          case COUNCIL, REGIONAL_BODY ->
              EnumSet.of(Role.ANALYST, Role.CONTRIBUTOR, Role.DATA_OWNER);
          case DFE -> EnumSet.of(Role.ANALYST, Role.DATA_OWNER, Role.ADVISER);
          case OPERATOR -> EnumSet.of(Role.OPERATOR);
        };
    if (member == MemberKind.MACHINE) {
      allowed.retainAll(EnumSet.of(Role.ANALYST, Role.CONTRIBUTOR));
    }
    return allowed;
  }
}
