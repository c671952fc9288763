package org.sightline.plan;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The milestones in the viewer's sight. */
@Singleton
public class MilestoneService {
  private final MilestoneStore store;

  MilestoneService(MilestoneStore store) {
    this.store = store;
  }

  /** By plan, in the order of their earliest days. */
  public Map<Integer, List<Milestone>> ofPlans(Collection<Integer> planKeys) {
    return store.ofPlans(planKeys).stream().collect(Collectors.groupingBy(Milestone::planKey));
  }

  /** Those of plans out of sight are left out. */
  Map<Integer, Milestone> byKey(Collection<Integer> keys) {
    return store.byKey(keys).stream()
        .collect(Collectors.toMap(Milestone::key, Function.identity()));
  }
}
