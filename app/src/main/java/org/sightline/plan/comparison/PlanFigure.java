package org.sightline.plan.comparison;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a plan.
 *
 * @param value null where it is missing
 * @param numerator how many actions it counts, null where that is missing
 * @param denominator of how many, or over how many days; null where that is missing
 * @param missing why, null where there is a value
 * @param basis how it is counted, a sentence
 */
record PlanFigure(
    @Nullable BigDecimal value,
    @Nullable Integer numerator,
    @Nullable Integer denominator,
    @Nullable NoPlanFigure missing,
    String basis) {
  static PlanFigure missing(NoPlanFigure why, String basis) {
    return new PlanFigure(null, null, null, why, basis);
  }
}
