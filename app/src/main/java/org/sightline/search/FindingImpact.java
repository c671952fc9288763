package org.sightline.search;

import java.util.List;
import org.sightline.inspection.Finding;

/** A finding, what is done about it, and what came of that. */
record FindingImpact(Hit<Finding> hit, List<ActionImpact> actions) {
  FindingImpact {
    actions = List.copyOf(actions);
  }

  Finding finding() {
    return hit.found();
  }

  List<HighlightFragment> highlight() {
    return hit.place().highlight();
  }
}
