package org.sightline.governance.timeline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.governance.StatedDay;

/** Whether one thing fell within another, by the days that are known. */
final class Overlaps {
  private Overlaps() {}

  /** How the later of two entries lies with the earlier; nothing where neither is a span. */
  static Optional<TimelineOverlap> of(TimelineEntry earlier, TimelineEntry later) {
    if (!earlier.kind().isSpan() && !later.kind().isSpan()) {
      return Optional.empty();
    }
    TimelineEntry within = earlier.kind().isSpan() ? earlier : later;
    TimelineEntry entry = earlier.kind().isSpan() ? later : earlier;
    LocalDate from = latest(within.from().first(), entry.from().first());
    @Nullable LocalDate to = earliest(within.lastDay(), entry.lastDay());
    if (to != null && to.isBefore(from)) {
      return Optional.empty();
    }
    boolean isCertain = isCertain(within, entry);
    return Optional.of(
        new TimelineOverlap(
            within.id(), entry.id(), from, to, isCertain, sentence(within, entry, isCertain)));
  }

  /**
   * Whether both surely were at one time: each had begun, whatever its day, before the other ended.
   */
  private static boolean isCertain(TimelineEntry one, TimelineEntry other) {
    return hadBegunBeforeTheEndOf(one, other) && hadBegunBeforeTheEndOf(other, one);
  }

  private static boolean hadBegunBeforeTheEndOf(TimelineEntry one, TimelineEntry other) {
    return switch (other.ends()) {
      case GOES_ON -> true;
      case NOT_STATED -> !one.from().last().isAfter(other.from().first());
      case KNOWN -> {
        StatedDay end = other.to() == null ? other.from() : other.to();
        yield !one.from().last().isAfter(end.first());
      }
    };
  }

  private static String sentence(TimelineEntry within, TimelineEntry entry, boolean isCertain) {
    return "%s (%s) %s within %s (%s)%s."
        .formatted(
            entry.title(),
            words(entry),
            isCertain ? "fell" : "may have fallen",
            within.title(),
            words(within),
            isCertain ? "" : ": not every day is known");
  }

  private static String words(TimelineEntry entry) {
    StatedDay to = entry.to();
    if (to != null) {
      return to.equals(entry.from())
          ? to.inWords()
          : "%s to %s".formatted(entry.from().inWords(), to.inWords());
    }
    return "since %s%s"
        .formatted(
            entry.from().inWords(),
            entry.ends() == TimelineEnd.GOES_ON ? "" : ", its end not stated");
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static @Nullable LocalDate earliest(@Nullable LocalDate one, @Nullable LocalDate other) {
    return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
        .flatMap(Optional::stream)
        .min(LocalDate::compareTo)
        .orElse(null);
  }
}
