package org.sightline.plan;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/**
 * Finds what a member is about to change, and locks its plan, so that nobody else changes anything
 * of it before this transaction ends. What is another organisation's is as if it were not there.
 */
@Singleton
class OwnPlans {
  private final PlanService plans;
  private final PlanWriteStore store;
  private final OwnStore own;

  OwnPlans(PlanService plans, PlanWriteStore store, OwnStore own) {
    this.plans = plans;
    this.store = store;
    this.own = own;
  }

  /**
   * Who changes plans.
   *
   * @throws org.sightline.tenancy.Forbidden for everybody else
   */
  static Member requireWriter() {
    return BoundViewer.current().require(Role.CONTRIBUTOR);
  }

  /** A plan that is worked on or by. */
  Optional<Plan> openPlan(Given given, String field) {
    return plan(given, field).filter(plan -> isOpen(plan, given, field));
  }

  /** A plan, closed or not. */
  Optional<Plan> plan(Given given, String field) {
    Optional<Plan> found =
        GlobalId.number(PlanTypes.PLAN, given.input().required(field)).flatMap(this::locked);
    given.wrongIf(found.isEmpty(), field, "NOT_FOUND", "Your council has no plan of that id.");
    return found;
  }

  /** A workstream of an open plan. */
  Optional<Workstream> workstream(Given given, String field) {
    Optional<Integer> key = GlobalId.number(PlanTypes.WORKSTREAM, given.input().required(field));
    Optional<Plan> plan = key.flatMap(own::planOfWorkstream).flatMap(this::locked);
    if (key.isEmpty() || plan.isEmpty()) {
      given.wrong(field, "NOT_FOUND", "Your council has no workstream of that id.");
      return Optional.empty();
    }
    return isOpen(plan.get(), given, field)
        ? Optional.ofNullable(plans.workstreamsByKey(List.of(key.get())).get(key.get()))
        : Optional.empty();
  }

  /** An action of an open plan that has not been removed from it. */
  Optional<Action> action(Given given, String field) {
    Optional<Integer> key = GlobalId.number(PlanTypes.ACTION, given.input().required(field));
    Optional<Plan> plan = key.flatMap(own::planOfAction).flatMap(this::locked);
    if (key.isEmpty() || plan.isEmpty()) {
      given.wrong(field, "NOT_FOUND", "Your council has no action of that id.");
      return Optional.empty();
    }
    if (!isOpen(plan.get(), given, field)) {
      return Optional.empty();
    }
    return Optional.ofNullable(plans.actionsByKey(List.of(key.get())).get(key.get()))
        .filter(action -> isPart(action, given, field));
  }

  /** An action that something else names; nothing where no id is given. */
  Optional<Action> mentioned(Given given, String field) {
    return given.input().text(field) == null ? Optional.empty() : action(given, field);
  }

  private Optional<Plan> locked(int planKey) {
    return store.lock(List.of(planKey)).isEmpty() ? Optional.empty() : plans.find(planKey);
  }

  private static boolean isOpen(Plan plan, Given given, String field) {
    boolean isOpen = plan.state() != PlanState.CLOSED;
    given.wrongIf(
        !isOpen,
        field,
        "PLAN_CLOSED",
        "The plan %s is closed: nothing of it changes any more. Make it live again first."
            .formatted(plan.name()));
    return isOpen;
  }

  private static boolean isPart(Action action, Given given, String field) {
    boolean isPart = action.removedAt() == null;
    given.wrongIf(
        !isPart,
        field,
        "REMOVED",
        "The action %s was taken out of its plan on %s: nothing of it changes any more."
            .formatted(action.reference(), action.removedAt()));
    return isPart;
  }

  /** Says that somebody else was faster; true where that is so. */
  static boolean isStale(Given given, int version, String whatStands) {
    int wanted = given.number("version");
    given.wrongIf(
        wanted != version,
        "version",
        "VERSION_CHANGED",
        "Your change was made for version %d, and there is version %d: %s Nothing was written; look at what stands, and make your change for version %d."
            .formatted(wanted, version, whatStands, version));
    return wanted != version;
  }

  static String or(@Nullable Object value, String nothing) {
    return value == null ? nothing : value.toString();
  }
}
