package org.sightline.plan;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.indicator.AccessClass;
import org.sightline.indicator.Publishing;
import org.sightline.tenancy.Member;

/** Records and amends the own council's plans. Who sees one is changed elsewhere. */
@Singleton
class PlanChanges {
  private static final int LONGEST_SOURCE = 1000;
  private static final String ACCESS = "accessClass";

  private final PlanService plans;
  private final PlanWriteStore store;
  private final PlanReader reader;
  private final OwnPlans own;

  PlanChanges(PlanService plans, PlanWriteStore store, PlanReader reader, OwnPlans own) {
    this.plans = plans;
    this.store = store;
    this.reader = reader;
    this.own = own;
  }

  PlanPayload record(Input input) {
    Member member = OwnPlans.requireWriter();
    UserErrors errors = new UserErrors();
    Given given = Given.of(input, errors);
    SchemeChanges.isCouncil(given, member);
    PlanContent content = reader.content(given, Optional.empty(), member);
    NewPlan plan =
        new NewPlan(
            content,
            input.choice(ACCESS, AccessClass.class),
            input.instant("embargoedUntil"),
            given.optional("source", LONGEST_SOURCE),
            given.optional("paragraph", LONGEST_SOURCE));
    checkAccess(given, plan, member);
    if (!errors.isEmpty()) {
      return PlanPayload.wrong(errors);
    }
    return done(store.record(plan, member));
  }

  PlanPayload amend(Input input) {
    Member member = OwnPlans.requireWriter();
    UserErrors errors = new UserErrors();
    Given given = Given.of(input, errors);
    Optional<Plan> found = own.plan(given, "id");
    if (found.isEmpty()) {
      return PlanPayload.wrong(errors);
    }
    Plan plan = found.get();
    if (OwnPlans.isStale(
        given,
        plan.version(),
        "the plan was changed on %s and is now %s, %s, %s."
            .formatted(plan.changedAt(), plan.name(), plan.kind(), plan.state()))) {
      return new PlanPayload(plan, errors.list());
    }
    PlanContent content = reader.content(given, found, member);
    checkState(given, plan, content);
    checkScheme(given, plan, content);
    if (!errors.isEmpty() || !store.change(plan, content)) {
      return PlanPayload.wrong(errors);
    }
    return done(plan.key());
  }

  /** A draft is its council's alone; who publishes is the same for all records. */
  private static void checkAccess(Given given, NewPlan plan, Member member) {
    AccessClass asked = plan.accessClass();
    given.wrongIf(
        plan.content().state() == PlanState.DRAFT && asked != AccessClass.COUNCIL_ONLY,
        ACCESS,
        "DRAFT",
        "A draft is its council's alone: record it as COUNCIL_ONLY, or as a live plan.");
    Publishing.refuseToOthers(asked, member, given.errors());
    Publishing.refuseWrongEmbargo(asked, plan.embargoedUntil(), given.errors());
  }

  private static void checkState(Given given, Plan plan, PlanContent content) {
    given.wrongIf(
        content.state() == PlanState.DRAFT
            && plan.state() != PlanState.DRAFT
            && plan.accessClass() != AccessClass.COUNCIL_ONLY,
        "state",
        "DRAFT",
        "A draft is its council's alone, and this plan is %s: a data owner makes it COUNCIL_ONLY first."
            .formatted(plan.accessClass()));
  }

  /** A status that is declared must have its meaning in the new scheme as well. */
  private void checkScheme(Given given, Plan plan, PlanContent content) {
    if (content.schemeKey() == plan.schemeKey() || content.schemeKey() == 0) {
      return;
    }
    StatusScheme scheme =
        Objects.requireNonNull(
            plans.schemesByKey(List.of(content.schemeKey())).get(content.schemeKey()));
    List<String> without =
        plans.actions(List.of(plan.key())).getOrDefault(plan.key(), List.of()).stream()
            .map(Action::statusCode)
            .filter(Objects::nonNull)
            .filter(code -> scheme.status(code).isEmpty())
            .distinct()
            .sorted()
            .toList();
    given.wrongIf(
        !without.isEmpty(),
        "scheme",
        "STATUS_UNKNOWN",
        "The scheme %s has no status %s, which actions of the plan declare."
            .formatted(scheme.code(), without.stream().collect(Collectors.joining(", "))));
  }

  private PlanPayload done(int key) {
    return PlanPayload.done(plans.find(key).orElseThrow());
  }
}
