package org.sightline.benchmark;

/** Why something is not said, in words for a basis. */
final class Reasons {
  private Reasons() {}

  static String words(NoStatisticReason reason) {
    return switch (reason) {
      case NO_VALUE -> "a value is missing";
      case NO_NUMERATOR -> "a numerator or a denominator is missing";
      case IMPOSSIBLE_NUMERATOR ->
          "a numerator is below 0 or above its denominator, or a denominator is 0";
      case NOT_A_PROPORTION_OR_RATE -> "the indicator is no proportion, rate or ratio of counts";
      case NOT_WHOLE_COUNTS ->
          "a numerator is no whole number up to 1,000,000,000, as full-time equivalents are not:"
              + " chance moves counts of events";
      case NEUTRAL_POLARITY -> "neither high nor low is good";
      case STOCK ->
          "most of what is counted on one day is counted again on the next, so that a test would"
              + " mislead";
      case OVERLAPPING_PERIODS -> "figures that overlap or run on hold the same more than once";
      case NOT_YEARLY -> "the rule is for yearly figures";
      case TOO_FEW_POINTS -> "there are too few points";
      case TOO_FEW_VALUES -> "too few areas have a value";
      case SMALL_RANGE -> "the official dictionary holds that the range is too small";
      case SERIES_BREAK, DEFINITION_CHANGED -> "the definition changed in between";
      case GAP_IN_SERIES -> "a point in between is missing";
      case COMPARATOR_MISSING -> "what it would be compared with has no value";
      case TARGET_AT_LIMIT -> "what it would be compared with is 0 or 100%";
      case NO_TARGET -> "no target is known, or the statistic has no meaning around one";
    };
  }
}
