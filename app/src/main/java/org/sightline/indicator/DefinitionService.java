package org.sightline.indicator;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How definitions have changed, and what values are to reach. */
@Singleton
public class DefinitionService {
  private final DefinitionStore store;

  DefinitionService(DefinitionStore store) {
    this.store = store;
  }

  /** The versions of some indicators' definitions, the first first, by indicator. */
  public Map<Integer, List<IndicatorVersion>> versions(Collection<Integer> indicatorIds) {
    return byIndicator(store.versions(indicatorIds));
  }

  /** The targets of some indicators, the viewer's own first, by indicator. */
  public Map<Integer, List<IndicatorTarget>> targets(Collection<Integer> indicatorIds) {
    return byIndicator(store.targets(indicatorIds));
  }

  /** Of targets in order, the first that holds on a day. */
  public static Optional<IndicatorTarget> holding(List<IndicatorTarget> targets, LocalDate day) {
    return targets.stream().filter(target -> target.holdsOn(day)).findFirst();
  }

  /** The official one that holds on a day: what everybody's figures are ranked by. */
  public static Optional<IndicatorTarget> official(List<IndicatorTarget> targets, LocalDate day) {
    return holding(targets.stream().filter(IndicatorTarget::official).toList(), day);
  }

  private static <T> Map<Integer, List<T>> byIndicator(List<Map.Entry<Integer, T>> entries) {
    return entries.stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
