package org.sightline.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.Status;

/**
 * One action as a plan's sheet has it. What is null the sheet does not say: it stays as it is.
 *
 * @param timesReDated how often that had happened before the action came here; counts once, when it
 *     comes
 * @param timesReopened likewise
 * @param reason why the due date is another than before
 * @param impactOn the day of the evidence, the day of the import where null
 */
record PlanActionRow(
    PlanSheetCells cells,
    String workstream,
    String reference,
    String text,
    @Nullable String ownerRole,
    @Nullable Status status,
    @Nullable LocalDate originalDue,
    @Nullable LocalDate due,
    @Nullable LocalDate started,
    @Nullable LocalDate completed,
    @Nullable Integer timesReDated,
    @Nullable Integer timesReopened,
    @Nullable String reason,
    @Nullable String impact,
    @Nullable LocalDate impactOn) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REFERENCE = 50;
  private static final int LONGEST_TEXT = 4000;

  /**
   * Reads a row.
   *
   * @param today no action has been completed after it
   * @throws RejectedRowException when a cell holds what cannot be
   */
  static PlanActionRow of(PlanSheetCells cells, SheetScheme scheme, LocalDate today) {
    PlanActionRow row =
        new PlanActionRow(
            cells,
            cells.given("workstream", LONGEST_NAME),
            cells.given("reference", LONGEST_REFERENCE),
            cells.given("action", LONGEST_TEXT),
            cells.optional("owner role", LONGEST_NAME),
            cells.status(scheme),
            cells.day("original due"),
            cells.day("due"),
            notAfter(today, "started", cells),
            notAfter(today, "completed", cells),
            cells.count("times re-dated"),
            cells.count("times reopened"),
            cells.optional("re-dating reason", LONGEST_TEXT),
            cells.optional("impact", LONGEST_TEXT),
            notAfter(today, "impact on", cells));
    row.refuseCompletedYetOpen(row.status, scheme);
    return row;
  }

  /** How often it is known to have been re-dated: once at least where its two due days differ. */
  int timesReDatedAtLeast() {
    if (timesReDated != null) {
      return timesReDated;
    }
    return originalDue != null && due != null && !originalDue.equals(due) ? 1 : 0;
  }

  private static @Nullable LocalDate notAfter(
      LocalDate today, String column, PlanSheetCells cells) {
    LocalDate day = cells.day(column);
    if (day != null && day.isAfter(today)) {
      throw cells.rejected(
          column,
          "future-day",
          day.toString(),
          "The day has not come yet: today is %s.".formatted(today));
    }
    return day;
  }

  /**
   * An action with a day of completion is not under way, where a status could say that it is done.
   *
   * @throws RejectedRowException by rule {@code completed-yet-open}
   */
  void refuseCompletedYetOpen(@Nullable Status statusThen, SheetScheme scheme) {
    if (completed != null && statusThen != null && scheme.isOpen(statusThen)) {
      throw cells.rejected(
          "completed",
          "completed-yet-open",
          completed.toString(),
          "The action has a day of completion, yet its status %s (%s) does not mean completed."
              .formatted(statusThen.code(), statusThen.name()));
    }
  }

  /** When it is due: where only the original day is given, that day. */
  @Nullable LocalDate dueOn() {
    return due == null ? originalDue : due;
  }

  /** When it was to be done first: where only one day is given, that day. */
  @Nullable LocalDate originalDueOn() {
    return originalDue == null ? due : originalDue;
  }
}
