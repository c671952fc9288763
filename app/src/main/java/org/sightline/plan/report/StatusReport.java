package org.sightline.plan.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A dated snapshot of a plan that nothing changes.
 *
 * @param precision DAY, MONTH or YEAR: how exactly the day is known
 * @param revision 1, and one more for each correction
 * @param isNewestRevision whether no correction of it has come
 * @param statedTotal the total that the report itself states, null where it states none
 * @param isFromActions whether it was made from the plan's actions, else from stated counts
 * @param issuedByName null to other organisations
 */
public record StatusReport(
    int key,
    int planKey,
    int schemeKey,
    LocalDate asAt,
    String precision,
    int revision,
    boolean isNewestRevision,
    String title,
    @Nullable Integer statedTotal,
    boolean isFromActions,
    String source,
    @Nullable String paragraph,
    @Nullable String issuedByName,
    OffsetDateTime issuedAt) {
  /** The report in words, such as {@code the report as at 2021-02-15, revision 2}. */
  public String inWords() {
    return "the report as at %s%s".formatted(asAt, revision == 1 ? "" : ", revision " + revision);
  }
}
