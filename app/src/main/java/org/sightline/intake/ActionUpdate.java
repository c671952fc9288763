package org.sightline.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.Status;

/**
 * A standing action with what a sheet says of it.
 *
 * @param now as it is afterwards
 * @param changes field by field; none where the sheet says what stands
 */
record ActionUpdate(StandingAction now, List<ActionFieldChange> changes) {
  private static final String CHANGED = "CHANGED";

  /**
   * Merges a row into what stands.
   *
   * @throws RejectedRowException when the two cannot both be
   */
  static ActionUpdate of(StandingAction before, PlanActionRow row, SheetScheme scheme) {
    requireSameOriginalDate(before, row);
    Status statusBefore =
        before.status() == null ? null : scheme.find(before.status()).orElse(null);
    Status status = row.status() == null ? statusBefore : row.status();
    row.refuseCompletedYetOpen(status, scheme);
    boolean wasDone =
        (statusBefore != null && statusBefore.state().isDone())
            || (before.completed() != null && row.status() != null);
    boolean isOpenedAgain = wasDone && scheme.isOpen(status);
    LocalDate completed = isOpenedAgain ? null : given(row.completed(), before.completed());
    StandingAction now =
        new StandingAction(
            before.key(),
            row.workstream(),
            before.reference(),
            row.text(),
            given(row.ownerRole(), before.ownerRole()),
            originalDue(before, row),
            hasNoDay(before) ? row.dueOn() : given(row.due(), before.due()),
            status == null ? before.status() : status.code(),
            given(row.started(), before.started()),
            completed,
            false);
    return new ActionUpdate(
        now, changes(before, now, row, isOpenedAgain ? "REOPENED" : kind(before, now, scheme)));
  }

  boolean isNothing() {
    return changes.isEmpty();
  }

  private static boolean hasNoDay(StandingAction before) {
    return before.originalDue() == null && before.due() == null;
  }

  /** The first day that is stated, which stays; the only one where none stood before. */
  private static @Nullable LocalDate originalDue(StandingAction before, PlanActionRow row) {
    @Nullable LocalDate said = hasNoDay(before) ? row.originalDueOn() : row.originalDue();
    return given(before.originalDue(), said);
  }

  private static void requireSameOriginalDate(StandingAction before, PlanActionRow row) {
    LocalDate said = row.originalDue();
    if (said != null && before.originalDue() != null && !said.equals(before.originalDue())) {
      throw row.cells()
          .rejected(
              "original due",
              "original-due-differs",
              said.toString(),
              "The action was first due on %s, which nothing changes: a new day goes into the column of the due date."
                  .formatted(before.originalDue()));
    }
  }

  /** A status says that an action is completed, and so does its day alone. */
  private static String kind(StandingAction before, StandingAction now, SheetScheme scheme) {
    boolean hasNewDay = before.completed() == null && now.completed() != null;
    boolean isCompletedNow = !isDone(before, scheme) && (isDone(now, scheme) || hasNewDay);
    return isCompletedNow ? "COMPLETED" : CHANGED;
  }

  private static boolean isDone(StandingAction action, SheetScheme scheme) {
    return action.status() != null
        && scheme.find(action.status()).filter(status -> status.state().isDone()).isPresent();
  }

  private static List<ActionFieldChange> changes(
      StandingAction before, StandingAction now, PlanActionRow row, String kind) {
    List<ActionFieldChange> changes = new ArrayList<>();
    boolean isSameWorkstream =
        PlanSheetCells.key(before.workstream()).equals(PlanSheetCells.key(now.workstream()));
    if (!isSameWorkstream) {
      add(changes, "workstream", before.workstream(), now.workstream(), CHANGED, null);
    }
    add(changes, "text", before.text(), now.text(), CHANGED, null);
    add(changes, "ownerRole", before.ownerRole(), now.ownerRole(), CHANGED, null);
    add(changes, "originalDueOn", before.originalDue(), now.originalDue(), CHANGED, null);
    add(
        changes,
        "dueOn",
        before.due(),
        now.due(),
        before.due() == null ? CHANGED : "RE_DATED",
        row.reason());
    add(changes, "status", before.status(), now.status(), kind, null);
    add(changes, "startedOn", before.started(), now.started(), CHANGED, null);
    boolean isShownByStatus = !Objects.equals(before.status(), now.status());
    add(
        changes,
        "completedOn",
        before.completed(),
        now.completed(),
        isShownByStatus ? CHANGED : kind,
        null);
    return List.copyOf(changes);
  }

  private static void add(
      List<ActionFieldChange> changes,
      String field,
      @Nullable Object before,
      @Nullable Object now,
      String kind,
      @Nullable String reason) {
    if (!Objects.equals(before, now)) {
      changes.add(
          new ActionFieldChange(
              field,
              before == null ? null : before.toString(),
              now == null ? null : now.toString(),
              kind,
              reason));
    }
  }

  private static <T> @Nullable T given(@Nullable T said, @Nullable T standing) {
    return said == null ? standing : said;
  }
}
