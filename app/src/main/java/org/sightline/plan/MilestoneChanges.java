package org.sightline.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.inspection.DatePrecision;
import org.sightline.tenancy.Member;

/**
 * Records milestones of the own council's plans: a day of a milestone that is there already stands
 * beside those that other sources have.
 */
@Singleton
class MilestoneChanges {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_SOURCE = 1000;

  private final MilestoneStore store;
  private final OwnPlans own;

  MilestoneChanges(MilestoneStore store, OwnPlans own) {
    this.store = store;
    this.own = own;
  }

  MilestonePayload record(Input input) {
    Member member = OwnPlans.requireWriter();
    UserErrors errors = new UserErrors();
    Given given = Given.of(input, errors);
    Optional<Plan> plan = own.openPlan(given, "plan");
    Optional<Action> action = own.mentioned(given, "action");
    given.wrongIf(
        plan.isPresent() && action.filter(one -> one.planKey() != plan.get().key()).isPresent(),
        "action",
        "NOT_FOUND",
        "The plan has no action of that id.");
    String name = given.text("name", LONGEST_NAME);
    MilestoneDate date =
        new MilestoneDate(
            Objects.requireNonNull(given.day("dueOn")),
            input.choice("precision", DatePrecision.class),
            given.text("source", LONGEST_SOURCE),
            given.optional("paragraph", LONGEST_SOURCE),
            true);
    @Nullable LocalDate met = given.day("metOn");
    given.wrongIf(
        met != null && met.isAfter(Arguments.today()),
        "metOn",
        "IN_THE_FUTURE",
        "A milestone is not met before the day has come: %s is after today.".formatted(met));
    if (plan.isEmpty() || !errors.isEmpty()) {
      return MilestonePayload.wrong(errors);
    }
    int planKey = plan.get().key();
    Optional<Milestone> before = named(planKey, name);
    Milestone wanted = wanted(given, planKey, name, before, action);
    int key = before.map(Milestone::key).orElseGet(() -> store.add(wanted, member));
    before.ifPresent(_ -> store.change(wanted));
    store.state(key, date, member);
    return MilestonePayload.done(named(planKey, name).orElseThrow());
  }

  private static Milestone wanted(
      Given given, int planKey, String name, Optional<Milestone> before, Optional<Action> action) {
    return new Milestone(
        before.map(Milestone::key).orElse(0),
        planKey,
        given.has("action")
            ? action.map(Action::key).orElse(null)
            : before.map(Milestone::actionKey).orElse(null),
        name,
        given.day("metOn", before.map(Milestone::metOn).orElse(null)),
        List.of(),
        before.map(Milestone::version).orElse(0));
  }

  private Optional<Milestone> named(int planKey, String name) {
    return store.ofPlans(List.of(planKey)).stream()
        .filter(one -> one.name().equals(name))
        .findFirst();
  }
}
