package org.sightline.governance.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One entry, by its id, that fell within another at least for a day. */
record TimelineOverlap(
    String within,
    String entry,
    LocalDate from,
    @Nullable LocalDate to,
    boolean certain,
    String sentence) {}
