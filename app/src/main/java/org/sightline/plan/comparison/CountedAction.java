package org.sightline.plan.comparison;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.Action;
import org.sightline.plan.CanonicalState;
import org.sightline.plan.StatusScheme;
import org.sightline.plan.report.ReportedAction;

/**
 * An action with what a comparison needs of it.
 *
 * @param declared what its status means; NOT_STATED where none is declared
 * @param hasEvidence whether there was evidence of its effect by the day that it is counted for
 */
record CountedAction(
    int workstreamKey,
    CanonicalState declared,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate completedOn,
    boolean hasEvidence) {
  static CountedAction of(Action action, StatusScheme scheme, LocalDate at) {
    @Nullable LocalDate impact = action.impactOn();
    return new CountedAction(
        action.workstreamKey(),
        Optional.ofNullable(action.statusCode())
            .flatMap(scheme::status)
            .map(one -> one.state())
            .orElse(CanonicalState.NOT_STATED),
        action.dueOn(),
        action.completedOn(),
        impact != null && !impact.isAfter(at));
  }

  static CountedAction of(ReportedAction action) {
    return new CountedAction(
        action.workstreamKey(),
        action.state(),
        action.dueOn(),
        action.completedOn(),
        action.hasImpact());
  }

  /** Whether it was done on a day: completed by then, or declared so without a day. */
  boolean isDone(LocalDate day) {
    return completedOn == null ? declared.isDone() : !completedOn.isAfter(day);
  }

  /** Whether it was done on a day, and its effect shown: as it is declared, or by evidence. */
  boolean hasImpact(LocalDate day) {
    return isDone(day) && (declared == CanonicalState.COMPLETED_WITH_IMPACT || hasEvidence);
  }

  /** Whether it was late on a day: by its due date, and where it has none as it is declared. */
  boolean isOverdue(LocalDate day) {
    if (isDone(day)) {
      return false;
    }
    return dueOn == null ? declared == CanonicalState.OVERDUE : dueOn.isBefore(day);
  }
}
