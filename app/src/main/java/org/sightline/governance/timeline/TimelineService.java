package org.sightline.governance.timeline;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sightline.graphql.BadUserInput;

/** Councils' timelines: each room is asked once, whatever the number of councils. */
@Singleton
class TimelineService {
  private static final int MOST_WAYS = 5;

  private final List<TimelineSource> sources;
  private final IndicatorEntries indicators;

  TimelineService(List<TimelineSource> sources, IndicatorEntries indicators) {
    this.sources = sources;
    this.indicators = indicators;
  }

  /**
   * What is asked of one council.
   *
   * @param kinds those that are wanted
   * @param indicators codes
   */
  record Asked(int councilKey, Set<TimelineKind> kinds, List<String> indicators) {
    Asked {
      kinds = Set.copyOf(kinds);
      indicators = List.copyOf(indicators);
    }

    private Asked ofAnyCouncil() {
      return new Asked(0, kinds, indicators);
    }
  }

  /**
   * The entries of each question, in no order.
   *
   * @throws BadUserInput when councils are asked in too many ways at once
   */
  Map<Asked, List<TimelineEntry>> entries(Collection<Asked> questions) {
    requireFewWays(questions);
    Set<Integer> councilKeys = new HashSet<>();
    Set<TimelineKind> kinds = EnumSet.noneOf(TimelineKind.class);
    for (Asked asked : questions) {
      councilKeys.add(asked.councilKey());
      kinds.addAll(asked.kinds());
    }
    List<TimelineEntry> records = new ArrayList<>();
    sources.stream()
        .filter(source -> source.kinds().stream().anyMatch(kinds::contains))
        .forEach(source -> records.addAll(source.entries(councilKeys, kinds)));
    Map<List<String>, List<TimelineEntry>> figures = new HashMap<>();
    Map<Asked, List<TimelineEntry>> found = new HashMap<>();
    for (Asked asked : questions) {
      List<TimelineEntry> all = new ArrayList<>(records);
      if (asked.kinds().contains(TimelineKind.INDICATOR)) {
        all.addAll(
            figures.computeIfAbsent(
                asked.indicators(), codes -> indicators.entries(councilKeys, codes)));
      }
      found.put(asked, all.stream().filter(entry -> isMeant(entry, asked)).toList());
    }
    return found;
  }

  private static void requireFewWays(Collection<Asked> questions) {
    long ways = questions.stream().map(Asked::ofAnyCouncil).distinct().count();
    if (ways > MOST_WAYS) {
      throw new BadUserInput(
          "Timelines are asked with up to %d different kinds and indicators in one request, not %d."
              .formatted(MOST_WAYS, ways),
          "timeline");
    }
  }

  private static boolean isMeant(TimelineEntry entry, Asked asked) {
    return entry.councilKey() == asked.councilKey() && asked.kinds().contains(entry.kind());
  }
}
