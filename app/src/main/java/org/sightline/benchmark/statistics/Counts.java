package org.sightline.benchmark.statistics;

/** What counts and denominators must be before anything is computed of them. */
final class Counts {
  private Counts() {}

  static void checkRate(double count, double denominator) {
    if (!(count >= 0) || Double.isInfinite(count)) {
      throw new IllegalArgumentException("A count is 0 or more, not " + count + ".");
    }
    if (!(denominator > 0) || Double.isInfinite(denominator)) {
      throw new IllegalArgumentException("A denominator is more than 0, not " + denominator + ".");
    }
  }

  static void checkProportion(double count, double of) {
    checkRate(count, of);
    if (count > of) {
      throw new IllegalArgumentException(
          "%s is more than the %s of which it is a part.".formatted(count, of));
    }
  }

  static void checkMultiplier(double multiplier) {
    if (!(multiplier > 0) || Double.isInfinite(multiplier)) {
      throw new IllegalArgumentException("A multiplier is more than 0, not " + multiplier + ".");
    }
  }
}
