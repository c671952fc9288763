package org.sightline.plan.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.CanonicalState;

/**
 * A plan at the day of a report.
 *
 * @param total all actions, as summed or, where the parts are not stated, as stated; null where
 *     neither is
 * @param completed with or without an effect shown; null where it is not stated
 * @param completedMissing why
 * @param withImpactMissing why
 */
public record BurnUpPoint(
    LocalDate asAt,
    @Nullable Integer total,
    @Nullable Integer completed,
    @Nullable MissingCount completedMissing,
    @Nullable Integer withImpact,
    @Nullable MissingCount withImpactMissing,
    StatusReport report) {
  static BurnUpPoint of(ReportFigures figures) {
    StateFigure completed = figures.whole().completed();
    StateFigure withImpact = figures.whole().of(CanonicalState.COMPLETED_WITH_IMPACT);
    return new BurnUpPoint(
        figures.report().asAt(),
        Movements.total(figures),
        completed.actions(),
        completed.missing(),
        withImpact.actions(),
        withImpact.missing(),
        figures.report());
  }
}
