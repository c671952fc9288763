package org.sightline.migrations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Rules that every kind of definition keeps, in sentences. */
final class Once {
  private Once() {}

  /**
   * @throws MigrationFailure where two have one code
   */
  static <T> void of(String what, List<T> all, Function<T, String> code) {
    Set<String> seen = new HashSet<>();
    for (T one : all) {
      String own = code.apply(one);
      require(seen.add(own), "The %s '%s' is defined twice.".formatted(what, own));
      require(own.equals(own.strip()) && !own.isEmpty(), "A %s has no code.".formatted(what));
    }
  }

  /**
   * @throws MigrationFailure with the sentence where it does not hold
   */
  static void require(boolean kept, String sentence) {
    if (!kept) {
      throw new MigrationFailure(sentence);
    }
  }
}
