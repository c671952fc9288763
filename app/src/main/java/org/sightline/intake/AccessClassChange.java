package org.sightline.intake;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;

/** A data owner's change of who may see an upload. */
record AccessClassChange(
    AccessClass from,
    AccessClass to,
    @Nullable OffsetDateTime embargoedUntil,
    String changedBy,
    OffsetDateTime changedAt) {}
