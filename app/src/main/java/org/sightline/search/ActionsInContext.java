package org.sightline.search;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sightline.plan.Action;
import org.sightline.plan.ActionIndicator;
import org.sightline.plan.ActionLinkService;
import org.sightline.plan.CanonicalState;
import org.sightline.plan.Plan;
import org.sightline.plan.PlanService;
import org.sightline.plan.Status;
import org.sightline.plan.StatusScheme;

/** What is known around some actions, read in the same statements for one and for many. */
@Singleton
class ActionsInContext {
  private final PlanService plans;
  private final ActionLinkService links;

  ActionsInContext(PlanService plans, ActionLinkService links) {
    this.plans = plans;
    this.links = links;
  }

  /** The plans and schemes of actions, and the indicators they are to move, all by key. */
  record Context(
      Map<Integer, Plan> plans,
      Map<Integer, StatusScheme> schemes,
      Map<Integer, List<ActionIndicator>> indicators) {

    /** What the council declares; NOT_STATED where it declares nothing. */
    CanonicalState state(Action action) {
      return Optional.ofNullable(schemes.get(action.schemeKey()))
          .flatMap(scheme -> scheme.status(action.statusCode()))
          .map(Status::state)
          .orElse(CanonicalState.NOT_STATED);
    }

    /** Whose plan it is part of: whose figures it is to move. */
    int councilKey(Action action) {
      return Objects.requireNonNull(plans.get(action.planKey())).councilKey();
    }

    List<ActionIndicator> indicators(Action action) {
      return indicators.getOrDefault(action.key(), List.of());
    }
  }

  /** The context of some actions in sight. */
  Context of(Collection<Action> actions) {
    if (actions.isEmpty()) {
      return new Context(Map.of(), Map.of(), Map.of());
    }
    return new Context(
        plans.byKey(actions.stream().map(Action::planKey).collect(Collectors.toSet())),
        plans.schemesByKey(actions.stream().map(Action::schemeKey).collect(Collectors.toSet())),
        links.indicators(actions.stream().map(Action::key).collect(Collectors.toSet())));
  }
}
