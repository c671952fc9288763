package org.sightline.intake;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;

/**
 * A council's own return, as one of its contributors brings it.
 *
 * @param file where the bytes are; the caller removes it, if it is temporary
 * @param fileName the sender's name of the file, without any path
 * @param release the code of the release that it becomes, unique among the council's own; null for
 *     one made of the day and chance
 * @param title of that release, null for one made of the council and the day
 * @param accessClass who may see it
 * @param embargoedUntil for the class EMBARGOED only
 * @param strict true to refuse the file when any row is rejected
 */
public record ReturnRequest(
    Path file,
    String fileName,
    @Nullable String release,
    @Nullable String title,
    AccessClass accessClass,
    @Nullable Instant embargoedUntil,
    boolean strict)
    implements Upload {
  public ReturnRequest {
    fileName = FileNames.withoutPath(fileName);
    release = release == null || release.isBlank() ? null : release.strip();
    title = title == null || title.isBlank() ? null : title.strip();
  }
}
