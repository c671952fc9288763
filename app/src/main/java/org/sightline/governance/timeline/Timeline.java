package org.sightline.governance.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A council's story in order: its entries, and what fell within what. */
record Timeline(List<Line> entries, List<TimelineOverlap> overlaps, String basis) {
  private static final Comparator<TimelineEntry> IN_ORDER =
      Comparator.<TimelineEntry, java.time.LocalDate>comparing(entry -> entry.from().first())
          .thenComparing(TimelineEntry::kind)
          .thenComparing(TimelineEntry::id);

  Timeline {
    entries = List.copyOf(entries);
    overlaps = List.copyOf(overlaps);
  }

  /** An entry, and the ids of those that it overlaps with. */
  record Line(TimelineEntry entry, List<String> overlapsWith) {}

  /** The timeline of some entries, and nothing else. */
  static Timeline of(Collection<TimelineEntry> entries, String basis) {
    List<TimelineEntry> sorted = entries.stream().sorted(IN_ORDER).toList();
    List<TimelineOverlap> overlaps = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      for (TimelineEntry later : sorted.subList(i + 1, sorted.size())) {
        Overlaps.of(sorted.get(i), later).ifPresent(overlaps::add);
      }
    }
    List<Line> lines = sorted.stream().map(entry -> line(entry, overlaps)).toList();
    return new Timeline(lines, overlaps, basis);
  }

  private static Line line(TimelineEntry entry, List<TimelineOverlap> overlaps) {
    List<String> others = new ArrayList<>();
    for (TimelineOverlap overlap : overlaps) {
      if (overlap.entry().equals(entry.id())) {
        others.add(overlap.within());
      } else if (overlap.within().equals(entry.id())) {
        others.add(overlap.entry());
      }
    }
    return new Line(entry, others);
  }
}
