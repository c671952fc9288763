package org.sightline.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.calendar.WorkingDays;
import org.sightline.inspection.Inspection;
import org.sightline.inspection.framework.FrameworkClock;

/**
 * By when an inspection wants a plan to have come how far.
 *
 * @param beginsOn the day after which it counts, null where that is not known
 * @param dueOn null where it cannot be counted
 * @param doneOn the day that the plan states, null where it states none
 * @param basis a sentence: from when to when, and what the plan states
 */
record PlanClock(
    String code,
    String name,
    boolean isRequired,
    int workingDays,
    @Nullable LocalDate beginsOn,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate doneOn,
    PlanClockState state,
    String basis,
    String source) {
  /** The one that a draft answers; every other is answered by the final plan. */
  private static final String DRAFT = "priority-action-draft-plan";

  static PlanClock of(
      Plan plan, Inspection inspection, FrameworkClock clock, WorkingDays calendar, LocalDate at) {
    @Nullable LocalDate begins =
        switch (clock.beginsWith()) {
          case FIRST_DAY -> inspection.firstDay();
          case LAST_DAY -> inspection.lastDay();
          case PUBLICATION -> inspection.publishedOn();
        };
    @Nullable LocalDate due =
        Optional.ofNullable(begins)
            .flatMap(day -> calendar.after(day, clock.workingDays()))
            .orElse(null);
    boolean isDraft = clock.code().equals(DRAFT);
    @Nullable LocalDate done =
        isDraft && plan.draftedOn() != null ? plan.draftedOn() : plan.finalisedOn();
    boolean isNotMade = !isDraft && plan.state() == PlanState.DRAFT;
    PlanClockState state = state(due, done, isNotMade, at);
    return new PlanClock(
        clock.code(),
        clock.name(),
        clock.isRequired(),
        clock.workingDays(),
        begins,
        due,
        done,
        state,
        basis(clock, begins, due, done, calendar),
        clock.source());
  }

  private static PlanClockState state(
      @Nullable LocalDate due, @Nullable LocalDate done, boolean isNotMade, LocalDate at) {
    if (due == null) {
      return PlanClockState.NOT_COUNTED;
    }
    if (done != null && !done.isAfter(at)) {
      return done.isAfter(due) ? PlanClockState.LATE : PlanClockState.MET;
    }
    if (!at.isAfter(due)) {
      return PlanClockState.RUNNING;
    }
    return isNotMade || done != null ? PlanClockState.OVERDUE : PlanClockState.NOT_STATED;
  }

  private static String basis(
      FrameworkClock clock,
      @Nullable LocalDate begins,
      @Nullable LocalDate due,
      @Nullable LocalDate done,
      WorkingDays calendar) {
    if (begins == null) {
      return "The day after which it counts (%s) is not known.".formatted(clock.beginsWith());
    }
    if (due == null) {
      return "%d working days after %s cannot be counted. %s"
          .formatted(clock.workingDays(), begins, calendar.limits());
    }
    String stated =
        done == null ? "The plan states no day for it." : "The plan states %s.".formatted(done);
    return "%d working days after %s (%s) end on %s. %s"
        .formatted(clock.workingDays(), begins, clock.beginsWith(), due, stated);
  }
}
