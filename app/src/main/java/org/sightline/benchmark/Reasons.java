package org.sightline.benchmark;

import java.util.List;
import java.util.stream.Collectors;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Release;

/** Why something is not said, and what is rested on, in words for a basis. */
final class Reasons {
  private Reasons() {}

  static String words(NoStatisticReason reason) {
    return switch (reason) {
      case NO_VALUE -> "a value is missing";
      case NO_NUMERATOR -> "a numerator or a denominator is missing";
      case NOT_A_PROPORTION_OR_RATE -> "the indicator is no proportion, rate or ratio of counts";
      case STOCK ->
          "most of what is counted on one day is counted again on the next, so that a test would"
              + " mislead";
      case OVERLAPPING_PERIODS -> "figures that overlap or run on hold the same more than once";
      case NOT_YEARLY -> "the rule is for yearly figures";
      case TOO_FEW_POINTS -> "there are too few points";
      case SERIES_BREAK, DEFINITION_CHANGED -> "the definition changed in between";
      case GAP_IN_SERIES -> "a point in between is missing";
      default -> reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    };
  }

  /** The codes of the releases on which some observations rest. */
  static String releases(List<Observation> observations) {
    String codes =
        observations.stream()
            .flatMap(observation -> observation.releases().stream())
            .map(Release::code)
            .distinct()
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? "no release" : codes;
  }
}
