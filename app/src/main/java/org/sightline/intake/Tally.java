package org.sightline.intake;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Counts of one reading. Used by one thread. */
final class Tally {
  private long rowsRead;
  private long rowsTaken;
  private long rowsWithoutMeasure;
  private final Map<String, Long> rejectedByRule = new TreeMap<>();
  private final Map<String, Long> skippedByLevel = new TreeMap<>();
  private final Map<String, Long> warnings = new TreeMap<>();

  void read() {
    rowsRead++;
  }

  /**
   * @param observations how many the row gives; a row that no measure asks for gives none
   */
  void take(int observations) {
    rowsTaken++;
    if (observations == 0) {
      rowsWithoutMeasure++;
    }
  }

  void reject(String rule) {
    rejectedByRule.merge(rule, 1L, Long::sum);
  }

  /** A row first taken that turned out, in the database, to repeat an earlier one. */
  void rejectAfterAll(String rule, long rows) {
    rowsTaken -= rows;
    rejectedByRule.merge(rule, rows, Long::sum);
  }

  void skip(String level) {
    skippedByLevel.merge(level, 1L, Long::sum);
  }

  void warn(String what) {
    warn(what, 1);
  }

  void warn(String what, long times) {
    warnings.merge(what, times, Long::sum);
  }

  long rowsRead() {
    return rowsRead;
  }

  long rowsTaken() {
    return rowsTaken;
  }

  long rowsWithoutMeasure() {
    return rowsWithoutMeasure;
  }

  long rowsRejected() {
    return rejectedByRule.values().stream().mapToLong(Long::longValue).sum();
  }

  Map<String, Long> rejectedByRule() {
    return Collections.unmodifiableMap(rejectedByRule);
  }

  Map<String, Long> skippedByLevel() {
    return Collections.unmodifiableMap(skippedByLevel);
  }

  Map<String, Long> warnings() {
    return Collections.unmodifiableMap(warnings);
  }
}
