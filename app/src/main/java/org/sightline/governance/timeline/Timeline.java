package org.sightline.governance.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    Map<String, List<String>> others = new HashMap<>();
    overlaps.forEach(overlap -> note(overlap, others));
    List<Line> lines =
        sorted.stream()
            .map(entry -> new Line(entry, others.getOrDefault(entry.id(), List.of())))
            .toList();
    return new Timeline(lines, overlaps, basis);
  }

  private static void note(TimelineOverlap overlap, Map<String, List<String>> others) {
    others.computeIfAbsent(overlap.entry(), _ -> new ArrayList<>()).add(overlap.within());
    others.computeIfAbsent(overlap.within(), _ -> new ArrayList<>()).add(overlap.entry());
  }
}
