package org.sightline.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How many of some actions are where, as they stand now.
 *
 * @param byStatus one for each status of the scheme, in its order
 * @param notDeclared those of which the council declares nothing, or no status of the scheme
 * @param declared one for each state that any declared status comes to
 * @param computed one for each state that any action's days come to
 */
record ActionCounts(
    int total,
    List<OfStatus> byStatus,
    int notDeclared,
    List<OfState> declared,
    List<OfState> computed,
    LocalDate computedAt,
    int reDated,
    int reopened) {
  /** How many actions have a status. */
  record OfStatus(Status status, int actions) {}

  /** How many actions are in a state. */
  record OfState(CanonicalState state, int actions) {}

  static ActionCounts of(List<Action> actions, StatusScheme scheme, LocalDate at) {
    List<OfStatus> byStatus =
        scheme.statuses().stream().map(one -> new OfStatus(one, having(one, actions))).toList();
    int declared = byStatus.stream().mapToInt(OfStatus::actions).sum();
    return new ActionCounts(
        actions.size(),
        byStatus,
        actions.size() - declared,
        states(actions, action -> declared(action, scheme)),
        states(actions, action -> ComputedState.of(action, at, DueDay.CURRENT, scheme).state()),
        at,
        (int) actions.stream().filter(action -> action.timesReDated() > 0).count(),
        (int) actions.stream().filter(action -> action.timesReopened() > 0).count());
  }

  /** What is declared of an action; NOT_STATED where nothing is. */
  static CanonicalState declared(Action action, StatusScheme scheme) {
    return scheme.status(action.statusCode()).map(Status::state).orElse(CanonicalState.NOT_STATED);
  }

  private static int having(Status status, List<Action> actions) {
    return (int)
        actions.stream().filter(action -> status.code().equals(action.statusCode())).count();
  }

  private static List<OfState> states(
      List<Action> actions, Function<Action, CanonicalState> state) {
    List<CanonicalState> found = actions.stream().map(state).toList();
    return Arrays.stream(CanonicalState.values())
        .filter(found::contains)
        .map(one -> new OfState(one, (int) found.stream().filter(one::equals).count()))
        .toList();
  }
}
