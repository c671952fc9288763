package org.sightline.governance.home;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A council's own children's home.
 *
 * @param openedOn null where it is not stated
 * @param closedOn null while it is open
 */
record ChildrensHome(
    int key, String name, @Nullable LocalDate openedOn, @Nullable LocalDate closedOn, int version) {
  /** Whether it is a home at the end of a day. */
  boolean isOpenOn(LocalDate day) {
    return (openedOn == null || !openedOn.isAfter(day))
        && (closedOn == null || closedOn.isAfter(day));
  }
}
