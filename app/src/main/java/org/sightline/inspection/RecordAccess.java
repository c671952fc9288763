package org.sightline.inspection;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;

/**
 * Who may see a record.
 *
 * @param embargoedUntil null for every class but EMBARGOED
 * @param ownerKey the organisation whose record it is, null where nobody owns it
 */
public record RecordAccess(
    AccessClass accessClass, @Nullable OffsetDateTime embargoedUntil, @Nullable Integer ownerKey) {}
