package org.sightline.access.member;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.sightline.access.keycloak.KeycloakOrganisations;
import org.sightline.tenancy.Member;

/** Where in Keycloak the people of a member's organisation are. */
@Singleton
class KeycloakHome {
  private final MemberStore store;
  private final KeycloakOrganisations organisations;

  KeycloakHome(MemberStore store, KeycloakOrganisations organisations) {
    this.store = store;
    this.organisations = organisations;
  }

  /** The id of the organisation in Keycloak, found by its alias where it is not written down. */
  String idFor(Member member) {
    return store
        .keycloakId(member.organisationId())
        .orElseGet(
            () ->
                organisations.require(
                    member.organisationCode(),
                    member.organisationName(),
                    member.councilKey() == null
                        ? null
                        : member.organisationCode().toUpperCase(Locale.ROOT)));
  }
}
