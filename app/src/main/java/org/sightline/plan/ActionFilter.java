package org.sightline.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which actions of a plan are wanted; null wherever it does not matter.
 *
 * @param isComputed whether the state is the computed one
 * @param at the day of the computed state
 * @param overdueAt only those that their days make overdue then
 */
record ActionFilter(
    @Nullable CanonicalState state,
    boolean isComputed,
    LocalDate at,
    @Nullable String theme,
    @Nullable Integer workstreamKey,
    @Nullable LocalDate overdueAt) {

  /** Those that are wanted, in their order. */
  List<Action> of(List<Action> actions, List<Workstream> workstreams, StatusScheme scheme) {
    var byKey =
        workstreams.stream().collect(Collectors.toMap(Workstream::key, Function.identity()));
    return actions.stream()
        .filter(action -> state == null || state == stateOf(action, scheme))
        .filter(action -> workstreamKey == null || workstreamKey == action.workstreamKey())
        .filter(action -> theme == null || isAbout(byKey.get(action.workstreamKey())))
        .filter(action -> overdueAt == null || isOverdue(action, overdueAt, scheme))
        .toList();
  }

  private boolean isAbout(@Nullable Workstream workstream) {
    return workstream != null && Objects.equals(theme, workstream.themeCode());
  }

  private CanonicalState stateOf(Action action, StatusScheme scheme) {
    return isComputed
        ? ComputedState.of(action, at, DueDay.CURRENT, scheme).state()
        : ActionCounts.declared(action, scheme);
  }

  private static boolean isOverdue(Action action, LocalDate day, StatusScheme scheme) {
    return ComputedState.of(action, day, DueDay.CURRENT, scheme).state() == CanonicalState.OVERDUE;
  }
}
