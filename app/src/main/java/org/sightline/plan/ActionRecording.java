package org.sightline.plan;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.Member;

/** Records new actions of the own council's plans. */
@Singleton
class ActionRecording {
  private static final int MOST_AT_ONCE = 200;
  private static final int MOST = 2000;
  private static final String ITEMS = "actions";

  private final PlanService plans;
  private final ActionWriteStore store;
  private final OwnPlans own;

  ActionRecording(PlanService plans, ActionWriteStore store, OwnPlans own) {
    this.plans = plans;
    this.store = store;
    this.own = own;
  }

  ActionsPayload record(Input input) {
    Member member = OwnPlans.requireWriter();
    UserErrors errors = new UserErrors();
    Given given = Given.of(input, errors);
    Optional<Plan> plan = own.openPlan(given, "plan");
    if (plan.isEmpty()) {
      return new ActionsPayload(List.of(), errors.list());
    }
    ActionReader reader = reader(plan.get());
    List<NewAction> wanted = wanted(given, reader);
    int size = wanted.size();
    given.wrongIf(
        size < 1 || size > MOST_AT_ONCE,
        ITEMS,
        "WRONG_NUMBER",
        "1 to %d actions are recorded at a time; these are %d.".formatted(MOST_AT_ONCE, size));
    given.wrongIf(
        reader.actions().size() + size > MOST,
        ITEMS,
        "TOO_MANY",
        "A plan has at most %d actions, those removed included.".formatted(MOST));
    if (!errors.isEmpty()) {
      return new ActionsPayload(List.of(), errors.list());
    }
    List<Integer> keys = store.record(plan.get().key(), wanted, member);
    Map<Integer, Action> recorded = plans.actionsByKey(keys);
    return new ActionsPayload(
        keys.stream().map(key -> Objects.requireNonNull(recorded.get(key))).toList(), List.of());
  }

  /** What a plan's actions can be. */
  ActionReader reader(Plan plan) {
    return new ActionReader(
        plans.workstreams(List.of(plan.key())).getOrDefault(plan.key(), List.of()),
        plans.everyAction(plan.key()),
        Objects.requireNonNull(
            plans.schemesByKey(List.of(plan.schemeKey())).get(plan.schemeKey())));
  }

  private static List<NewAction> wanted(Given given, ActionReader reader) {
    List<NewAction> wanted = new ArrayList<>();
    Set<String> references = new HashSet<>();
    for (Given item : given.items(ITEMS)) {
      NewAction action = reader.newAction(item);
      item.wrongIf(
          !references.add(action.content().reference()),
          "reference",
          "REPEATED",
          "Another action of these has the reference %s as well."
              .formatted(action.content().reference()));
      wanted.add(action);
    }
    return wanted;
  }
}
