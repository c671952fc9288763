package org.sightline.benchmark.independent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Two sides' answers, one beside the other. */
final class Comparison {
  private final List<String> differences = new ArrayList<>();
  private int questions;
  private long count;

  /** Everything that either side says of any area. */
  void add(
      Question question,
      Map<String, Map<String, String>> ours,
      Map<String, Map<String, String>> theirs) {
    questions++;
    TreeSet<String> areas = new TreeSet<>(ours.keySet());
    areas.addAll(theirs.keySet());
    for (String area : areas) {
      Map<String, String> our = ours.getOrDefault(area, Map.of());
      Map<String, String> their = theirs.getOrDefault(area, Map.of());
      for (String what : IndependentAnswers.WHAT) {
        add(
            "%s / %d / %s / %s".formatted(question.name(), question.year(), area, what),
            our.getOrDefault(what, ""),
            their.getOrDefault(what, ""));
      }
    }
  }

  private void add(String where, String ours, String theirs) {
    count++;
    if (!ours.equals(theirs)) {
      differences.add("%s / ours: %s / theirs: %s".formatted(where, ours, theirs));
    }
  }

  /** Indicator / period / council / what / ours / theirs. */
  List<String> differences() {
    return differences;
  }

  /** How many times two things were compared. */
  long count() {
    return count;
  }

  @Override
  public String toString() {
    return "%d benchmarks, %d comparisons, %d differences"
        .formatted(questions, count, differences.size());
  }
}
