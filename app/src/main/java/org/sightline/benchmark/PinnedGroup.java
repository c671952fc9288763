package org.sightline.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Area;
import org.sightline.council.Council;

/**
 * The councils of a group as they were when it was cited: their areas' keys, which stay when codes
 * change, written as ranges, so that all of England goes into an address.
 */
final class PinnedGroup {
  /** Whose members are told to those who belong only: a regional body's to members of any. */
  private static final List<String> PRIVATE = List.of("saved", "protocol", "regionalBody");

  private PinnedGroup() {}

  /** Whether everybody may know who is in the group that is asked for. */
  static boolean isPublic(BenchmarkQuestion question) {
    @Nullable Map<String, Object> asked = question.amongAsAsked();
    return asked == null || PRIVATE.stream().noneMatch(field -> asked.get(field) != null);
  }

  /** The keys of a benchmark's councils, such as 1-9,12. */
  static String keys(Benchmark benchmark) {
    List<Integer> keys =
        benchmark.standings().stream()
            .map(standing -> standing.observation().area())
            .filter(Council.class::isInstance)
            .map(Area::key)
            .sorted()
            .toList();
    List<int[]> ranges = new ArrayList<>();
    for (int key : keys) {
      if (!ranges.isEmpty() && ranges.getLast()[1] + 1 == key) {
        ranges.getLast()[1] = key;
      } else {
        ranges.add(new int[] {key, key});
      }
    }
    return ranges.stream()
        .map(range -> range[0] == range[1] ? "" + range[0] : range[0] + "-" + range[1])
        .collect(Collectors.joining(","));
  }

  /** The keys that a text of {@link #keys} stands for. */
  static List<Integer> read(String text) {
    return Stream.of(text.split(","))
        .map(range -> range.split("-"))
        .flatMap(
            ends ->
                IntStream.rangeClosed(
                        Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .boxed())
        .toList();
  }
}
