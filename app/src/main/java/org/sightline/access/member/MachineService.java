package org.sightline.access.member;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.sightline.access.keycloak.KeycloakClients;
import org.sightline.access.keycloak.KeycloakFailure;
import org.sightline.access.keycloak.Provisioner;
import org.sightline.access.member.MachineMemberPayload.MachineCredentials;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Role;

/**
 * Makes machine clients. The client is made in Keycloak before its row is kept: one whose row was
 * not kept stands for nobody, and goes when its organisation makes the next.
 */
@Singleton
class MachineService {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String OWN_PART = "[0-9a-f]{12}";
  private static final int RANDOM_BYTES = 6;

  private final MemberStore store;
  private final MemberService members;
  private final Provisioner provisioner;
  private final KeycloakClients clients;

  MachineService(
      MemberStore store, MemberService members, Provisioner provisioner, KeycloakClients clients) {
    this.store = store;
    this.members = members;
    this.provisioner = provisioner;
    this.clients = clients;
  }

  /**
   * Makes a machine client of the viewer's organisation.
   *
   * @throws org.sightline.tenancy.Forbidden when the viewer is no data owner
   * @throws KeycloakFailure when Keycloak does not make it
   */
  MachineMemberPayload create(String writtenName, Set<Role> roles) {
    org.sightline.tenancy.Member owner = BoundViewer.current().require(Role.DATA_OWNER);
    UserErrors errors = new UserErrors();
    String name = PersonTexts.name("name", writtenName, errors);
    RoleRules.check(roles, owner.organisationKind(), MemberKind.MACHINE, errors);
    provisioner.require(errors);
    if (!errors.isEmpty()) {
      return MachineMemberPayload.refused(errors);
    }
    store.lock(owner.organisationId());
    String prefix = owner.organisationCode() + "-machine-";
    removeThoseOfNobody(prefix, store.clientIds(owner.organisationId()));
    return make(owner, prefix + ownPart(), name, roles);
  }

  private MachineMemberPayload make(
      org.sightline.tenancy.Member owner, String clientId, String name, Set<Role> roles) {
    try {
      KeycloakClients.Made made = clients.make(clientId, name);
      Member member = store.addMachine(owner, made.subject(), clientId, name, roles);
      return MachineMemberPayload.of(member, credentials(clientId, made.secret()));
    } catch (RuntimeException e) {
      removeAfter(e, clientId);
      throw e;
    }
  }

  private void removeAfter(RuntimeException failure, String clientId) {
    try {
      clients.delete(clientId);
    } catch (KeycloakFailure e) {
      failure.addSuppressed(e);
    }
  }

  private void removeThoseOfNobody(String prefix, Set<String> known) {
    clients.beginningWith(prefix).stream()
        .filter(id -> id.substring(prefix.length()).matches(OWN_PART) && !known.contains(id))
        .forEach(clients::delete);
  }

  /**
   * Replaces the secret of a machine client.
   *
   * @throws org.sightline.tenancy.Forbidden when the viewer is no data owner
   * @throws KeycloakFailure when Keycloak does not replace it
   */
  MachineMemberPayload rotateSecret(String id) {
    org.sightline.tenancy.Member owner = BoundViewer.current().require(Role.DATA_OWNER);
    UserErrors errors = new UserErrors();
    provisioner.require(errors);
    if (!errors.isEmpty()) {
      return MachineMemberPayload.refused(errors);
    }
    Optional<Member> found =
        members.own(id, owner).filter(member -> member.state() == MemberState.ACTIVE);
    String clientId = found.map(Member::clientId).orElse(null);
    if (found.isEmpty() || clientId == null) {
      return MachineMemberPayload.refused(
          new UserError("id", "NOT_FOUND", "Your organisation has no such active machine client."));
    }
    return clients
        .newSecret(clientId)
        .map(secret -> MachineMemberPayload.of(found.get(), credentials(clientId, secret)))
        .orElseGet(() -> MachineMemberPayload.refused(gone(clientId)));
  }

  private MachineCredentials credentials(String clientId, String secret) {
    return new MachineCredentials(clientId, secret, provisioner.tokenAddress());
  }

  private static UserError gone(String clientId) {
    return new UserError(
        "id",
        "GONE",
        "Keycloak has no client %s any more: revoke this member and make another."
            .formatted(clientId));
  }

  private static String ownPart() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
