package org.sightline.intake;

/**
 * What reading a file needs to know of an indicator.
 *
 * @param decimals the published ones
 */
record IndicatorFacts(int id, String code, String unit, int decimals) {
  private static final int PER_CENT = 100;
  private static final int PER_TEN_THOUSAND = 10_000;

  /** What a ratio is multiplied by. */
  int multiplier() {
    return switch (unit) {
      case "PERCENT" -> PER_CENT;
      case "RATE_PER_10000" -> PER_TEN_THOUSAND;
      default -> 1;
    };
  }
}
