package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.inspection.framework.FrameworkService;

/** The findings in the viewer's sight. */
@Singleton
public class FindingService {
  private final FindingStore store;
  private final FrameworkService frameworks;

  FindingService(FindingStore store, FrameworkService frameworks) {
    this.store = store;
    this.frameworks = frameworks;
  }

  /** Some findings by key; those out of sight are left out. */
  public Map<Integer, Finding> byKey(Collection<Integer> keys) {
    return store.byKey(keys, frameworks.all()).stream()
        .collect(Collectors.toMap(Finding::key, Function.identity()));
  }

  /** The finding of a key, where it is in sight. */
  public Optional<Finding> find(int key) {
    return Optional.ofNullable(byKey(List.of(key)).get(key));
  }

  /** The findings of some inspections in their order, by the inspections' keys. */
  public Map<Integer, List<Finding>> ofInspections(Collection<Integer> inspectionKeys) {
    return store.ofInspections(inspectionKeys, frameworks.all()).stream()
        .collect(Collectors.groupingBy(Finding::inspectionKey));
  }
}
