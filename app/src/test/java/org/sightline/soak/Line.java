package org.sightline.soak;

import java.util.List;
import java.util.Set;

/**
 * What became of the requests of one phase.
 *
 * @param requests queries and writes, each counted once however often it was sent
 * @param failed those without a right answer after all that may be tried
 * @param retried those that had theirs after another try
 * @param acknowledged writes whose caller was told, or saw, that they are there
 * @param found those of them that are there afterwards
 */
record Line(
    String phase,
    int requests,
    List<String> failed,
    List<String> retried,
    int acknowledged,
    int found) {
  static final String HEAD =
      "| phase | requests sent | failed | retried safely | writes acknowledged | found afterwards |\n"
          + "|---|---|---|---|---|---|";

  static Line of(String phase, Tally tally, int found) {
    return new Line(
        phase,
        tally.requests(),
        tally.failed(),
        tally.retried(),
        tally.acknowledged().values().stream().mapToInt(Set::size).sum(),
        found);
  }

  /** Tells at once, because the next phase takes a while. */
  void print() {
    System.out.println(row());
    failed.stream().limit(10).forEach(one -> System.out.println("  failed: " + one));
    retried.stream().limit(5).forEach(one -> System.out.println("  retried: " + one));
  }

  /** As a row of a table in Markdown. */
  String row() {
    return "| %s | %,d | %,d | %,d | %,d | %,d |"
        .formatted(phase, requests, failed.size(), retried.size(), acknowledged, found);
  }
}
