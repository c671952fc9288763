package org.sightline.benchmark;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;

/** The figures of a benchmark as texts that are the same as long as the figures are. */
final class CitedFigures {
  /** 24 bits: enough to tell one area's figure from another, four characters in an address. */
  private static final int MARK_BYTES = 3;

  private static final String UNPUBLISHED =
      "Figures that are not published differ, or the group does; which, is not said.";

  private CitedFigures() {}

  /** Every figure, whoever may see it: for a fingerprint that is made under a key. */
  static String text(Benchmark benchmark) {
    return observations(benchmark).stream()
        .map(one -> one.area().key() + "|" + value(one) + "|" + one.missing())
        .collect(
            Collectors.joining(
                "\n",
                "%s|%s|%s|%s\n"
                    .formatted(
                        benchmark.indicator().code(),
                        benchmark.period().type(),
                        benchmark.period().code(),
                        benchmark.breakdown().code()),
                ""));
  }

  /**
   * A mark of what everybody may see of each area, in the order of the areas' keys: an unpublished
   * figure has the mark that it would have were it not there.
   */
  static String marks(Benchmark benchmark) {
    return observations(benchmark).stream().map(CitedFigures::mark).collect(Collectors.joining());
  }

  /** What differs from the marks that were cited, given that something does. */
  static List<String> difference(Benchmark now, String marksThen) {
    List<Observation> observations = observations(now);
    List<String> marks = split(marksThen);
    if (marks.size() != observations.size()) {
      return List.of(
          "The group has %d areas now, and had %d.".formatted(observations.size(), marks.size()));
    }
    List<String> difference = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      if (!marks.get(i).equals(mark(observations.get(i)))) {
        difference.add(sentence(observations.get(i)));
      }
    }
    return difference.isEmpty() ? List.of(UNPUBLISHED) : difference;
  }

  private static String sentence(Observation now) {
    return "%s: its published figure is another; it is now %s."
        .formatted(now.area().name(), now.value() == null ? "missing" : value(now));
  }

  private static List<Observation> observations(Benchmark benchmark) {
    return benchmark.standings().stream()
        .map(Standing::observation)
        .sorted(Comparator.comparing(one -> one.area().key()))
        .toList();
  }

  private static String mark(Observation observation) {
    boolean isPublic = observation.accessClass() == AccessClass.PUBLISHED;
    String text =
        "%d|%s|%s"
            .formatted(
                observation.area().key(),
                isPublic ? value(observation) : "",
                isPublic ? observation.missing() : MissingReason.NOT_COLLECTED);
    return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(sha256(text), MARK_BYTES));
  }

  private static String value(Observation observation) {
    @Nullable BigDecimal value = observation.value();
    return value == null ? "" : Rounding.plain(value);
  }

  private static List<String> split(String marks) {
    int length = MARK_BYTES * 8 / 6;
    List<String> each = new ArrayList<>();
    for (int at = 0; at < marks.length(); at += length) {
      each.add(marks.substring(at, Math.min(marks.length(), at + length)));
    }
    return each;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
