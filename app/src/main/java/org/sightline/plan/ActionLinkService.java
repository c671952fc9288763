package org.sightline.plan;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What hangs on actions in the viewer's sight, by the actions' keys. */
@Singleton
public class ActionLinkService {
  private final ActionLinkStore store;
  private final PlanService plans;

  ActionLinkService(ActionLinkStore store, PlanService plans) {
    this.store = store;
    this.plans = plans;
  }

  /** The oldest first. */
  public Map<Integer, List<ActionChange>> history(Collection<Integer> actionKeys) {
    return grouped(store.history(actionKeys), ActionChange::actionKey);
  }

  /** The earliest first. */
  public Map<Integer, List<ImpactEvidence>> evidence(Collection<Integer> actionKeys) {
    return grouped(store.evidence(actionKeys), ImpactEvidence::actionKey);
  }

  /** By the indicators' codes. */
  public Map<Integer, List<ActionIndicator>> indicators(Collection<Integer> actionKeys) {
    return grouped(store.indicators(actionKeys), ActionIndicator::actionKey);
  }

  /** Only those whose finding is in sight as well, by number. */
  public Map<Integer, List<ActionFinding>> findings(Collection<Integer> actionKeys) {
    return grouped(store.findings(actionKeys), ActionFinding::actionKey);
  }

  /** What each of some actions waits for. */
  Map<Integer, List<Action>> dependsOn(Collection<Integer> actionKeys) {
    return others(actionKeys, Dependency::actionKey, Dependency::dependsOnKey);
  }

  /** What waits for each of some actions. */
  Map<Integer, List<Action>> blocks(Collection<Integer> actionKeys) {
    return others(actionKeys, Dependency::dependsOnKey, Dependency::actionKey);
  }

  private Map<Integer, List<Action>> others(
      Collection<Integer> actionKeys,
      Function<Dependency, Integer> one,
      Function<Dependency, Integer> other) {
    List<Dependency> found =
        store.dependencies(actionKeys).stream()
            .filter(dependency -> actionKeys.contains(one.apply(dependency)))
            .toList();
    if (found.isEmpty()) {
      return Map.of();
    }
    Map<Integer, Action> actions =
        plans.actionsByKey(found.stream().map(other).distinct().toList());
    return found.stream()
        .filter(dependency -> actions.containsKey(other.apply(dependency)))
        .collect(
            Collectors.groupingBy(
                one,
                Collectors.mapping(
                    dependency -> Objects.requireNonNull(actions.get(other.apply(dependency))),
                    Collectors.toList())));
  }

  private static <T> Map<Integer, List<T>> grouped(List<T> read, Function<T, Integer> key) {
    return read.stream().collect(Collectors.groupingBy(key));
  }
}
