package org.sightline.plan.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moved between two reports of a plan.
 *
 * @param days between the days that the two are as at
 * @param byStatus in the scheme's order; empty where the two do not mean the same by their statuses
 * @param byStatusMissing why that is empty, a sentence
 * @param total all actions
 * @param completed with or without an effect shown
 * @param withImpact completed and the effect shown
 * @param actions one by one, where both were made from the plan's actions
 * @param actionsMissing why not, a sentence; null where they are compared
 */
public record PlanMovement(
    StatusReport from,
    StatusReport to,
    int days,
    List<StatusMovement> byStatus,
    @Nullable String byStatusMissing,
    List<StateMovement> byState,
    CountChange total,
    CountChange completed,
    CountChange withImpact,
    List<ActionMovement> actions,
    @Nullable String actionsMissing,
    String basis) {
  public PlanMovement {
    byStatus = List.copyOf(byStatus);
    byState = List.copyOf(byState);
    actions = List.copyOf(actions);
  }

  /** How many actions have a move; null where the actions are not compared. */
  @Nullable Integer count(ActionMove move) {
    return actionsMissing == null ? (Integer) ActionMovements.count(actions, move) : null;
  }
}
