package org.sightline.access.onboarding;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.sightline.access.keycloak.KeycloakFailure;
import org.sightline.access.keycloak.Provisioner;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes organisations, and goes on where that has stopped half-way. */
@Singleton
class OnboardingService {
  private static final Logger LOG = LoggerFactory.getLogger(OnboardingService.class);
  private static final String GO_ON =
      " What is done is kept: the same call completes it, undoOnboarding removes it.";

  private final OnboardingStore store;
  private final OnboardingSteps steps;
  private final Provisioner provisioner;

  OnboardingService(OnboardingStore store, OnboardingSteps steps, Provisioner provisioner) {
    this.store = store;
    this.steps = steps;
    this.provisioner = provisioner;
  }

  /**
   * What is half done.
   *
   * @throws org.sightline.tenancy.Forbidden when the viewer is no operator
   */
  List<Onboarding> halfDone() {
    Member _ = BoundViewer.current().require(Role.OPERATOR);
    return store.halfDone();
  }

  /**
   * Onboards, from whichever step is the next.
   *
   * @param errors what was wrong with the plan as it was read
   * @throws org.sightline.tenancy.Forbidden when the viewer is no operator
   */
  OnboardingPayload onboard(Plan plan, UserErrors errors) {
    Member _ = BoundViewer.current().require(Role.OPERATOR);
    provisioner.require(errors);
    if (!errors.isEmpty()) {
      return OnboardingPayload.refused(errors);
    }
    Optional<Onboarding> begun = locked(plan.code(), errors);
    begun.ifPresent(earlier -> plan.agreeWith(earlier, errors));
    store.other(plan).ifPresent(other -> errors.add(null, "NAME_TAKEN", isTaken(other)));
    if (!errors.isEmpty()) {
      return OnboardingPayload.refused(errors);
    }
    if (begun.isEmpty()) {
      steps.writeOrganisation(plan);
    }
    return goOn(plan, current(plan.code()));
  }

  private OnboardingPayload goOn(Plan plan, Onboarding onboarding) {
    try {
      String known = onboarding.keycloakId();
      String keycloakId = known == null ? steps.makeInKeycloak(plan, onboarding) : known;
      if (!isInvited(plan, onboarding, keycloakId)) {
        return stopped(plan, emailTaken(plan));
      }
      steps.sendInvitation(plan, onboarding, keycloakId);
      return new OnboardingPayload(current(plan.code()), null, List.of());
    } catch (KeycloakFailure e) {
      LOG.warn("The onboarding of {} has stopped.", plan.code(), e);
      return stopped(plan, e.message() + GO_ON);
    }
  }

  /** Whether the plan's first data owner is, or now was, written down as the one invited. */
  private boolean isInvited(Plan plan, Onboarding onboarding, String keycloakId) {
    FirstDataOwner earlier = onboarding.firstDataOwner();
    if (plan.firstDataOwner().equals(earlier)) {
      return true;
    }
    if (earlier != null) {
      steps.withdraw(earlier, onboarding, keycloakId);
    }
    return steps.writeFirstDataOwner(plan, onboarding);
  }

  /**
   * Removes what is half done.
   *
   * @throws org.sightline.tenancy.Forbidden when the viewer is no operator
   */
  UndoOnboardingPayload undo(String code) {
    Member _ = BoundViewer.current().require(Role.OPERATOR);
    UserErrors errors = new UserErrors();
    provisioner.require(errors);
    Optional<Onboarding> begun = PlanReader.isCode(code) ? locked(code, errors) : Optional.empty();
    errors.addIf(
        begun.isEmpty(),
        "code",
        "NOT_FOUND",
        "No onboarding has this code: { onboardings { code } } lists those that are half done.");
    begun.ifPresent(onboarding -> requireUndoable(onboarding, errors));
    if (!errors.isEmpty()) {
      return UndoOnboardingPayload.refused(errors);
    }
    try {
      steps.remove(begun.orElseThrow());
      return new UndoOnboardingPayload(code, null, List.of());
    } catch (KeycloakFailure e) {
      LOG.warn("Undoing the onboarding of {} has stopped.", code, e);
      return new UndoOnboardingPayload(
          null, e.message() + " The same call goes on with undoing.", List.of());
    }
  }

  private static void requireUndoable(Onboarding onboarding, UserErrors errors) {
    errors.addIf(
        onboarding.completedAt() != null,
        "code",
        "COMPLETE",
        "The first data owner of %s has signed in: a complete onboarding is not undone."
            .formatted(onboarding.name()));
  }

  private Optional<Onboarding> locked(String code, UserErrors errors) {
    errors.addIf(
        !store.lock(code),
        null,
        "BUSY",
        "Somebody is at the onboarding of this organisation just now: try again in a moment.");
    return store.find(code);
  }

  private OnboardingPayload stopped(Plan plan, String reason) {
    return new OnboardingPayload(current(plan.code()), reason, List.of());
  }

  private Onboarding current(String code) {
    return store.find(code).orElseThrow();
  }

  private static String isTaken(String other) {
    return "The organisation %s has this name, or is this council, already.".formatted(other);
  }

  private static String emailTaken(Plan plan) {
    return "%s is a member's address of another organisation, and a person is a member of one. Call again with another first data owner, or undo the onboarding."
        .formatted(plan.firstDataOwner().email());
  }
}
