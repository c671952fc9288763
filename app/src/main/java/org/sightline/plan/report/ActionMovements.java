package org.sightline.plan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.CanonicalState;

/** Compares the actions of two reports, one by one. */
final class ActionMovements {
  private ActionMovements() {}

  /**
   * Every action of which something changed, in the order of the later report, removed ones last.
   */
  static List<ActionMovement> between(List<ReportedAction> from, List<ReportedAction> to) {
    Map<Integer, ReportedAction> before = new LinkedHashMap<>();
    from.forEach(one -> before.put(one.actionKey(), one));
    List<ActionMovement> movements = new ArrayList<>();
    for (ReportedAction after : to) {
      @Nullable ReportedAction earlier = before.remove(after.actionKey());
      List<ActionMove> moves = earlier == null ? List.of(ActionMove.ADDED) : moves(earlier, after);
      if (!moves.isEmpty()) {
        movements.add(new ActionMovement(moves, earlier, after));
      }
    }
    before
        .values()
        .forEach(one -> movements.add(new ActionMovement(List.of(ActionMove.REMOVED), one, null)));
    return List.copyOf(movements);
  }

  /** How many actions have a move. */
  static int count(List<ActionMovement> movements, ActionMove move) {
    return (int) movements.stream().filter(one -> one.moves().contains(move)).count();
  }

  private static List<ActionMove> moves(ReportedAction before, ReportedAction after) {
    List<ActionMove> moves = new ArrayList<>();
    addIf(moves, before.state() != after.state(), ActionMove.MOVED);
    addIf(moves, !isDone(before) && isDone(after), ActionMove.COMPLETED);
    addIf(moves, !showsImpact(before) && showsImpact(after), ActionMove.IMPACT_SHOWN);
    boolean isReDated =
        after.timesReDated() > before.timesReDated()
            || (before.dueOn() != null && !Objects.equals(before.dueOn(), after.dueOn()));
    addIf(moves, isReDated, ActionMove.RE_DATED);
    boolean isReopened =
        after.timesReopened() > before.timesReopened() || (isDone(before) && !isDone(after));
    addIf(moves, isReopened, ActionMove.REOPENED);
    return moves;
  }

  private static boolean isDone(ReportedAction action) {
    return action.state().isDone()
        || (action.state() == CanonicalState.NOT_STATED && action.completedOn() != null);
  }

  private static boolean showsImpact(ReportedAction action) {
    return action.state() == CanonicalState.COMPLETED_WITH_IMPACT || action.hasImpact();
  }

  private static void addIf(List<ActionMove> moves, boolean isSo, ActionMove move) {
    if (isSo) {
      moves.add(move);
    }
  }
}
