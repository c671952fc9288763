package org.sightline.migrations.expand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the last release's migrations were, by name.
 *
 * @param release 0.0.0 before there was one
 */
record ReleasedChangesets(String release, List<String> ids) {
  private static final Path FOLDER =
      Path.of(System.getProperty("sightline.repository", ".."), "migrations").toAbsolutePath();
  private static final Path FILE = FOLDER.resolve("released-changesets.txt");
  private static final Path CHANGES = FOLDER.resolve("src/main/resources/db");

  static ReleasedChangesets read() {
    List<String> lines = new ArrayList<>(lines(FILE));
    Matcher head =
        Pattern.compile("# The changesets of release ([0-9.]+)\\. .*").matcher(lines.removeFirst());
    if (!head.matches()) {
      throw new IllegalStateException(FILE + " does not begin with its release");
    }
    return new ReleasedChangesets(head.group(1), lines);
  }

  /** Writes what there is now as that of a release. */
  static void take(String release) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# The changesets of release %s. They are taken anew at a release only: see CONTRIBUTING.md."
            .formatted(release));
    present().forEach(changeset -> lines.add(changeset.id()));
    try {
      Path _ = Files.write(FILE, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that this build would run, in its order. */
  static List<Changeset> present() {
    List<Changeset> changesets = new ArrayList<>();
    Pattern include = Pattern.compile("\\s*<include file=\"([^\"]+)\".*");
    for (String line : lines(CHANGES.resolve("changelog.xml"))) {
      Matcher matcher = include.matcher(line);
      if (matcher.matches()) {
        String file = String.join("\n", lines(CHANGES.resolve(matcher.group(1))));
        changesets.addAll(Changeset.of(file));
      }
    }
    return changesets;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
