package org.sightline.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to bring a file in.
 *
 * @param release the release's code, empty while the rows have not named it
 * @param sha256 of the file, null until it is known
 * @param phase how far it is
 * @param message a sentence, null while it runs
 * @param report an {@link ImportReport} as JSON, null while it runs or when nothing was read
 * @param finishedAt null while it runs
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
    @Nullable Instant finishedAt) {}
