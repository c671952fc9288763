package org.sightline.search;

import java.util.List;
import org.sightline.inspection.Finding;
import org.sightline.plan.Action;
import org.sightline.plan.CanonicalState;

/**
 * An action that is to move an indicator, seen from the indicator.
 *
 * @param sinceBegun how the figure moved since work began or, where that is not stated, since the
 *     action was written down
 */
record IndicatorAction(
    Action action, CanonicalState state, IndicatorImpact sinceBegun, List<Answered> findings) {
  IndicatorAction {
    findings = List.copyOf(findings);
  }

  /** A finding that the action answers, and how the figure moved since. */
  record Answered(Finding finding, IndicatorImpact impact) {}
}
