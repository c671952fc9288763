package org.sightline.governance.timeline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.governance.StatedDay;

/**
 * One thing on a council's timeline.
 *
 * @param to when it ended, the same as {@code from} for what has one day; null where it has no
 *     known end
 * @param about the things themselves: the entry's own, and a plan to which it belongs
 */
record TimelineEntry(
    String id,
    int councilKey,
    TimelineKind kind,
    StatedDay from,
    @Nullable StatedDay to,
    TimelineEnd ends,
    String title,
    @Nullable String detail,
    String source,
    @Nullable String paragraph,
    List<Object> about) {
  TimelineEntry {
    about = List.copyOf(about);
  }

  /** Something that has one day. */
  static TimelineEntry onDay(
      String id,
      int councilKey,
      TimelineKind kind,
      StatedDay day,
      String title,
      @Nullable String detail,
      Cited cited,
      Object... about) {
    return new TimelineEntry(
        id,
        councilKey,
        kind,
        day,
        day,
        TimelineEnd.KNOWN,
        title,
        detail,
        cited.source(),
        cited.paragraph(),
        List.of(about));
  }

  /** Who says it, and where. */
  record Cited(String source, @Nullable String paragraph) {}

  /** The last day that it can have been, null where it has no known end. */
  @Nullable LocalDate lastDay() {
    return to == null ? null : to.last();
  }

  /** Of the things that it is about the one of a type, null where there is none. */
  <T> @Nullable T about(Class<T> type) {
    return about.stream().filter(type::isInstance).map(type::cast).findFirst().orElse(null);
  }

  /** Whether any of it lies between two days, null for no such bound. */
  boolean liesIn(@Nullable LocalDate first, @Nullable LocalDate last) {
    LocalDate end = lastDay();
    return (last == null || !from.first().isAfter(last))
        && (first == null || end == null || !end.isBefore(first));
  }
}
