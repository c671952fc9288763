package org.sightline.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.Movement;
import org.sightline.benchmark.MovementService.Asked;
import org.sightline.plan.Action;
import org.sightline.plan.ActionIndicator;

/** Puts movements beside the actions that were to bring them about, from what was read already. */
record ImpactMaking(ActionsInContext.Context context, Map<Asked, Movement> movements) {

  /** What is to be read of an action's figures since a day; nothing where there is none. */
  static Stream<Asked> asked(
      ActionsInContext.Context context, Action action, @Nullable LocalDate since) {
    return Stream.ofNullable(since)
        .flatMap(
            day ->
                context.indicators(action).stream()
                    .map(link -> new Asked(link.indicatorKey(), context.councilKey(action), day)));
  }

  ActionImpact impact(Action action, @Nullable LocalDate since) {
    return new ActionImpact(
        action,
        context.state(action),
        context.indicators(action).stream().map(link -> impact(action, link, since)).toList());
  }

  /** Of one of the indicators that an action is to move. */
  IndicatorImpact impact(Action action, ActionIndicator link, @Nullable LocalDate since) {
    Optional<Movement> movement =
        Optional.ofNullable(since)
            .map(day -> new Asked(link.indicatorKey(), context.councilKey(action), day))
            .map(movements::get);
    return new IndicatorImpact(
        link,
        since,
        movement.orElse(null),
        movement
            .map(one -> Verdict.of(link.expected(), one, action, context.state(action)))
            .orElseGet(Verdict::withoutADay));
  }

  /** The link of an action to an indicator, where it has one. */
  Optional<ActionIndicator> link(Action action, int indicatorKey) {
    List<ActionIndicator> links = context.indicators(action);
    return links.stream().filter(one -> one.indicatorKey() == indicatorKey).findFirst();
  }
}
