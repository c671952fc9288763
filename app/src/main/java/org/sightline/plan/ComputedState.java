package org.sightline.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an action's days say of it on a day, whatever is declared. The days are those known now. It
 * is never AT_RISK, which no day can tell.
 *
 * @param basis a sentence: which days it rests on
 */
public record ComputedState(LocalDate at, CanonicalState state, String basis) {
  /**
   * The state of an action on a day, held to its current or original day. Of what is declared done
   * without a day no day tells since when.
   */
  public static ComputedState of(Action action, LocalDate at, DueDay against, StatusScheme scheme) {
    @Nullable LocalDate completed = action.completedOn();
    if (completed != null && !completed.isAfter(at)) {
      return done(action, at, completed);
    }
    if (completed == null && ActionCounts.declared(action, scheme).isDone()) {
      return new ComputedState(
          at, CanonicalState.NOT_STATED, "It is declared done; no day of completion is stated.");
    }
    @Nullable LocalDate due = against.of(action);
    if (due != null && due.isBefore(at)) {
      return new ComputedState(
          at,
          CanonicalState.OVERDUE,
          "It was due on %s and not completed by %s.".formatted(due, at));
    }
    @Nullable LocalDate started = action.startedOn();
    if (started != null && started.isAfter(at)) {
      return new ComputedState(
          at, CanonicalState.NOT_STARTED, "It begins on %s, after %s.".formatted(started, at));
    }
    return due == null
        ? new ComputedState(at, CanonicalState.NOT_STATED, "No day is stated by which it is due.")
        : new ComputedState(
            at, CanonicalState.ON_TRACK, "It is due on %s, not before %s.".formatted(due, at));
  }

  /**
   * Why what is declared and this do not fit together; nothing where they do, where either says
   * nothing, or where the scheme has no word for it.
   */
  Optional<String> disagreement(StatusScheme scheme, @Nullable String declaredCode) {
    Optional<Status> declared = scheme.status(declaredCode);
    if (declared.isEmpty() || !contradicts(declared.get().state(), scheme)) {
      return Optional.empty();
    }
    return Optional.of(
        "It is declared %s (%s); computed at %s it is %s. %s"
            .formatted(declared.get().name(), declared.get().state(), at, state, basis));
  }

  private boolean contradicts(CanonicalState declared, StatusScheme scheme) {
    if (declared == CanonicalState.NOT_STATED || state == CanonicalState.NOT_STATED) {
      return declared.isDone();
    }
    if (declared.isDone() || state.isDone()) {
      return declared.isDone()
          ? !state.isDone() || isWithoutEvidence(declared)
          : scheme.statuses().stream().anyMatch(one -> one.state().isDone());
    }
    return (declared == CanonicalState.OVERDUE) != (state == CanonicalState.OVERDUE);
  }

  private boolean isWithoutEvidence(CanonicalState declared) {
    return declared == CanonicalState.COMPLETED_WITH_IMPACT && state == CanonicalState.COMPLETED;
  }

  private static ComputedState done(Action action, LocalDate at, LocalDate completed) {
    @Nullable LocalDate impact = action.impactOn();
    return impact == null || impact.isAfter(at)
        ? new ComputedState(
            at, CanonicalState.COMPLETED, "It was completed on %s.".formatted(completed))
        : new ComputedState(
            at,
            CanonicalState.COMPLETED_WITH_IMPACT,
            "It was completed on %s, with evidence of an effect from %s."
                .formatted(completed, impact));
  }
}
