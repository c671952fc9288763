package org.sightline.plan.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One plan of a comparison.
 *
 * @param counted what is counted
 * @param themeCode of which theme only; null for the whole plan
 * @param measures of the whole plan, or of the theme that is asked for
 * @param byTheme of each theme that a workstream of the plan is about
 */
record ComparedPlan(
    CountedPlan counted,
    @Nullable String themeCode,
    PlanMeasures measures,
    List<ThemeMeasures> byTheme) {
  ComparedPlan {
    byTheme = List.copyOf(byTheme);
  }

  /** What is counted, in a sentence. */
  String basis() {
    if (counted.asAt() == null) {
      return "Nothing is counted: the plan has no status report at or before the day.";
    }
    return counted.report() == null
        ? "The plan's actions as they stand."
        : "The plan's status report as at %s, revision %d."
            .formatted(counted.report().asAt(), counted.report().revision());
  }
}
