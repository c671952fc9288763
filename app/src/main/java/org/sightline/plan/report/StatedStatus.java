package org.sightline.plan.report;

import org.sightline.plan.CanonicalState;

/**
 * A status as a report has it: what it meant on the day, whatever the scheme says now.
 *
 * @param position in the scheme's order
 */
public record StatedStatus(
    String code, String name, String meaning, CanonicalState state, int position) {
  /** The status of actions of which nothing is declared. */
  public static final StatedStatus NONE =
      new StatedStatus("-", "Not stated", "No status is declared", CanonicalState.NOT_STATED, 1000);
}
