package org.sightline.plan.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that somebody states, before it is issued.
 *
 * @param precision DAY, MONTH or YEAR
 * @param statedTotal of the whole plan, null where none is stated
 * @param counts of the whole plan
 * @param isCorrection whether it may be a new revision of a report of the same day
 */
public record NewReport(
    int planKey,
    LocalDate asAt,
    String precision,
    String title,
    @Nullable Integer statedTotal,
    List<NewCount> counts,
    List<NewPart> parts,
    String source,
    @Nullable String paragraph,
    boolean isCorrection) {
  public NewReport {
    counts = List.copyOf(counts);
    parts = List.copyOf(parts);
  }

  /** How many actions have a status of the plan's scheme. */
  public record NewCount(String statusCode, int actions) {}

  /**
   * A workstream of the plan.
   *
   * @param statedTotal null where none is stated
   */
  public record NewPart(int workstreamKey, @Nullable Integer statedTotal, List<NewCount> counts) {
    public NewPart {
      counts = List.copyOf(counts);
    }
  }
}
