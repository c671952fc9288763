package org.sightline.plan.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action of which something changed between two reports.
 *
 * @param before null where it was not there yet
 * @param after null where it was there no more
 */
public record ActionMovement(
    List<ActionMove> moves, @Nullable ReportedAction before, @Nullable ReportedAction after) {
  public ActionMovement {
    moves = List.copyOf(moves);
  }

  /** As it stands later, or last stood. */
  ReportedAction latest() {
    ReportedAction shown = after == null ? before : after;
    if (shown == null) {
      throw new IllegalStateException("An action of neither report.");
    }
    return shown;
  }
}
