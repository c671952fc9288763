package org.sightline.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What shows that an action has had an effect for children or staff. */
public record ImpactEvidence(
    int actionKey,
    LocalDate recordedOn,
    String text,
    @Nullable String source,
    @Nullable String paragraph) {}
