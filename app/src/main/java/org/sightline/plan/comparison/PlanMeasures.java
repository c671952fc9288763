package org.sightline.plan.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.report.StateFigure;

/**
 * How far a plan, or what it does under a theme, is.
 *
 * @param n all actions counted; null where some status is not stated
 * @param byState how many were in which state
 * @param overdueRate in percent of all actions
 * @param completionsPerMonth of 30.4375 days
 * @param shareWithImpact completed with an effect shown, in percent of all actions
 */
record PlanMeasures(
    @Nullable Integer n,
    @Nullable NoPlanFigure missing,
    List<StateFigure> byState,
    PlanFigure overdueRate,
    PlanFigure completionsPerMonth,
    PlanFigure shareWithImpact) {
  PlanMeasures {
    byState = List.copyOf(byState);
  }
}
