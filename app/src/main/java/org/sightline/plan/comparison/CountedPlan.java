package org.sightline.plan.comparison;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.Plan;
import org.sightline.plan.report.CountsByStatus;
import org.sightline.plan.report.StatusReport;

/**
 * A plan as it is counted for a day: by its actions, or by a report.
 *
 * @param asAt of what is counted; null where nothing is
 * @param report null where the plan's actions are counted as they stand, or nothing is
 * @param counts of the whole plan
 * @param statedTotal all actions of the whole plan, as a report states them; null where none does
 * @param hasActions whether single actions are known
 */
record CountedPlan(
    Plan plan,
    @Nullable LocalDate asAt,
    @Nullable StatusReport report,
    CountsByStatus counts,
    @Nullable Integer statedTotal,
    List<CountedPart> parts,
    boolean hasActions) {
  CountedPlan {
    parts = List.copyOf(parts);
  }

  List<CountedAction> actions() {
    return parts.stream().flatMap(part -> part.actions().stream()).toList();
  }

  /** Only the workstreams of a theme. */
  CountedPlan under(String themeCode) {
    List<CountedPart> kept =
        parts.stream().filter(part -> themeCode.equals(part.themeCode())).toList();
    return new CountedPlan(
        plan,
        asAt,
        report,
        CountsByStatus.sum(counts.statuses(), kept.stream().map(CountedPart::counts).toList()),
        null,
        kept,
        hasActions);
  }
}
