package org.sightline.benchmark;

import java.time.LocalDate;
import java.util.List;
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
            Origin.words(releases),
            asAt);
  }

  private String origin() {
    if (derived) {
      return "derived from";
    }
    return releases.stream().allMatch(Release::official) ? "as published by" : "as given by";
  }
}
