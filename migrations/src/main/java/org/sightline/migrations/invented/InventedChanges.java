package org.sightline.migrations.invented;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.invented.ActionLife.Event;

/** The history of an action, field by field: what was told of it, and its status month by month. */
final class InventedChanges {
  private static final String AT = " 16:00";

  private final Table changes =
      new Table(
          "action_changes.csv",
          "plan,reference,changed_at,changed_by,field,old_value,new_value,kind,reason");

  /** The day of the last change. */
  LocalDate add(InventedAction action) {
    ActionLife life = action.life();
    List<LocalDate> days = new ArrayList<>(List.of(life.createdOn()));
    change(action, life.createdOn(), "action", null, action.reference(), "CREATED", null);
    for (Event event : life.events()) {
      change(
          action,
          event.on(),
          field(event),
          text(event.from()),
          text(event),
          event.kind().name(),
          event.reason());
      days.add(event.on());
    }
    @Nullable String before = null;
    for (LocalDate day : InventedReports.days()) {
      String now = InventedReports.status(action, day);
      if (life.isIn(day) && !now.equals(before)) {
        change(action, day, "status", before, now, "CHANGED", null);
        days.add(day);
        before = now;
      }
    }
    return days.stream().max(LocalDate::compareTo).orElseThrow();
  }

  Table table() {
    return changes;
  }

  private void change(
      InventedAction action,
      LocalDate day,
      String field,
      @Nullable String from,
      @Nullable String to,
      String kind,
      @Nullable String reason) {
    InventedPlan plan = action.plan();
    changes.add(
        plan.key(), action.reference(), day + AT, plan.person(), field, from, to, kind, reason);
  }

  private static String field(Event event) {
    return switch (event.kind()) {
      case RE_DATED -> "dueOn";
      case COMPLETED, REOPENED -> "completedOn";
      case REMOVED -> "removedAt";
    };
  }

  private static @Nullable String text(Event event) {
    return event.kind() == ActionLife.Kind.REMOVED ? event.on().toString() : text(event.to());
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
