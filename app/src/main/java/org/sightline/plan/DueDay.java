package org.sightline.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which of an action's days it is held to. */
public enum DueDay {
  CURRENT,
  ORIGINAL;

  @Nullable LocalDate of(Action action) {
    return this == CURRENT ? action.dueOn() : action.originalDueOn();
  }
}
