package org.sightline.governance.intervention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.governance.StatedDay;

/** What somebody states of an intervention. */
record Facts(
    InterventionKind kind,
    StatedDay from,
    @Nullable StatedDay to,
    @Nullable InterventionEnd ended,
    @Nullable String note,
    String source,
    @Nullable String paragraph) {

  static Facts of(Intervention known) {
    return new Facts(
        known.kind(),
        known.from(),
        known.to(),
        known.ended(),
        known.note(),
        known.source(),
        known.paragraph());
  }

  @Nullable LocalDate toOn() {
    return to == null ? null : to.first();
  }

  @Nullable String toPrecision() {
    return to == null ? null : to.precision().name();
  }

  @Nullable String endedName() {
    return ended == null ? null : ended.name();
  }
}
