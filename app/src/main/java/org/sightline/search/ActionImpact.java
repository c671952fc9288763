package org.sightline.search;

import java.util.List;
import org.sightline.plan.Action;
import org.sightline.plan.CanonicalState;

/**
 * An action that answers a finding, and what became of the indicators it is to move.
 *
 * @param state as the council declares it, in the word that every scheme has
 */
record ActionImpact(Action action, CanonicalState state, List<IndicatorImpact> indicators) {
  ActionImpact {
    indicators = List.copyOf(indicators);
  }
}
