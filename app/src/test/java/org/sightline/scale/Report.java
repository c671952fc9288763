package org.sightline.scale;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Tables in Markdown, and lines that tell how far it is. */
final class Report {
  private final StringBuilder text = new StringBuilder();

  /** Tells at once. */
  static void say(String sentence) {
    System.out.println(
        LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + " " + sentence);
  }

  void table(String title, List<String> head, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(head);
    all.add(Collections.nCopies(head.size(), "---"));
    all.addAll(rows);
    String table =
        all.stream()
            .map(row -> "| " + String.join(" | ", row) + " |")
            .collect(Collectors.joining("\n"));
    text.append("\n").append(title).append("\n\n").append(table).append("\n");
    System.out.printf("%n%s%n%n%s%n", title, table);
  }

  /** All tables. */
  String text() {
    return text.toString();
  }

  /** Two digits that count, or whole numbers. */
  static String number(double value) {
    return Math.abs(value) < 10 ? "%.1f".formatted(value) : "%,.0f".formatted(value);
  }

  static String ratio(double value, double to) {
    return to == 0 ? "" : "%.1f".formatted(value / to);
  }
}
