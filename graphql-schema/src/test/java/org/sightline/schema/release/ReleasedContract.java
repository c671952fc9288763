package org.sightline.schema.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The contract of a release, as it is kept.
 *
 * @param version three numbers, such as {@code 1.4.0}
 * @param text the printed schema
 */
record ReleasedContract(String version, String text) {
  static final Path FILE = Path.of("schema.released.graphqls");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
  private static final Pattern HEAD_READ =
      Pattern.compile("# The contract of release (\\S+)\\. .*\n");

  private static final Pattern KEPT_UNTIL =
      Pattern.compile(
          "@deprecated\\(reason *: *\"([^\"]*)Kept until (\\d{4}-\\d{2}-\\d{2})\\.\"\\)");

  ReleasedContract {
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException(
          "'" + version + "' is no release: three numbers are expected, such as 1.4.0.");
    }
  }

  static ReleasedContract kept() {
    try {
      return read(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ReleasedContract read(String kept) {
    Matcher head = HEAD_READ.matcher(kept);
    if (!head.lookingAt()) {
      throw new IllegalArgumentException("The released contract does not say of which release.");
    }
    return new ReleasedContract(head.group(1), kept.substring(head.end()));
  }

  /** As it is kept in its file. */
  String written() {
    return "# The contract of release %s. It is taken anew at a release only: see CONTRIBUTING.md.\n"
            .formatted(version)
        + text;
  }

  /**
   * The contract of the next release. Up to the first whole one, which is 1.0.0, a release may
   * break the one before.
   *
   * @param breaking what it breaks
   * @param today when it is taken
   * @throws IllegalArgumentException saying why it cannot be taken
   */
  ReleasedContract next(
      String nextVersion, String nextText, List<Change> breaking, LocalDate today) {
    ReleasedContract next = new ReleasedContract(nextVersion, nextText);
    String gone = next.promisesUpTo(today).collect(Collectors.joining("\n"));
    if (!gone.isEmpty()) {
      throw new IllegalArgumentException(gone);
    }
    if (Arrays.compare(next.numbers(), numbers()) <= 0) {
      throw new IllegalArgumentException(
          nextVersion + " does not come after " + version + ", whose contract is kept.");
    }
    if (isWhole() && !breaking.isEmpty()) {
      throw new IllegalArgumentException(
          breaking.stream().map(Change::sentence).collect(Collectors.joining("\n")));
    }
    return next;
  }

  /** What it says is kept until a day that is no longer ahead, which nobody can rely on. */
  private Stream<String> promisesUpTo(LocalDate today) {
    return KEPT_UNTIL
        .matcher(text)
        .results()
        .filter(promise -> !LocalDate.parse(promise.group(2)).isAfter(today))
        .map(MatchResult::group)
        .map(
            promise ->
                promise
                    + ": a release promises only days after its own, which is "
                    + today
                    + ". Take out what is deprecated, or give a later day.");
  }

  private boolean isWhole() {
    return numbers()[0] > 0;
  }

  private int[] numbers() {
    return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
