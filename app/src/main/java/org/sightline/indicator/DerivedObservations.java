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
 * Figures that no release gives, made of their parts. A part that is missing makes the whole
 * missing, with that part's reason. An official numerator is set against official denominators
 * only; a council's own against the official one of its area or, where there is none, its own.
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

  /** Denominators by year and area; those of councils stand apart from the official ones. */
  private record Denominators(Map<Place, Part> official, Map<Place, Part> ofCouncils) {
    @Nullable Part below(Part above, int yearOffset) {
      int year = above.edition().period().year() + yearOffset;
      Place place = new Place(year, above.stored().areaKey());
      @Nullable Part found = official.get(place);
      return found != null || above.edition().official() ? found : ofCouncils.get(place);
    }
  }

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
    Denominators denominators = denominators(series, editions, derivation, denominator, areaKeys);
    Chosen chosen = new Chosen(editions);
    return store.list(numerator.id(), editions, breakdown, areaKeys).stream()
        .map(
            stored -> {
              Part above = new Part(stored, chosen.editionOf(stored));
              @Nullable Part below = denominators.below(above, derivation.denominatorYearOffset());
              return derive(
                  series.indicator(), derivation, numerator, denominator, above, below, areas);
            })
        .toList();
  }

  private Denominators denominators(
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
    Chosen chosen = new Chosen(editions);
    Denominators found = new Denominators(new HashMap<>(), new HashMap<>());
    store
        .list(
            denominator.id(), editions, Breakdown.ofCode(denominator.defaultBreakdown()), areaKeys)
        .forEach(
            stored -> {
              PeriodEdition edition = chosen.editionOf(stored);
              (edition.official() ? found.official() : found.ofCouncils())
                  .put(
                      new Place(edition.period().year(), stored.areaKey()),
                      new Part(stored, edition));
            });
    return found;
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
        parts(above, below).flatMap(part -> part.stored().sources().stream()).toList(),
        AccessClass.strictest(
            parts(above, below).map(part -> part.stored().accessClass()).toList()),
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
