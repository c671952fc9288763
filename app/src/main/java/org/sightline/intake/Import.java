package org.sightline.intake;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;

/**
 * An import as its organisation sees it.
 *
 * @param editionKey of the edition that its figures are; null where nothing of it stands
 * @param release the code; empty while it is not known
 * @param rowsTaken with {@code rowsRejected}: null while the import runs, or when nothing was read
 */
record Import(
    UUID key,
    @Nullable Integer editionKey,
    String fileName,
    String release,
    ImportState state,
    ImportPhase phase,
    long bytesTotal,
    long bytesRead,
    long rowsRead,
    @Nullable String message,
    @Nullable Long rowsTaken,
    @Nullable Long rowsRejected,
    @Nullable AccessClass accessClass,
    @Nullable OffsetDateTime embargoedUntil,
    @Nullable String startedBy,
    OffsetDateTime startedAt,
    @Nullable OffsetDateTime finishedAt) {}
