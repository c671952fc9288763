package org.sightline.migrations.expand;

import java.util.Arrays;

/** A version that was given out, such as 1.4.0. */
record Release(int major, int minor, int patch) implements Comparable<Release> {
  static Release of(String text) {
    int[] numbers = Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    return new Release(numbers[0], numbers[1], numbers[2]);
  }

  boolean isAfter(Release other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Release other) {
    return Arrays.compare(
        new int[] {major, minor, patch}, new int[] {other.major, other.minor, other.patch});
  }
}
