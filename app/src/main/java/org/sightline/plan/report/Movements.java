package org.sightline.plan.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.CanonicalState;
import org.sightline.plan.report.CountChange.Side;

/** What moved between two reports: by status where both mean the same, by state always. */
final class Movements {
  private static final String BASIS =
      "Counts as the two reports state them; the total is their sum, or the stated one where they are not stated. What a report does not state has no change. Statuses of schemes that differ are compared by what they mean, never by colour.";

  private final ReportFigures from;
  private final ReportFigures to;

  private Movements(ReportFigures from, ReportFigures to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Compares two reports of one plan.
   *
   * @param actionsBefore of the earlier report; none where it was not made from actions
   */
  static PlanMovement between(
      ReportFigures from,
      List<ReportedAction> actionsBefore,
      ReportFigures to,
      List<ReportedAction> actionsAfter) {
    Movements movements = new Movements(from, to);
    @Nullable String whyNoStatuses = movements.whyNoStatuses();
    @Nullable String whyNoActions = movements.whyNoActions();
    return new PlanMovement(
        from.report(),
        to.report(),
        (int) ChronoUnit.DAYS.between(from.report().asAt(), to.report().asAt()),
        whyNoStatuses == null ? movements.byStatus() : List.of(),
        whyNoStatuses,
        movements.byState(),
        movements.total(),
        movements.change(
            from.whole().completed(), to.whole().completed(), "how many were completed in all"),
        movements.ofState(CanonicalState.COMPLETED_WITH_IMPACT),
        whyNoActions == null ? ActionMovements.between(actionsBefore, actionsAfter) : List.of(),
        whyNoActions,
        BASIS);
  }

  private @Nullable String whyNoStatuses() {
    Map<String, CanonicalState> before = new HashMap<>();
    from.whole().statuses().forEach(one -> before.put(one.code(), one.state()));
    List<String> other = new ArrayList<>();
    for (StatedStatus status : to.whole().statuses()) {
      CanonicalState meant = before.getOrDefault(status.code(), status.state());
      if (meant != status.state()) {
        other.add("%s meant %s and now means %s".formatted(status.code(), meant, status.state()));
      }
    }
    return other.isEmpty()
        ? null
        : "The two reports do not mean the same by their statuses: %s. Compare them by state."
            .formatted(String.join("; ", other));
  }

  private @Nullable String whyNoActions() {
    if (from.report().isFromActions() && to.report().isFromActions()) {
      return null;
    }
    StatusReport counted = from.report().isFromActions() ? to.report() : from.report();
    return "Single actions cannot be compared: %s states counts only.".formatted(counted.inWords());
  }

  private List<StatusMovement> byStatus() {
    Map<String, StatedStatus> statuses = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (ReportFigures figures : List.of(to, from)) {
      for (StatedStatus status : figures.whole().statuses()) {
        if (statuses.putIfAbsent(status.code(), status) == null) {
          order.add(status.code());
        }
      }
    }
    return order.stream().map(code -> status(statuses, code)).toList();
  }

  private StatusMovement status(Map<String, StatedStatus> statuses, String code) {
    StatedStatus status = statuses.getOrDefault(code, StatedStatus.NONE);
    CountChange change =
        CountChange.of(
            side(from, code),
            from.whole().actions().get(code),
            side(to, code),
            to.whole().actions().get(code),
            "how many were %s (%s)".formatted(status.name(), code));
    return new StatusMovement(code, status.name(), status.state(), change);
  }

  private static Side side(ReportFigures figures, String code) {
    boolean isOfScheme =
        figures.whole().statuses().stream().anyMatch(one -> one.code().equals(code));
    return new Side(
        figures.report(), isOfScheme ? MissingCount.NOT_STATED : MissingCount.NOT_IN_SCHEME);
  }

  private List<StateMovement> byState() {
    Set<CanonicalState> states = EnumSet.noneOf(CanonicalState.class);
    for (ReportFigures figures : List.of(from, to)) {
      figures.whole().byState().forEach(one -> states.add(one.state()));
    }
    return states.stream().map(state -> new StateMovement(state, ofState(state))).toList();
  }

  private CountChange ofState(CanonicalState state) {
    return change(from.whole().of(state), to.whole().of(state), "how many were " + state);
  }

  private CountChange change(StateFigure before, StateFigure after, String what) {
    return CountChange.of(
        new Side(from.report(), before.missing()),
        before.actions(),
        new Side(to.report(), after.missing()),
        after.actions(),
        what);
  }

  private CountChange total() {
    return CountChange.of(
        new Side(from.report(), MissingCount.NOT_STATED),
        total(from),
        new Side(to.report(), MissingCount.NOT_STATED),
        total(to),
        "how many actions there were in all");
  }

  /** The sum of the parts, or what is stated where the parts are not. */
  static @Nullable Integer total(ReportFigures figures) {
    @Nullable Integer sum = figures.summedTotal();
    return sum == null ? figures.report().statedTotal() : sum;
  }
}
