package org.sightline.plan.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.CanonicalState;
import org.sightline.plan.report.MissingCount;
import org.sightline.plan.report.Shares;
import org.sightline.plan.report.StateFigure;

/**
 * Measures one plan, or a theme of it.
 *
 * @param now what is counted for the day asked
 * @param earlier what is counted at the span's beginning, null where there is no earlier report
 * @param from the first day of the span of completions
 */
record Measuring(CountedPlan now, @Nullable CountedPlan earlier, LocalDate from) {
  private static final BigDecimal DAYS_OF_MONTH = new BigDecimal("30.4375");

  PlanMeasures measures() {
    if (now.asAt() == null) {
      String why = "The plan has no status report at or before the day.";
      PlanFigure none = PlanFigure.missing(NoPlanFigure.NO_REPORT_BY_THEN, why);
      return new PlanMeasures(null, NoPlanFigure.NO_REPORT_BY_THEN, List.of(), none, none, none);
    }
    if (now.parts().isEmpty() && now.counts().actions().isEmpty() && now.statedTotal() == null) {
      PlanFigure none =
          PlanFigure.missing(NoPlanFigure.NO_ACTIONS, "No workstream of the plan is about it.");
      return new PlanMeasures(null, NoPlanFigure.NO_ACTIONS, List.of(), none, none, none);
    }
    @Nullable Integer summed = now.counts().total();
    @Nullable Integer n = summed == null ? now.statedTotal() : summed;
    return new PlanMeasures(
        n,
        n == null ? NoPlanFigure.NOT_STATED : null,
        now.counts().byState(),
        overdueRate(now.asAt()),
        completionsPerMonth(now.asAt()),
        shareWithImpact(now.asAt()));
  }

  private PlanFigure shareWithImpact(LocalDate day) {
    if (!now.hasActions()) {
      return share(
          now.counts().of(CanonicalState.COMPLETED_WITH_IMPACT),
          "Actions declared completed with their effect shown, of all actions: the report states no evidence.");
    }
    List<CountedAction> actions = now.actions();
    int shown = (int) actions.stream().filter(one -> one.hasImpact(day)).count();
    String basis =
        "Actions completed by %s that are declared so with their effect shown, or have evidence of it by then, of all actions."
            .formatted(day);
    return ofActions(shown, actions.size(), basis);
  }

  private static PlanFigure ofActions(int counted, int n, String basis) {
    return n == 0
        ? PlanFigure.missing(NoPlanFigure.NO_ACTIONS, basis)
        : new PlanFigure(Shares.of(counted, n), counted, n, null, basis);
  }

  private PlanFigure overdueRate(LocalDate day) {
    if (!now.hasActions()) {
      return share(
          now.counts().of(CanonicalState.OVERDUE),
          "Actions declared overdue, of all actions: the report states no due dates.");
    }
    List<CountedAction> actions = now.actions();
    int overdue = (int) actions.stream().filter(one -> one.isOverdue(day)).count();
    long undated = actions.stream().filter(one -> one.dueOn() == null).count();
    String basis =
        "Actions not completed whose due date is before %s, of all actions.%s"
            .formatted(
                day,
                undated == 0
                    ? ""
                    : " %d without a due date count as they are declared.".formatted(undated));
    return ofActions(overdue, actions.size(), basis);
  }

  private PlanFigure completionsPerMonth(LocalDate to) {
    return now.hasActions() ? completionsOfActions(to) : completionsOfReports(to);
  }

  private PlanFigure completionsOfActions(LocalDate to) {
    @Nullable LocalDate starts = now.plan().startsOn();
    LocalDate since = starts != null && starts.isAfter(from) ? starts : from;
    String basis =
        "Actions completed after %s%s and by %s, per month of 30.4375 days."
            .formatted(since, since.equals(from) ? "" : ", when the plan starts,", to);
    List<CountedAction> done = now.actions().stream().filter(one -> one.isDone(to)).toList();
    if (done.stream().anyMatch(one -> one.completedOn() == null)) {
      return PlanFigure.missing(NoPlanFigure.COMPLETION_DAYS_NOT_STATED, basis);
    }
    int within =
        (int)
            done.stream()
                .map(CountedAction::completedOn)
                .filter(day -> Objects.requireNonNull(day).isAfter(since))
                .count();
    return perMonth(within, since, to, basis);
  }

  private PlanFigure completionsOfReports(LocalDate to) {
    if (earlier == null || earlier.asAt() == null) {
      return PlanFigure.missing(
          NoPlanFigure.NO_EARLIER_REPORT,
          "Completed actions of a report less those of an earlier one, per month.");
    }
    LocalDate since = earlier.asAt();
    String basis =
        "Completed actions of the report as at %s less those of the report as at %s, per month of 30.4375 days."
            .formatted(to, since);
    StateFigure before = earlier.counts().completed();
    StateFigure after = now.counts().completed();
    if (before.actions() == null || after.actions() == null) {
      @Nullable MissingCount why = before.actions() == null ? before.missing() : after.missing();
      return PlanFigure.missing(reason(why), basis);
    }
    return perMonth(after.actions() - before.actions(), since, to, basis);
  }

  private static PlanFigure perMonth(int completed, LocalDate from, LocalDate to, String basis) {
    int days = (int) ChronoUnit.DAYS.between(from, to);
    return days <= 0
        ? PlanFigure.missing(NoPlanFigure.NO_SPAN, basis)
        : new PlanFigure(
            BigDecimal.valueOf(completed)
                .multiply(DAYS_OF_MONTH)
                .divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_UP),
            completed,
            days,
            null,
            basis);
  }

  private PlanFigure share(StateFigure figure, String basis) {
    @Nullable Integer n = now.counts().total();
    if (figure.actions() == null) {
      return PlanFigure.missing(reason(figure.missing()), basis);
    }
    if (n == null) {
      return PlanFigure.missing(NoPlanFigure.NOT_STATED, basis);
    }
    return n == 0
        ? PlanFigure.missing(NoPlanFigure.NO_ACTIONS, basis)
        : new PlanFigure(Shares.of(figure.actions(), n), figure.actions(), n, null, basis);
  }

  private static NoPlanFigure reason(@Nullable MissingCount missing) {
    return missing == MissingCount.NOT_IN_SCHEME
        ? NoPlanFigure.NOT_IN_SCHEME
        : NoPlanFigure.NOT_STATED;
  }
}
