package org.sightline.migrations.invented;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What became of one action, and so how it stood on any day.
 *
 * @param createdOn when it came into the plan
 * @param originalDueOn null where nobody said by when
 * @param startedOn when somebody began, which may be to come
 * @param mayBeLate whether it is called at risk in its last three weeks
 * @param isRosy whether it is declared on track when it is overdue
 * @param impactOn when somebody wrote down what it has done for children or staff; null: never
 */
record ActionLife(
    LocalDate createdOn,
    @Nullable LocalDate originalDueOn,
    LocalDate startedOn,
    boolean mayBeLate,
    boolean isRosy,
    @Nullable LocalDate impactOn,
    List<Event> events) {
  private static final int DAYS_AT_RISK = 21;

  /** The kinds of an action's change that are more than a change. */
  enum Kind {
    RE_DATED,
    COMPLETED,
    REOPENED,
    REMOVED
  }

  /**
   * @param to the new day of the due date or of the completion; null where there is none any more
   */
  record Event(
      LocalDate on,
      Kind kind,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String reason) {}

  ActionLife {
    events = events.stream().sorted(Comparator.comparing(Event::on)).toList();
  }

  @Nullable LocalDate dueOn(LocalDate day) {
    LocalDate due = originalDueOn;
    for (Event event : until(day, Kind.RE_DATED)) {
      due = event.to();
    }
    return due;
  }

  @Nullable LocalDate completedOn(LocalDate day) {
    LocalDate completed = null;
    for (Event event : until(day, Kind.COMPLETED, Kind.REOPENED)) {
      completed = event.to();
    }
    return completed;
  }

  int count(Kind kind, LocalDate day) {
    return until(day, kind).size();
  }

  boolean isIn(LocalDate day) {
    return !createdOn.isAfter(day) && until(day, Kind.REMOVED).isEmpty();
  }

  boolean hasImpact(LocalDate day) {
    return impactOn != null && !impactOn.isAfter(day);
  }

  /** How the council says that it stands. */
  State declared(LocalDate day) {
    State state = state(day);
    return state == State.OVERDUE && isRosy ? State.ON_TRACK : state;
  }

  private State state(LocalDate day) {
    if (completedOn(day) != null) {
      return hasImpact(day) ? State.COMPLETED_WITH_IMPACT : State.COMPLETED;
    }
    @Nullable LocalDate due = dueOn(day);
    if (due != null && due.isBefore(day)) {
      return State.OVERDUE;
    }
    if (startedOn.isAfter(day)) {
      return State.NOT_STARTED;
    }
    boolean isNear = due != null && !due.minusDays(DAYS_AT_RISK).isAfter(day);
    return isNear && mayBeLate ? State.AT_RISK : State.ON_TRACK;
  }

  private List<Event> until(LocalDate day, Kind... kinds) {
    Predicate<Event> isOfThem = event -> List.of(kinds).contains(event.kind());
    List<Event> those = new ArrayList<>(events);
    those.removeIf(event -> event.on().isAfter(day) || !isOfThem.test(event));
    return those;
  }
}
