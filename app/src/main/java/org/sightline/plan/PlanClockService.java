package org.sightline.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.calendar.CalendarService;
import org.sightline.calendar.WorkingDays;
import org.sightline.inspection.Inspection;
import org.sightline.inspection.InspectionService;
import org.sightline.inspection.framework.ClockSubject;

/** By when priority-action plans have to have come how far. */
@Singleton
class PlanClockService {
  private final InspectionService inspections;
  private final CalendarService calendar;

  PlanClockService(InspectionService inspections, CalendarService calendar) {
    this.inspections = inspections;
    this.calendar = calendar;
  }

  /** A plan, and the day on which it is looked at. */
  record Asked(Plan plan, LocalDate at) {}

  /** None for plans of another kind, or that answer no inspection in sight. */
  Map<Asked, List<PlanClock>> clocks(Collection<Asked> asked) {
    List<Integer> keys =
        asked.stream()
            .filter(one -> one.plan().kind() == PlanKind.PRIORITY_ACTION)
            .map(one -> one.plan().inspectionKey())
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (keys.isEmpty()) {
      return Map.of();
    }
    Map<Integer, Inspection> answered = inspections.byKey(keys);
    WorkingDays days = calendar.workingDays();
    Map<Asked, List<PlanClock>> clocks = new HashMap<>();
    for (Asked one : asked) {
      @Nullable Integer key = one.plan().inspectionKey();
      @Nullable Inspection inspection = key == null ? null : answered.get(key);
      if (one.plan().kind() == PlanKind.PRIORITY_ACTION && inspection != null) {
        clocks.put(one, clocks(one, inspection, days));
      }
    }
    return clocks;
  }

  private static List<PlanClock> clocks(Asked asked, Inspection inspection, WorkingDays days) {
    @Nullable String type = inspection.type() == null ? null : inspection.type().code();
    return inspection.frameworkVersion().clocks().stream()
        .filter(clock -> clock.appliesTo() == ClockSubject.PRIORITY_ACTION)
        .filter(clock -> clock.type() == null || clock.type().equals(type))
        .map(clock -> PlanClock.of(asked.plan(), inspection, clock, days, asked.at()))
        .toList();
  }
}
