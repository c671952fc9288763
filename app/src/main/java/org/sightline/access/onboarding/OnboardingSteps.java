package org.sightline.access.onboarding;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;
import org.sightline.access.keycloak.KeycloakOrganisations;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.ViewerTransactions;

/**
 * The steps of an onboarding. Each can be made again, and each one's row is committed before the
 * next step begins.
 */
@Singleton
class OnboardingSteps {
  private final OnboardingStore store;
  private final KeycloakOrganisations organisations;
  private final ViewerTransactions transactions;
  private volatile Consumer<Milestone> afterwards = _ -> {};

  OnboardingSteps(
      OnboardingStore store, KeycloakOrganisations organisations, ViewerTransactions transactions) {
    this.store = store;
    this.organisations = organisations;
    this.transactions = transactions;
  }

  /** For tests: what is called after each milestone may throw, as if the program had crashed. */
  void afterEach(Consumer<Milestone> action) {
    afterwards = action;
  }

  void writeOrganisation(Plan plan) {
    apart(() -> store.addOrganisation(plan));
    afterwards.accept(Milestone.ORGANISATION_WRITTEN);
  }

  /** The id of the organisation in Keycloak, which is written down. */
  String makeInKeycloak(Plan plan, Onboarding onboarding) {
    String id = organisations.require(plan.code(), plan.name(), plan.onsCode());
    afterwards.accept(Milestone.KEYCLOAK_ORGANISATION_MADE);
    apart(() -> store.writeKeycloakId(onboarding.key(), id));
    afterwards.accept(Milestone.KEYCLOAK_ID_WRITTEN);
    return id;
  }

  /** Takes the invitation of who was invited before back: the link in that e-mail is void. */
  void withdraw(FirstDataOwner invited, Onboarding onboarding, String keycloakId) {
    apart(() -> store.forgetSending(onboarding.key()));
    organisations.withdraw(keycloakId, invited.email());
    afterwards.accept(Milestone.INVITATION_WITHDRAWN);
  }

  /**
   * Writes the first data owner down, in the place of one who has not accepted. False, and then
   * nothing has changed, where the address is a member's of another organisation.
   */
  boolean writeFirstDataOwner(Plan plan, Onboarding onboarding) {
    int operator = BoundViewer.current().requireMember().id();
    try {
      apart(() -> store.invite(onboarding, plan.firstDataOwner(), operator));
    } catch (OnboardingStore.AddressTaken _) {
      return false;
    }
    afterwards.accept(Milestone.FIRST_DATA_OWNER_WRITTEN);
    return true;
  }

  /** Sends the invitation, or sends it again. */
  void sendInvitation(Plan plan, Onboarding onboarding, String keycloakId) {
    organisations.invite(keycloakId, plan.firstDataOwner().name(), plan.firstDataOwner().email());
    afterwards.accept(Milestone.INVITATION_SENT);
    apart(() -> store.writeSending(onboarding.key()));
    afterwards.accept(Milestone.SENDING_WRITTEN);
  }

  /** Removes what was made. An organisation of Keycloak that was there before stays. */
  void remove(Onboarding onboarding) {
    Optional<String> made = organisations.made(onboarding.code());
    made.ifPresent(organisations::delete);
    afterwards.accept(Milestone.KEYCLOAK_ORGANISATION_REMOVED);
    apart(() -> store.remove(onboarding.key()));
  }

  private void apart(Runnable write) {
    boolean _ =
        transactions.writeApart(
            () -> {
              write.run();
              return true;
            });
  }
}
