package org.sightline.plan.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.NotFound;

/**
 * Between which two reports of a plan movement is asked for.
 *
 * @param from the earlier report's global id, null for one by its day
 * @param fromDay the latest report at or before it; null with {@code from} for the one before the
 *     later report
 * @param to the later report's global id, null for one by its day
 * @param toDay the latest report at or before it; null with {@code to} for the newest
 */
record MovementAsked(
    int planKey,
    @Nullable String from,
    @Nullable LocalDate fromDay,
    @Nullable String to,
    @Nullable LocalDate toDay) {
  MovementAsked {
    refuseBoth(from, fromDay, "from");
    refuseBoth(to, toDay, "to");
  }

  /** Two reports of a plan. */
  record Pair(StatusReport from, StatusReport to) {
    PlanMovement movement(
        Map<StatusReport, ReportFigures> figures, Map<Integer, List<ReportedAction>> actions) {
      ReportFigures before = figures.get(from);
      ReportFigures after = figures.get(to);
      if (before == null || after == null) {
        throw new IllegalStateException("A report without figures.");
      }
      return Movements.between(
          before,
          actions.getOrDefault(from.key(), List.of()),
          after,
          actions.getOrDefault(to.key(), List.of()));
    }
  }

  /**
   * The two, of a plan's reports with the newest first; nothing where there are not two.
   *
   * @throws NotFound for an id that is no report of the plan
   */
  Optional<Pair> choose(List<StatusReport> ofPlan) {
    Optional<StatusReport> later =
        to != null
            ? Optional.of(byId(to, ofPlan))
            : StatusReportService.latest(ofPlan, toDay == null ? LocalDate.MAX : toDay);
    return later.flatMap(last -> earlier(ofPlan, last).map(first -> inOrder(first, last)));
  }

  private Optional<StatusReport> earlier(List<StatusReport> ofPlan, StatusReport last) {
    if (from != null) {
      return Optional.of(byId(from, ofPlan));
    }
    Optional<StatusReport> found =
        StatusReportService.latest(ofPlan, fromDay == null ? last.asAt().minusDays(1) : fromDay);
    return found.filter(one -> one.key() != last.key());
  }

  private static Pair inOrder(StatusReport from, StatusReport to) {
    if (from.asAt().isAfter(to.asAt())) {
      throw new BadUserInput(
          "Movement goes from an earlier report to a later one: from is as at %s, to as at %s."
              .formatted(from.asAt(), to.asAt()),
          "from");
    }
    return new Pair(from, to);
  }

  private static StatusReport byId(String id, List<StatusReport> ofPlan) {
    Optional<Integer> key = GlobalId.number(ReportTypes.REPORT, id);
    return ofPlan.stream()
        .filter(one -> key.filter(asked -> asked == one.key()).isPresent())
        .findFirst()
        .orElseThrow(
            () -> new NotFound("The plan has no status report with the id '%s'.".formatted(id)));
  }

  private static void refuseBoth(@Nullable String id, @Nullable LocalDate day, String argument) {
    if (id != null && day != null) {
      throw new BadUserInput(
          "Name a report by %s or by %sDay, not by both.".formatted(argument, argument), argument);
    }
  }
}
