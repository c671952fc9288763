package org.sightline.plan.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.Action;
import org.sightline.plan.Plan;
import org.sightline.plan.PlanService;
import org.sightline.plan.StatusScheme;
import org.sightline.plan.Workstream;
import org.sightline.plan.report.NewReport.NewCount;
import org.sightline.plan.report.NewReport.NewPart;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Issues status reports of the own council's plans, for contributors. */
@Singleton
public class StatusReportWriting {
  private final ReportWritingStore store;
  private final StatusReportService reports;
  private final PlanService plans;

  StatusReportWriting(ReportWritingStore store, StatusReportService reports, PlanService plans) {
    this.store = store;
    this.reports = reports;
    this.plans = plans;
  }

  /**
   * What came of it.
   *
   * @param report the new one, or the one that says the same already; null where it is refused
   * @param isNew false where it says what stands
   * @param refusal a sentence
   */
  public record Issued(@Nullable StatusReport report, boolean isNew, @Nullable String refusal) {
    static Issued refused(String sentence) {
      return new Issued(null, false, sentence);
    }
  }

  /** A plan of the own organisation; nothing for any other. Waits for others who write there. */
  Optional<Plan> own(int planKey) {
    Member member = BoundViewer.current().require(Role.CONTRIBUTOR);
    return store.lock(planKey, member.organisationId()) ? plans.find(planKey) : Optional.empty();
  }

  /**
   * Issues a report of counts that somebody states.
   *
   * @param report of a plan of the own organisation, in whose scheme its statuses are
   * @throws org.sightline.tenancy.Forbidden when the viewer is no contributor
   */
  public Issued record(NewReport report) {
    Optional<Plan> plan = own(report.planKey());
    if (plan.isEmpty()) {
      return Issued.refused("There is no such plan of your organisation.");
    }
    return issue(plan.get(), report, false);
  }

  /** Issues a report of the plan's actions as they stand now, whose counts are left empty. */
  Issued issue(Plan plan, NewReport head) {
    int organisation = BoundViewer.current().requireMember().organisationId();
    int changed = store.changedSince(plan.key(), organisation, head.asAt());
    if (changed > 0) {
      return Issued.refused(
          "%d actions were changed after %s, so that the plan no longer is as it was then. Issue a report as at today, or record the counts of that day."
              .formatted(changed, head.asAt()));
    }
    if (store.isPlanChangedSince(plan.key(), organisation, head.asAt())) {
      return Issued.refused(
          "The plan was changed after %s, so that it no longer is as it was then. Issue a report as at today, or record the counts of that day."
              .formatted(head.asAt()));
    }
    List<Action> actions = plans.actions(List.of(plan.key())).getOrDefault(plan.key(), List.of());
    if (actions.isEmpty()) {
      return Issued.refused("The plan has no actions to report.");
    }
    return issue(plan, ofActions(plan, head, actions), true);
  }

  private Issued issue(Plan plan, NewReport report, boolean isFromActions) {
    List<StatusReport> known =
        reports.ofPlans(List.of(plan.key())).getOrDefault(plan.key(), List.of());
    Optional<StatusReport> before =
        known.stream()
            .filter(one -> one.isNewestRevision() && one.asAt().equals(report.asAt()))
            .findFirst();
    List<ReportLine> lines = lines(plan, report);
    Member member = BoundViewer.current().requireMember();
    boolean isTold =
        before
            .filter(one -> store.isToldAsThePlanIs(one.key(), member.organisationId()))
            .isPresent();
    if (!isFromActions
        && isTold
        && before.filter(one -> saysTheSame(one, report, lines)).isPresent()) {
      return new Issued(before.get(), false, null);
    }
    if (before.isPresent() && !report.isCorrection()) {
      return Issued.refused(refusal(before.get(), isTold));
    }
    int key = store.add(report, isFromActions, lines, member);
    return new Issued(reports.find(key).orElseThrow(), true, null);
  }

  private static String refusal(StatusReport before, boolean isTold) {
    return "The plan has a report as at %s already, revision %d.%s A report is never changed: say that this one corrects it, and it becomes revision %d."
        .formatted(
            before.asAt(),
            before.revision(),
            isTold
                ? ""
                : " It was written while the plan was not shown to all who see it now, and they are not shown it.",
            before.revision() + 1);
  }

  private boolean saysTheSame(StatusReport before, NewReport report, List<ReportLine> lines) {
    ReportFigures figures = reports.figures(List.of(before)).get(before);
    if (figures == null || before.isFromActions()) {
      return false;
    }
    Map<Integer, @Nullable Integer> totals = new LinkedHashMap<>();
    figures
        .workstreams()
        .forEach(one -> totals.put(one.part().workstreamKey(), one.part().statedTotal()));
    Map<Integer, @Nullable Integer> newTotals = new LinkedHashMap<>();
    report.parts().forEach(one -> newTotals.put(one.workstreamKey(), one.statedTotal()));
    return Objects.equals(before.statedTotal(), report.statedTotal())
        && totals.equals(newTotals)
        && written(reports.lines(before.key())).equals(written(lines));
  }

  private static Map<String, Integer> written(List<ReportLine> lines) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    lines.forEach(
        one -> counts.put(one.workstreamKey() + " " + one.status().code(), one.actions()));
    return counts;
  }

  private List<ReportLine> lines(Plan plan, NewReport report) {
    @Nullable StatusScheme scheme =
        plans.schemesByKey(List.of(plan.schemeKey())).get(plan.schemeKey());
    Map<String, StatedStatus> statuses = new LinkedHashMap<>();
    StatusReportService.statuses(scheme).forEach(one -> statuses.put(one.code(), one));
    statuses.put(StatedStatus.NONE.code(), StatedStatus.NONE);
    List<ReportLine> lines = new ArrayList<>();
    report.counts().forEach(one -> lines.add(line(null, one, statuses)));
    for (NewPart part : report.parts()) {
      part.counts().forEach(one -> lines.add(line(part.workstreamKey(), one, statuses)));
    }
    return lines;
  }

  private static ReportLine line(
      @Nullable Integer workstreamKey, NewCount count, Map<String, StatedStatus> statuses) {
    StatedStatus status = statuses.get(count.statusCode());
    if (status == null) {
      throw new IllegalArgumentException("No status of the scheme: " + count.statusCode());
    }
    return new ReportLine(0, workstreamKey, status, count.actions());
  }

  private NewReport ofActions(Plan plan, NewReport head, List<Action> actions) {
    @Nullable StatusScheme scheme =
        plans.schemesByKey(List.of(plan.schemeKey())).get(plan.schemeKey());
    List<String> codes = new ArrayList<>();
    StatusReportService.statuses(scheme).forEach(one -> codes.add(one.code()));
    if (actions.stream().anyMatch(one -> !codes.contains(code(one)))) {
      codes.add(StatedStatus.NONE.code());
    }
    List<NewPart> parts = new ArrayList<>();
    for (Workstream workstream :
        plans.workstreams(List.of(plan.key())).getOrDefault(plan.key(), List.of())) {
      List<Action> own =
          actions.stream().filter(one -> one.workstreamKey() == workstream.key()).toList();
      parts.add(new NewPart(workstream.key(), own.size(), counts(codes, own)));
    }
    return new NewReport(
        plan.key(),
        head.asAt(),
        head.precision(),
        head.title(),
        actions.size(),
        counts(codes, actions),
        parts,
        head.source(),
        head.paragraph(),
        head.isCorrection());
  }

  private static List<NewCount> counts(List<String> codes, List<Action> actions) {
    return codes.stream().map(code -> new NewCount(code, count(codes, code, actions))).toList();
  }

  /** A code that the scheme no longer has counts as none. */
  private static int count(List<String> codes, String code, List<Action> actions) {
    return (int)
        actions.stream()
            .map(one -> codes.contains(code(one)) ? code(one) : StatedStatus.NONE.code())
            .filter(code::equals)
            .count();
  }

  private static String code(Action action) {
    return Objects.requireNonNullElse(action.statusCode(), StatedStatus.NONE.code());
  }
}
