package org.sightline.governance.timeline;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.governance.StatedDay;
import org.sightline.plan.Milestone;
import org.sightline.plan.MilestoneDate;
import org.sightline.plan.MilestoneService;
import org.sightline.plan.Plan;
import org.sightline.plan.PlanFilter;
import org.sightline.plan.PlanService;
import org.sightline.plan.PlanState;
import org.sightline.plan.report.StatusReport;
import org.sightline.plan.report.StatusReportService;

/** Plans, their status reports and their milestones on the timeline. */
@Singleton
class PlanEntries implements TimelineSource {
  private static final String OWN = "The council's own record";

  private final PlanService plans;
  private final MilestoneService milestones;
  private final StatusReportService reports;

  PlanEntries(PlanService plans, MilestoneService milestones, StatusReportService reports) {
    this.plans = plans;
    this.milestones = milestones;
    this.reports = reports;
  }

  @Override
  public Set<TimelineKind> kinds() {
    return Set.of(TimelineKind.PLAN, TimelineKind.MILESTONE, TimelineKind.STATUS_REPORT);
  }

  @Override
  public List<TimelineEntry> entries(Collection<Integer> councilKeys, Set<TimelineKind> kinds) {
    List<Plan> found = plans.list(PlanFilter.of(councilKeys));
    List<Integer> keys = found.stream().map(Plan::key).toList();
    List<TimelineEntry> entries = new ArrayList<>();
    found.forEach(plan -> addPlan(plan, entries));
    if (kinds.contains(TimelineKind.MILESTONE)) {
      Map<Integer, List<Milestone>> ofPlans = milestones.ofPlans(keys);
      found.forEach(
          plan ->
              ofPlans
                  .getOrDefault(plan.key(), List.of())
                  .forEach(milestone -> addMilestone(plan, milestone, entries)));
    }
    if (kinds.contains(TimelineKind.STATUS_REPORT)) {
      Map<Integer, List<StatusReport>> ofPlans = reports.ofPlans(keys);
      found.forEach(
          plan ->
              ofPlans.getOrDefault(plan.key(), List.of()).stream()
                  .filter(StatusReport::isNewestRevision)
                  .forEach(report -> entries.add(report(plan, report))));
    }
    return entries;
  }

  private static void addPlan(Plan plan, List<TimelineEntry> entries) {
    @Nullable LocalDate first = plan.startsOn();
    if (first == null) {
      return;
    }
    @Nullable LocalDate last = plan.endsOn();
    entries.add(
        new TimelineEntry(
            "plan-" + plan.key(),
            plan.councilKey(),
            TimelineKind.PLAN,
            StatedDay.of(first),
            last == null ? null : StatedDay.of(last),
            end(plan),
            plan.name(),
            plan.state().name().toLowerCase(Locale.ROOT),
            Objects.requireNonNullElse(plan.source(), OWN),
            plan.paragraph(),
            List.of(plan)));
  }

  private static TimelineEnd end(Plan plan) {
    if (plan.endsOn() != null) {
      return TimelineEnd.KNOWN;
    }
    return plan.state() == PlanState.CLOSED ? TimelineEnd.NOT_STATED : TimelineEnd.GOES_ON;
  }

  private static void addMilestone(Plan plan, Milestone milestone, List<TimelineEntry> entries) {
    String met =
        milestone.metOn() == null
            ? "Not recorded as met."
            : "Met on %s.".formatted(StatedDay.of(milestone.metOn()).inWords());
    @Nullable String disagreement = milestone.disagreement();
    int place = 0;
    for (MilestoneDate date : milestone.dates()) {
      place++;
      entries.add(
          TimelineEntry.onDay(
              "milestone-%d-%d".formatted(milestone.key(), place),
              plan.councilKey(),
              TimelineKind.MILESTONE,
              new StatedDay(
                  date.dueOn(), StatedDay.Precision.valueOf(String.valueOf(date.precision()))),
              milestone.name(),
              disagreement == null ? met : met + " " + disagreement,
              new TimelineEntry.Cited(date.source(), date.paragraph()),
              plan));
    }
  }

  private static TimelineEntry report(Plan plan, StatusReport report) {
    @Nullable Integer total = report.statedTotal();
    return TimelineEntry.onDay(
        "report-" + report.key(),
        plan.councilKey(),
        TimelineKind.STATUS_REPORT,
        new StatedDay(
            report.asAt(), StatedDay.Precision.valueOf(String.valueOf(report.precision()))),
        report.title(),
        total == null ? plan.name() : "%s: %d actions as stated".formatted(plan.name(), total),
        new TimelineEntry.Cited(report.source(), report.paragraph()),
        report,
        plan);
  }
}
