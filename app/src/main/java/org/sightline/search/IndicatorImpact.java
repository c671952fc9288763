package org.sightline.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.Movement;
import org.sightline.plan.ActionIndicator;

/**
 * An indicator that an action is to move, and how the council's figure moved.
 *
 * @param since the day from which it is told, null where none is known
 * @param movement null where there is no such day
 */
record IndicatorImpact(
    ActionIndicator link, @Nullable LocalDate since, @Nullable Movement movement, Verdict verdict) {

  /** Over what it is said, in sentences. */
  String basis() {
    String caution =
        "That a figure moved after something was done does not show that it moved because of it.";
    return movement == null ? caution : movement.basis() + " " + caution;
  }
}
