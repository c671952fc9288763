package org.sightline.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to bring in.
 *
 * @param file where the bytes are; the caller removes it, if it is temporary
 * @param fileName the publisher's name of the file, without any path
 * @param mapping the mapping's name
 * @param release the release's code; null only for the long form, whose rows say it
 * @param publishedOn the day of a release that is not known yet, null for a known one
 * @param title of a release that is not known yet, null for the mapping's
 * @param strict true to refuse the file when any row is rejected
 */
public record ImportRequest(
    Path file,
    String fileName,
    String mapping,
    @Nullable String release,
    @Nullable LocalDate publishedOn,
    @Nullable String title,
    boolean strict)
    implements Upload {

  public ImportRequest {
    fileName = FileNames.withoutPath(fileName);
    release = release == null || release.isBlank() ? null : release.strip();
    title = title == null || title.isBlank() ? null : title.strip();
  }
}
