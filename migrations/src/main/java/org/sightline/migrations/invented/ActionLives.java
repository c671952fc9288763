package org.sightline.migrations.invented;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.invented.ActionLife.Event;
import org.sightline.migrations.invented.ActionLife.Kind;

/** What becomes of the actions of one plan, by the plan's pace and by chance. */
final class ActionLives {
  static final LocalDate PLAN_MADE = LocalDate.of(2025, 6, 2);
  static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

  private static final YearMonth FIRST_DUE = YearMonth.of(2025, 9);
  private static final int MONTHS_OF_DUE_DAYS = 20;
  private static final List<String> WHY_LATER =
      List.of(
          "A partner asked for more time",
          "The post that was to do it was empty",
          "It turned out to be larger than it looked",
          "The system's supplier was late");
  private static final String WHY_REOPENED = "An audit found that it had not held";

  private final InventedPlan plan;

  ActionLives(InventedPlan plan) {
    this.plan = plan;
  }

  /**
   * @param number of the action in its plan, from 1
   */
  ActionLife of(int number) {
    String what = plan.key() + number;
    YearMonth month = FIRST_DUE.plusMonths(Chance.below(MONTHS_OF_DUE_DAYS, what + "due"));
    LocalDate original = month.atEndOfMonth();
    LocalDate started = original.minusDays(60 + Chance.below(120, what + "started"));
    LocalDate created =
        Chance.happens(8, what + "new") && original.isAfter(LocalDate.of(2026, 5, 1))
            ? LocalDate.of(2026, 2, 2)
            : PLAN_MADE;
    List<Event> events = new ArrayList<>();
    LocalDate due = reDated(original, what, events);
    @Nullable LocalDate completed = completed(due, what, events);
    boolean hasStated = number != 9 || plan != InventedPlan.EASTMOOR;
    if (plan == InventedPlan.DUNMARSH && number % 25 == 0) {
      return removed(original, started);
    }
    return new ActionLife(
        created,
        hasStated ? original : null,
        started.isBefore(created) ? created : started,
        Chance.happens(60, what + "risk"),
        Chance.happens(plan.pace().rosy(), what + "rosy"),
        completed == null || !hasStated ? null : impact(completed, what),
        hasStated ? events : List.of());
  }

  private static ActionLife removed(LocalDate original, LocalDate started) {
    LocalDate day = LocalDate.of(2026, 5, 11);
    Event removal = new Event(day, Kind.REMOVED, null, null, "Another action does it");
    return new ActionLife(PLAN_MADE, original, started, false, false, null, List.of(removal));
  }

  private LocalDate reDated(LocalDate original, String what, List<Event> events) {
    LocalDate due = original;
    for (int time = 1; time <= 2; time++) {
      LocalDate decided = due.minusDays(5 + Chance.below(15, what + "decided" + time));
      boolean isLater = Chance.happens(plan.pace().reDated(), what + "later" + time);
      if (!isLater || decided.isAfter(LAST_DAY)) {
        return due;
      }
      LocalDate later = YearMonth.from(due).plusMonths(3).atEndOfMonth();
      String reason = WHY_LATER.get(Chance.below(WHY_LATER.size(), what + "why" + time));
      events.add(new Event(decided, Kind.RE_DATED, due, later, reason));
      due = later;
    }
    return due;
  }

  /** The day on which it was done and stayed done; null where it is open. */
  private @Nullable LocalDate completed(LocalDate due, String what, List<Event> events) {
    int luck = Chance.below(100, what + "luck");
    LocalDate completed =
        luck < plan.pace().inTime()
            ? due.minusDays(Chance.below(35, what + "early"))
            : due.plusDays(10 + Chance.below(70, what + "late"));
    boolean isNever = luck >= plan.pace().inTime() + 18;
    @Nullable LocalDate lastChange = events.isEmpty() ? null : events.getLast().on();
    if (lastChange != null && !completed.isAfter(lastChange)) {
      completed = lastChange.plusDays(2);
    }
    if (isNever || completed.isAfter(LAST_DAY)) {
      return null;
    }
    events.add(new Event(completed, Kind.COMPLETED, null, completed, null));
    return reopened(completed, what, events);
  }

  private @Nullable LocalDate reopened(LocalDate completed, String what, List<Event> events) {
    LocalDate reopened = completed.plusDays(50);
    if (!Chance.happens(plan.pace().reDated() / 2, what + "reopened")
        || reopened.isAfter(LAST_DAY)) {
      return completed;
    }
    events.add(new Event(reopened, Kind.REOPENED, completed, null, WHY_REOPENED));
    LocalDate again = reopened.plusDays(45);
    if (again.isAfter(LAST_DAY)) {
      return null;
    }
    events.add(new Event(again, Kind.COMPLETED, null, again, null));
    return again;
  }

  private static @Nullable LocalDate impact(LocalDate completed, String what) {
    LocalDate seen = completed.plusDays(40 + Chance.below(60, what + "seen"));
    return Chance.happens(55, what + "impact") && !seen.isAfter(LAST_DAY) ? seen : null;
  }
}
