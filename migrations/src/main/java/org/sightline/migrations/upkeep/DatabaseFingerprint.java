package org.sightline.migrations.upkeep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.MigrationFailure;

/**
 * What a database holds, told without showing it: two databases with the same lines hold the same
 * rows, in whatever order.
 *
 * @param lines of tables, then of sequences, each by name
 */
public record DatabaseFingerprint(List<Line> lines) {
  private static final String TITLE =
      "# Sightline fingerprint 1: kind, name, rows or value, content";
  private static final String WHOLE = "whole";

  /**
   * A table or a sequence.
   *
   * @param kind "table" or "sequence"
   * @param amount a table's rows; a sequence's last value, or "unused"
   * @param content of a table's columns and rows in 32 hexadecimals; "-" for a sequence
   */
  public record Line(String kind, String name, String amount, String content) {
    private String key() {
      return kind + " " + name;
    }

    @Override
    public String toString() {
      return "%s %s %s %s".formatted(kind, name, amount, content);
    }
  }

  public DatabaseFingerprint {
    lines = List.copyOf(lines);
  }

  /** Of all lines together. */
  public String whole() {
    return Fingerprints.digest(
        lines.stream().map(Line::toString).collect(Collectors.joining("\n")));
  }

  /** As it is written to a file, that of the whole last. */
  public List<String> text() {
    return Stream.of(
            Stream.of(TITLE),
            lines.stream().map(Line::toString),
            Stream.of(
                new Line(WHOLE, "database", String.valueOf(lines.size()), whole()).toString()))
        .flatMap(part -> part)
        .toList();
  }

  /**
   * Reads what {@link #text} has written.
   *
   * @throws MigrationFailure when it is something else, or was cut short
   */
  public static DatabaseFingerprint parse(List<String> text) {
    List<String> written =
        text.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (written.isEmpty() || !written.getFirst().equals(TITLE)) {
      throw new MigrationFailure(
          "This is no fingerprint: its first line should be '%s'.".formatted(TITLE));
    }
    List<Line> lines = written.stream().skip(1).map(DatabaseFingerprint::line).toList();
    DatabaseFingerprint read =
        new DatabaseFingerprint(lines.stream().filter(line -> !line.kind().equals(WHOLE)).toList());
    if (!read.text().equals(written)) {
      throw new MigrationFailure(
          "This fingerprint was cut short or changed: its last line does not fit the others.");
    }
    return read;
  }

  private static Line line(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 4) {
      throw new MigrationFailure("'%s' is no line of a fingerprint.".formatted(text));
    }
    return new Line(parts[0], parts[1], parts[2], parts[3]);
  }

  /**
   * What is other in this database than in an earlier one, a sentence each; nothing where they hold
   * the same.
   */
  public List<String> differencesFrom(DatabaseFingerprint earlier) {
    Map<String, Line> before = byKey(earlier);
    Map<String, Line> now = byKey(this);
    List<String> differences = new ArrayList<>();
    before.forEach((key, line) -> note(differences, key, line, now.get(key)));
    now.keySet().stream()
        .filter(key -> !before.containsKey(key))
        .forEach(key -> differences.add("The %s is new.".formatted(key)));
    return differences;
  }

  private static void note(List<String> differences, String key, Line was, @Nullable Line is) {
    if (is == null) {
      differences.add("The %s is not there.".formatted(key));
    } else if (!is.amount().equals(was.amount())) {
      differences.add(
          "The %s has %s %s and had %s."
              .formatted(
                  key,
                  is.amount(),
                  is.kind().equals("table") ? "rows" : "as its last value",
                  was.amount()));
    } else if (!is.content().equals(was.content())) {
      differences.add(
          "The %s has as many rows (%s), and other columns or content."
              .formatted(key, is.amount()));
    }
  }

  private static Map<String, Line> byKey(DatabaseFingerprint fingerprint) {
    Map<String, Line> lines = new LinkedHashMap<>();
    fingerprint.lines().forEach(line -> lines.put(line.key(), line));
    return lines;
  }
}
