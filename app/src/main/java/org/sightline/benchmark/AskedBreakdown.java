package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sightline.graphql.BadUserInput;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Dimension;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.ObservationService;

/** Which part of an indicator is meant. */
@Singleton
class AskedBreakdown {
  private final ObservationService observationService;

  AskedBreakdown(ObservationService observationService) {
    this.observationService = observationService;
  }

  /**
   * The indicator's default with what is asked laid over it.
   *
   * @throws BadUserInput when no figure of the indicator has that breakdown; the message names the
   *     dimensions and members there are
   */
  Breakdown of(Indicator indicator, Map<String, String> asked) {
    return of(List.of(indicator), asked).getFirst();
  }

  /** As above of some indicators, in their order, in one statement or none. */
  List<Breakdown> of(List<Indicator> indicators, Map<String, String> asked) {
    Map<Integer, List<Breakdown>> known =
        asked.isEmpty()
            ? Map.of()
            : observationService.breakdowns(indicators.stream().map(Indicator::id).toList());
    return indicators.stream()
        .map(indicator -> of(indicator, asked, known.getOrDefault(indicator.id(), List.of())))
        .toList();
  }

  private static Breakdown of(
      Indicator indicator, Map<String, String> asked, List<Breakdown> known) {
    Breakdown breakdown = Breakdown.ofCode(indicator.defaultBreakdown()).with(asked);
    if (!asked.isEmpty() && !isKnown(breakdown, known)) {
      throw unknown(indicator, breakdown, known);
    }
    return breakdown;
  }

  /** All of a dimension is known where a figure has the dimension and the other members. */
  static boolean isKnown(Breakdown asked, List<Breakdown> known) {
    List<String> totalled = asked.totalled();
    return known.stream()
        .filter(one -> one.members().keySet().containsAll(totalled))
        .map(one -> one.with(asked.totals()))
        .anyMatch(asked::equals);
  }

  /** That no figure has a dimension beside the members that are fixed. */
  static BadUserInput noDimension(
      Indicator indicator, String dimension, Breakdown fixed, List<Breakdown> known) {
    return new BadUserInput(
        "'%s' has no figures by '%s'%s. %s"
            .formatted(
                indicator.code(),
                dimension,
                fixed.members().isEmpty() ? "" : " of " + text(fixed),
                allowed(known)),
        "dimension");
  }

  private static BadUserInput unknown(
      Indicator indicator, Breakdown breakdown, List<Breakdown> known) {
    return new BadUserInput(
        "'%s' has no figures for %s. %s"
            .formatted(indicator.code(), text(breakdown), allowed(known)),
        "breakdown");
  }

  private static String text(Breakdown breakdown) {
    return breakdown.list().stream()
        .map(one -> one.dimension() + "=" + one.member())
        .collect(Collectors.joining(";"));
  }

  private static String allowed(List<Breakdown> known) {
    String allowed =
        Dimension.of(known).stream()
            .map(dimension -> dimension.name() + ": " + String.join(", ", dimension.members()))
            .collect(Collectors.joining("; "));
    return allowed.isEmpty() ? "It has no breakdowns." : "Allowed: " + allowed + ".";
  }
}
