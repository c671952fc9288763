package org.sightline.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a plan says will have happened by a day.
 *
 * @param actionKey the action that it belongs to, null where it is the whole plan's
 * @param metOn null where it is not met, or that is not stated
 * @param dates as each source has it, the earliest first
 */
public record Milestone(
    int key,
    int planKey,
    @Nullable Integer actionKey,
    String name,
    @Nullable LocalDate metOn,
    List<MilestoneDate> dates,
    int version) {
  public Milestone {
    dates = List.copyOf(dates);
  }

  /** The days that its sources have now: of each the one it stated last, or those. */
  List<MilestoneDate> standing() {
    return dates.stream().filter(MilestoneDate::isLatest).toList();
  }

  /** A sentence where its sources have different days; null where they have not. */
  public @Nullable String disagreement() {
    List<MilestoneDate> days = standing();
    return days.stream().noneMatch(one -> days.stream().anyMatch(one::contradicts))
        ? null
        : "%s has different days: %s. None is preferred."
            .formatted(
                name,
                String.join(
                    "; ",
                    days.stream()
                        .map(
                            one ->
                                "%s by %s"
                                    .formatted(one.precision().write(one.dueOn()), one.source()))
                        .toList()));
  }
}
