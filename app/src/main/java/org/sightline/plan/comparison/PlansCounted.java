package org.sightline.plan.comparison;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.Action;
import org.sightline.plan.Plan;
import org.sightline.plan.PlanService;
import org.sightline.plan.StatusScheme;
import org.sightline.plan.Workstream;
import org.sightline.plan.report.CountsByStatus;
import org.sightline.plan.report.ReportFigures;
import org.sightline.plan.report.ReportedAction;
import org.sightline.plan.report.StatedStatus;
import org.sightline.plan.report.StatusReport;
import org.sightline.plan.report.StatusReportService;

/**
 * Counts plans by their actions as they stand, or by their reports: for all in a few statements.
 */
@Singleton
class PlansCounted {
  private final PlanService plans;
  private final StatusReportService reports;

  PlansCounted(PlanService plans, StatusReportService reports) {
    this.plans = plans;
    this.reports = reports;
  }

  /** A plan as it is counted for the day asked, and for the beginning of the span. */
  record Pair(CountedPlan now, @Nullable CountedPlan earlier) {}

  /** The reports of one plan that are counted; null where there is none. */
  private record Chosen(@Nullable StatusReport now, @Nullable StatusReport earlier) {
    Stream<StatusReport> all() {
      return Stream.of(Optional.ofNullable(now), Optional.ofNullable(earlier))
          .flatMap(Optional::stream);
    }
  }

  /** All that is read of the plans. */
  private record Read(
      Map<Integer, StatusScheme> schemes,
      Map<Integer, List<Workstream>> workstreams,
      Map<Integer, List<Action>> actions,
      Map<StatusReport, ReportFigures> figures,
      Map<Integer, List<ReportedAction>> reportedActions) {}

  /** Each of the plans, in their order. */
  List<Pair> count(Collection<Plan> asked, ComparisonAsked question) {
    List<Integer> keys = asked.stream().map(Plan::key).toList();
    Map<Integer, List<Action>> actions =
        question.isToday() ? plans.actions(keys) : Map.<Integer, List<Action>>of();
    Map<Integer, List<StatusReport>> known = reports.ofPlans(keys);
    Map<Integer, Chosen> chosen = new HashMap<>();
    asked.forEach(
        plan ->
            chosen.put(
                plan.key(),
                actions.containsKey(plan.key())
                    ? new Chosen(null, null)
                    : choose(known.getOrDefault(plan.key(), List.of()), question)));
    List<StatusReport> counted = chosen.values().stream().flatMap(Chosen::all).distinct().toList();
    Read read =
        new Read(
            plans.schemesByKey(asked.stream().map(Plan::schemeKey).distinct().toList()),
            plans.workstreams(keys),
            actions,
            reports.figures(counted),
            reports.actions(
                counted.stream()
                    .filter(StatusReport::isFromActions)
                    .map(StatusReport::key)
                    .toList()));
    return asked.stream()
        .map(
            plan -> pair(plan, Objects.requireNonNull(chosen.get(plan.key())), read, question.at()))
        .toList();
  }

  private static Pair pair(Plan plan, Chosen chosen, Read read, LocalDate at) {
    List<Action> actions = read.actions().getOrDefault(plan.key(), List.of());
    if (!actions.isEmpty()) {
      return new Pair(ofActions(plan, actions, read, at), null);
    }
    if (chosen.now() == null) {
      CountsByStatus none = new CountsByStatus(List.of(), Map.of(), Set.of());
      return new Pair(new CountedPlan(plan, null, null, none, null, List.of(), false), null);
    }
    return new Pair(
        ofReport(plan, chosen.now(), read),
        chosen.earlier() == null ? null : ofReport(plan, chosen.earlier(), read));
  }

  /**
   * The latest by the day asked, and the latest by the span's first day or else the first since.
   */
  private static Chosen choose(List<StatusReport> ofPlan, ComparisonAsked question) {
    Optional<StatusReport> now = StatusReportService.latest(ofPlan, question.at());
    Optional<StatusReport> earlier =
        StatusReportService.latest(ofPlan, question.from())
            .or(
                () ->
                    ofPlan.stream()
                        .filter(StatusReport::isNewestRevision)
                        .reduce((_, earliest) -> earliest));
    return new Chosen(
        now.orElse(null),
        now.flatMap(last -> earlier.filter(one -> one.asAt().isBefore(last.asAt()))).orElse(null));
  }

  private static CountedPlan ofReport(Plan plan, StatusReport report, Read read) {
    ReportFigures figures = Objects.requireNonNull(read.figures().get(report));
    Map<Integer, Workstream> workstreams =
        read.workstreams().getOrDefault(plan.key(), List.of()).stream()
            .collect(Collectors.toMap(Workstream::key, one -> one));
    Map<Integer, List<CountedAction>> actions =
        read.reportedActions().getOrDefault(report.key(), List.of()).stream()
            .map(CountedAction::of)
            .collect(Collectors.groupingBy(CountedAction::workstreamKey));
    List<CountedPart> parts =
        figures.workstreams().stream()
            .map(
                one ->
                    new CountedPart(
                        one.part().workstreamKey(),
                        one.part().name(),
                        theme(workstreams.get(one.part().workstreamKey()), one.part().themeCode()),
                        one.counts(),
                        actions.getOrDefault(one.part().workstreamKey(), List.of())))
            .toList();
    return new CountedPlan(
        plan,
        report.asAt(),
        report,
        figures.whole(),
        report.statedTotal(),
        parts,
        report.isFromActions());
  }

  /** As the council maps the workstream now; a report keeps the mapping of its day. */
  private static @Nullable String theme(
      @Nullable Workstream workstream, @Nullable String ofReport) {
    return workstream == null || workstream.themeCode() == null ? ofReport : workstream.themeCode();
  }

  private static CountedPlan ofActions(Plan plan, List<Action> actions, Read read, LocalDate at) {
    StatusScheme scheme = Objects.requireNonNull(read.schemes().get(plan.schemeKey()));
    List<StatedStatus> statuses = new ArrayList<>(StatusReportService.statuses(scheme));
    if (actions.stream().anyMatch(one -> scheme.status(one.statusCode()).isEmpty())) {
      statuses.add(StatedStatus.NONE);
    }
    List<CountedPart> parts = new ArrayList<>();
    for (Workstream workstream : read.workstreams().getOrDefault(plan.key(), List.of())) {
      List<Action> own =
          actions.stream().filter(one -> one.workstreamKey() == workstream.key()).toList();
      parts.add(
          new CountedPart(
              workstream.key(),
              workstream.name(),
              workstream.themeCode(),
              counts(statuses, own, scheme),
              own.stream().map(one -> CountedAction.of(one, scheme, at)).toList()));
    }
    return new CountedPlan(plan, at, null, counts(statuses, actions, scheme), null, parts, true);
  }

  private static CountsByStatus counts(
      List<StatedStatus> statuses, List<Action> actions, StatusScheme scheme) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    statuses.forEach(one -> counts.put(one.code(), 0));
    for (Action action : actions) {
      String code =
          scheme
              .status(action.statusCode())
              .map(one -> one.code())
              .orElse(StatedStatus.NONE.code());
      counts.merge(code, 1, Integer::sum);
    }
    return new CountsByStatus(statuses, counts, Set.of());
  }
}
