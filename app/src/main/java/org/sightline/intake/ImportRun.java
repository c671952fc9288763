package org.sightline.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;

/**
 * One attempt to bring a file in.
 *
 * @param release the release's code, empty while the rows have not named it
 * @param sha256 of the file, null until it is known
 * @param phase how far it is
 * @param message a sentence, null while it runs
 * @param report an {@link ImportReport} as JSON, null while it runs or when nothing was read
 * @param finishedAt null while it runs
 * @param accessClass who may see what it has brought; null where it has brought nothing
 * @param embargoedUntil for the class EMBARGOED only
 * @param startedBy the member's name, null for whoever is at the machine
 * @param editionKey of the edition that its figures are; null where it has brought nothing
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportRun(
    UUID id,
    String fileName,
    String mapping,
    String release,
    @Nullable String sha256,
    ImportState state,
    ImportPhase phase,
    long bytesTotal,
    long bytesRead,
    long rowsRead,
    @Nullable String message,
    @JsonRawValue @Nullable String report,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable AccessClass accessClass,
    @Nullable Instant embargoedUntil,
    @Nullable String startedBy,
    @JsonIgnore @Nullable Integer editionKey) {}
