package org.sightline.indicator;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Areas;
import org.sightline.indicator.ObservationStore.Stored;

/**
 * Figures that no release publishes, made of their published parts. A part that is missing makes
 * the whole missing, with that part's reason.
 */
@Singleton
class DerivedObservations {
  private final ObservationStore store;
  private final IndicatorRepository indicators;

  DerivedObservations(ObservationStore store, IndicatorRepository indicators) {
    this.store = store;
    this.indicators = indicators;
  }

  private record Place(int year, int areaKey) {}

  private record Part(Stored stored, PeriodEdition edition) {}

  /** One derived observation for each row of the numerator. */
  List<Observation> list(
      Series series,
      List<PeriodEdition> editions,
      Breakdown breakdown,
      Areas areas,
      @Nullable Collection<Integer> areaKeys) {
    @Nullable Derivation derivation = series.indicator().derivation();
    if (derivation == null || editions.isEmpty()) {
      return List.of();
    }
    Map<Integer, Indicator> parts =
        indicators
            .findByIdIn(List.of(derivation.numeratorId(), derivation.denominatorId()))
            .stream()
            .collect(Collectors.toMap(Indicator::id, Function.identity()));
    Indicator numerator = Objects.requireNonNull(parts.get(derivation.numeratorId()));
    Indicator denominator = Objects.requireNonNull(parts.get(derivation.denominatorId()));
    Map<Place, Part> denominators =
        denominators(series, editions, derivation, denominator, areaKeys);
    Map<Integer, PeriodEdition> byPeriod = byPeriod(editions);
    return store.list(numerator.id(), editions, breakdown, areaKeys).stream()
        .map(
            stored -> {
              Part above =
                  new Part(stored, Objects.requireNonNull(byPeriod.get(stored.periodId())));
              int year = above.edition().period().year() + derivation.denominatorYearOffset();
              @Nullable Part below = denominators.get(new Place(year, stored.areaKey()));
              return derive(
                  series.indicator(), derivation, numerator, denominator, above, below, areas);
            })
        .toList();
  }

  private Map<Place, Part> denominators(
      Series series,
      List<PeriodEdition> numeratorEditions,
      Derivation derivation,
      Indicator denominator,
      @Nullable Collection<Integer> areaKeys) {
    List<Integer> years =
        numeratorEditions.stream()
            .map(edition -> edition.period().year() + derivation.denominatorYearOffset())
            .toList();
    List<PeriodEdition> editions =
        store.editions(List.of(denominator.id()), series.asAt()).stream()
            .map(Map.Entry::getValue)
            .filter(edition -> years.contains(edition.period().year()))
            .toList();
    Map<Integer, PeriodEdition> byPeriod = byPeriod(editions);
    Map<Place, Part> found = new HashMap<>();
    store
        .list(
            denominator.id(), editions, Breakdown.ofCode(denominator.defaultBreakdown()), areaKeys)
        .forEach(
            stored -> {
              PeriodEdition edition = Objects.requireNonNull(byPeriod.get(stored.periodId()));
              found.put(
                  new Place(edition.period().year(), stored.areaKey()), new Part(stored, edition));
            });
    return found;
  }

  private static Map<Integer, PeriodEdition> byPeriod(List<PeriodEdition> editions) {
    return editions.stream()
        .collect(Collectors.toMap(edition -> edition.period().id(), Function.identity()));
  }

  private static Observation derive(
      Indicator indicator,
      Derivation derivation,
      Indicator numerator,
      Indicator denominator,
      Part above,
      @Nullable Part below,
      Areas areas) {
    Quantity top = above.stored().figure();
    Quantity bottom =
        below == null ? Quantity.missing(MissingReason.NOT_COLLECTED) : below.stored().figure();
    String formula =
        "%s x %s / %s, %s"
            .formatted(
                derivation.multiplier().stripTrailingZeros().toPlainString(),
                words(numerator, above),
                below == null ? denominator.name() + " (no release)" : words(denominator, below),
                indicator.rounding());
    return new Observation(
        areas.get(above.stored().areaKey()),
        indicator,
        above.edition().period(),
        figure(derivation, top, bottom, indicator.decimals()),
        top,
        bottom,
        formula,
        parts(above, below).map(part -> part.edition().release()).distinct().toList(),
        parts(above, below).map(part -> part.stored().source()).toList(),
        above.stored().accessClass(),
        null);
  }

  private static Stream<Part> parts(Part above, @Nullable Part below) {
    return below == null ? Stream.of(above) : Stream.of(above, below);
  }

  private static String words(Indicator indicator, Part part) {
    return "%s (%s, %s)"
        .formatted(
            indicator.name(), part.edition().period().label(), part.edition().release().code());
  }

  private static Quantity figure(
      Derivation derivation, Quantity numerator, Quantity denominator, int decimals) {
    @Nullable BigDecimal above = numerator.number();
    @Nullable BigDecimal below = denominator.number();
    if (above == null) {
      return Quantity.missing(Objects.requireNonNull(numerator.missing()));
    }
    if (below == null) {
      return Quantity.missing(Objects.requireNonNull(denominator.missing()));
    }
    if (below.signum() == 0) {
      return Quantity.missing(MissingReason.NOT_APPLICABLE);
    }
    return Quantity.of(derivation.value(above, below, decimals));
  }
}
