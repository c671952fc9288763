package org.sightline.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.council.Area;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Release;

/**
 * Where figures come from, in words. Official releases are named by code; councils' returns are
 * counted: their codes are each council's own.
 */
final class Origin {
  private Origin() {}

  /** Of releases of one period: a council has one return that speaks in it. */
  static String words(Collection<Release> releases) {
    long returns = releases.stream().distinct().filter(release -> !release.official()).count();
    return words(releases, returns == 1 ? "1 council's return" : returns + " councils' returns");
  }

  /** Of figures of any number of periods and councils. */
  static String of(List<Observation> observations) {
    List<Release> releases =
        observations.stream().flatMap(one -> one.releases().stream()).distinct().toList();
    long returns = releases.stream().filter(release -> !release.official()).count();
    long councils =
        observations.stream()
            .filter(one -> one.releases().stream().anyMatch(release -> !release.official()))
            .map(Observation::area)
            .map(Area::key)
            .distinct()
            .count();
    return returns <= 1 || returns == councils
        ? words(releases)
        : words(
            releases,
            councils == 1
                ? "%d returns of 1 council".formatted(returns)
                : "%d returns of %d councils".formatted(returns, councils));
  }

  private static String words(Collection<Release> releases, String returns) {
    List<String> official =
        releases.stream().filter(Release::official).map(Release::code).distinct().toList();
    boolean isAllOfficial = releases.stream().allMatch(Release::official);
    List<String> all =
        Stream.concat(official.stream(), isAllOfficial ? Stream.empty() : Stream.of(returns))
            .toList();
    return all.isEmpty() ? "no release" : enumerated(all);
  }

  private static String enumerated(List<String> words) {
    List<String> first = words.subList(0, words.size() - 1);
    return first.isEmpty()
        ? words.getLast()
        : first.stream().collect(Collectors.joining(", ")) + " and " + words.getLast();
  }
}
