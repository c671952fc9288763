package org.sightline.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.Status;

/**
 * The statuses that a plan's actions may have.
 *
 * @param name of the scheme
 * @param statuses in the scheme's order
 */
record SheetScheme(String name, List<Status> statuses) {
  /** The status of a code or a name, in any case. */
  Optional<Status> find(String text) {
    String asked = PlanSheetCells.key(text);
    return statuses.stream()
        .filter(
            one ->
                PlanSheetCells.key(one.code()).equals(asked)
                    || PlanSheetCells.key(one.name()).equals(asked))
        .findFirst();
  }

  /** Whether a status says that something is open, where another could say that it is completed. */
  boolean isOpen(@Nullable Status status) {
    return status != null
        && !status.state().isDone()
        && statuses.stream().anyMatch(one -> one.state().isDone());
  }

  /** The statuses in words, such as {@code R (Red), A (Amber)}. */
  String allowed() {
    return statuses.stream()
        .map(one -> "%s (%s)".formatted(one.code(), one.name()))
        .collect(Collectors.joining(", "));
  }
}
