package org.sightline.intake;

import org.jspecify.annotations.Nullable;

/** An official file that says something of councils by days of its own: part of no release. */
sealed interface OfficialTable extends OfficialFile permits AttributeDelivery, InspectionDelivery {
  /** Such files name some hundreds of councils; a million rows are another kind of file. */
  int MOST_ROWS = 100_000;

  @Override
  default @Nullable String release() {
    return null;
  }

  @Override
  default long mostRejections() {
    return MOST_ROWS;
  }
}
