package org.sightline.benchmark;

import java.util.List;
import java.util.stream.Collectors;
import org.sightline.indicator.Release;

/** Where figures come from, in words. */
final class Origin {
  private Origin() {}

  /** Official releases by code; councils' returns are not named: their codes are each council's. */
  static String words(List<Release> releases) {
    String official =
        releases.stream()
            .filter(Release::official)
            .map(Release::code)
            .distinct()
            .collect(Collectors.joining(" and "));
    if (releases.stream().allMatch(Release::official)) {
      return official.isEmpty() ? "no release" : official;
    }
    return official.isEmpty() ? "councils' returns" : official + " and councils' returns";
  }
}
