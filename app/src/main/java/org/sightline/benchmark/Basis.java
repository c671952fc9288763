package org.sightline.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.indicator.Release;

/**
 * What a benchmark was computed from.
 *
 * @param n how many areas of the group have a value
 * @param size how many areas the group has in the period
 * @param bandsOver how many areas of England have a value: the bands are cut over these; for areas
 *     made up for the demonstration, how many of their region
 * @param derived whether any value was derived
 * @param generated whether the areas were made up for the demonstration
 */
public record Basis(
    int n,
    int size,
    int bandsOver,
    List<Release> releases,
    LocalDate asAt,
    boolean derived,
    boolean generated) {
  public Basis {
    releases = List.copyOf(releases);
  }

  /** In a sentence. */
  public String text() {
    return "%d of %d areas have a value; quartile bands are cut over the %d areas of %s with one; %s %s, as known on %s."
        .formatted(
            n,
            size,
            bandsOver,
            generated ? "the region made up for the demonstration" : "England",
            origin(),
            names(),
            asAt);
  }

  /** Councils' returns are counted: their codes are each council's own. */
  private String names() {
    long returns = releases.stream().filter(release -> !release.official()).count();
    Stream<String> official = releases.stream().filter(Release::official).map(Release::code);
    Stream<String> ofCouncils =
        returns == 0
            ? Stream.empty()
            : Stream.of(returns == 1 ? "1 council's return" : returns + " councils' returns");
    String names = Stream.concat(official, ofCouncils).collect(Collectors.joining(" and "));
    return names.isEmpty() ? "no release" : names;
  }

  private String origin() {
    if (derived) {
      return "derived from";
    }
    return releases.stream().allMatch(Release::official) ? "as published by" : "as given by";
  }
}
