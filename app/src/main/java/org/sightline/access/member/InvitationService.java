package org.sightline.access.member;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sightline.access.keycloak.KeycloakOrganisations;
import org.sightline.access.keycloak.Provisioner;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Role;

/** Invites people. Where Keycloak does not send the invitation, nobody is invited. */
@Singleton
class InvitationService {
  private static final String EMAIL = "email";

  private final MemberStore store;
  private final Provisioner provisioner;
  private final KeycloakHome home;
  private final KeycloakOrganisations organisations;

  InvitationService(
      MemberStore store,
      Provisioner provisioner,
      KeycloakHome home,
      KeycloakOrganisations organisations) {
    this.store = store;
    this.provisioner = provisioner;
    this.home = home;
    this.organisations = organisations;
  }

  /**
   * Invites somebody to the viewer's organisation, or sends an open invitation again.
   *
   * @throws org.sightline.tenancy.Forbidden when the viewer is no data owner
   * @throws org.sightline.access.keycloak.KeycloakFailure when the invitation is not sent
   */
  MemberPayload invite(String writtenName, String writtenEmail, Set<Role> roles) {
    org.sightline.tenancy.Member inviter = BoundViewer.current().require(Role.DATA_OWNER);
    UserErrors errors = new UserErrors();
    String name = PersonTexts.name("name", writtenName, errors);
    String email = PersonTexts.email(EMAIL, writtenEmail, errors);
    RoleRules.check(roles, inviter.organisationKind(), MemberKind.PERSON, errors);
    provisioner.require(errors);
    if (!errors.isEmpty()) {
      return MemberPayload.refused(errors);
    }
    store.lock(inviter.organisationId());
    Optional<Member> known = live(inviter.organisationId(), email);
    if (known.isPresent()) {
      return again(inviter, known.get(), roles);
    }
    return store
        .invite(inviter, name, email, roles)
        .map(invited -> sent(inviter, invited, email))
        .orElseGet(() -> MemberPayload.refused(taken()));
  }

  private Optional<Member> live(int organisationId, String email) {
    return store.ofOrganisation(organisationId).stream()
        .filter(member -> member.state() != MemberState.REVOKED && email.equals(member.email()))
        .findFirst();
  }

  private MemberPayload again(org.sightline.tenancy.Member inviter, Member known, Set<Role> roles) {
    if (known.state() == MemberState.ACTIVE) {
      return MemberPayload.refused(
          new UserError(EMAIL, "ALREADY_A_MEMBER", known.name() + " is a member already."));
    }
    if (!known.roles().equals(List.copyOf(roles.stream().sorted().toList()))) {
      return MemberPayload.refused(
          new UserError(
              "roles",
              "INVITED_OTHERWISE",
              "%s is invited already with the roles %s: invite with the same, or change them by changeMemberRoles."
                  .formatted(known.name(), known.roles())));
    }
    return sent(inviter, known, String.valueOf(known.email()));
  }

  private MemberPayload sent(org.sightline.tenancy.Member inviter, Member invited, String email) {
    organisations.invite(home.idFor(inviter), invited.name(), email);
    return MemberPayload.of(invited);
  }

  private static UserError taken() {
    return new UserError(
        EMAIL,
        "EMAIL_TAKEN",
        "This address is a member's of another organisation. A person is a member of one: use"
            + " another address, or have the other membership ended first.");
  }
}
