package org.sightline.plan;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.inspection.Finding;
import org.sightline.inspection.FindingService;

/** What hangs on actions in the viewer's sight, by the actions' keys. */
@Singleton
public class ActionLinkService {
  private final ActionLinkStore store;
  private final PlanService plans;
  private final FindingService findings;

  ActionLinkService(ActionLinkStore store, PlanService plans, FindingService findings) {
    this.store = store;
    this.plans = plans;
    this.findings = findings;
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

  /** Which findings each of some actions answers, by number; only those that are in sight. */
  public Map<Integer, List<Finding>> findings(Collection<Integer> actionKeys) {
    List<ActionFinding> linked = store.findings(actionKeys);
    if (linked.isEmpty()) {
      return Map.of();
    }
    Map<Integer, Finding> known =
        findings.byKey(linked.stream().map(ActionFinding::findingKey).distinct().toList());
    return linked.stream()
        .filter(link -> known.containsKey(link.findingKey()))
        .collect(
            Collectors.groupingBy(
                ActionFinding::actionKey,
                Collectors.mapping(
                    link -> Objects.requireNonNull(known.get(link.findingKey())),
                    Collectors.toList())));
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
