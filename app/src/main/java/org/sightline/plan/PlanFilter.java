package org.sightline.plan;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which plans are wanted.
 *
 * @param kinds null for all
 * @param states null for all
 */
public record PlanFilter(
    List<Integer> councilKeys,
    @Nullable Collection<PlanKind> kinds,
    @Nullable Collection<PlanState> states) {
  public PlanFilter {
    councilKeys = List.copyOf(councilKeys);
  }

  /** Every plan of some councils. */
  public static PlanFilter of(Collection<Integer> councilKeys) {
    return new PlanFilter(List.copyOf(councilKeys), null, null);
  }

  @Nullable List<String> kindNames() {
    return kinds == null ? null : kinds.stream().map(PlanKind::name).toList();
  }

  @Nullable List<String> stateNames() {
    return states == null ? null : states.stream().map(PlanState::name).toList();
  }
}
