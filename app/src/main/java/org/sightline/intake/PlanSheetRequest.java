package org.sightline.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a plan, as one of the council's contributors brings it.
 *
 * @param file where the bytes are; the caller removes it, if it is temporary
 * @param fileName the sender's name of the file, without any path
 * @param plan the plan's name or global id
 * @param asAt the day of the status report that counts become; null for actions
 * @param title of that report, null for one made of the day
 * @param isCorrection whether the report may correct one of the same day
 * @param strict true to refuse the file when any row is rejected
 */
public record PlanSheetRequest(
    Path file,
    String fileName,
    PlanLayout layout,
    String plan,
    @Nullable LocalDate asAt,
    @Nullable String title,
    boolean isCorrection,
    boolean strict)
    implements Upload {
  public PlanSheetRequest {
    fileName = FileNames.withoutPath(fileName);
    title = title == null || title.isBlank() ? null : title.strip();
    if ((layout == PlanLayout.STATUS_COUNTS) != (asAt != null)) {
      throw new ImportRefusedException(
          "The day that the figures are as at goes with the layout plan-status-counts, and with no other: give asAt=2021-02-15 there.");
    }
  }
}
