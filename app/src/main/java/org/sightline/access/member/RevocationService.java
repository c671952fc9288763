package org.sightline.access.member;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.access.keycloak.KeycloakClients;
import org.sightline.access.keycloak.KeycloakFailure;
import org.sightline.access.keycloak.KeycloakOrganisations;
import org.sightline.access.keycloak.Provisioner;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends memberships. The database alone decides that one has ended; what Keycloak has not done is
 * said, and tried again when the member is revoked again.
 */
@Singleton
class RevocationService {
  private static final Logger LOG = LoggerFactory.getLogger(RevocationService.class);
  private static final String STAYS =
      "Keycloak still lists the person in its organisation, because Sightline's provisioner may"
          + " not manage users. It gives no access; the operator can remove the person there.";

  private final MemberStore store;
  private final MemberService members;
  private final Provisioner provisioner;
  private final KeycloakHome home;
  private final KeycloakOrganisations organisations;
  private final KeycloakClients clients;

  RevocationService(
      MemberStore store,
      MemberService members,
      Provisioner provisioner,
      KeycloakHome home,
      KeycloakOrganisations organisations,
      KeycloakClients clients) {
    this.store = store;
    this.members = members;
    this.provisioner = provisioner;
    this.home = home;
    this.organisations = organisations;
    this.clients = clients;
  }

  /**
   * Ends a membership, or tries again what Keycloak has not done.
   *
   * @throws org.sightline.tenancy.Forbidden when the viewer is no data owner
   */
  RevokeMemberPayload revoke(String id) {
    org.sightline.tenancy.Member owner = BoundViewer.current().require(Role.DATA_OWNER);
    store.lock(owner.organisationId());
    Optional<Member> found = members.own(id, owner);
    if (found.isEmpty()) {
      return RevokeMemberPayload.refused(MemberService.unknown());
    }
    Member member = found.get();
    UserErrors errors = new UserErrors();
    members.requireAnotherDataOwner(member, errors);
    if (!errors.isEmpty()) {
      return RevokeMemberPayload.refused(errors.list().getFirst());
    }
    return revoked(owner, member)
        .map(revoked -> RevokeMemberPayload.of(revoked, tellKeycloak(owner, revoked)))
        .orElseGet(() -> RevokeMemberPayload.refused(MemberService.CHANGED_MEANWHILE));
  }

  private Optional<Member> revoked(org.sightline.tenancy.Member owner, Member member) {
    return member.state() == MemberState.REVOKED
        ? Optional.of(member)
        : store.revoke(member, owner.id());
  }

  private @Nullable String tellKeycloak(org.sightline.tenancy.Member owner, Member member) {
    UserErrors errors = new UserErrors();
    provisioner.require(errors);
    if (!errors.isEmpty()) {
      return errors.list().getFirst().message();
    }
    try {
      return end(owner, member) ? null : STAYS;
    } catch (KeycloakFailure e) {
      LOG.warn("Member {} is revoked, and Keycloak has not done its part.", member.key(), e);
      return e.message() + " Revoke the member again to have it tried again.";
    }
  }

  private boolean end(org.sightline.tenancy.Member owner, Member member) {
    if (member.clientId() != null) {
      clients.disable(member.clientId());
      return true;
    }
    String subject = member.subject();
    if (subject == null) {
      organisations.withdraw(home.idFor(owner), String.valueOf(member.email()));
      return true;
    }
    return organisations.remove(home.idFor(owner), subject);
  }
}
