package org.sightline.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be changed of an action. */
record ActionContent(
    int workstreamKey,
    String reference,
    String text,
    @Nullable String ownerRole,
    @Nullable LocalDate originalDueOn,
    @Nullable LocalDate dueOn,
    @Nullable String statusCode,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate completedOn) {

  static ActionContent of(Action action) {
    return new ActionContent(
        action.workstreamKey(),
        action.reference(),
        action.text(),
        action.ownerRole(),
        action.originalDueOn(),
        action.dueOn(),
        action.statusCode(),
        action.startedOn(),
        action.completedOn());
  }

  /** The same with another status and day of completion. */
  ActionContent standing(@Nullable String status, @Nullable LocalDate completed) {
    return new ActionContent(
        workstreamKey,
        reference,
        text,
        ownerRole,
        originalDueOn,
        dueOn,
        status,
        startedOn,
        completed);
  }
}
