package org.sightline.indicator;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Areas;
import org.sightline.indicator.ObservationStore.Asked;
import org.sightline.indicator.Rows.Row;

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

  /** Denominators by year and area; those of councils stand apart from the official ones. */
  private record Denominators(Map<Place, Row> official, Map<Place, Row> ofCouncils) {
    static Denominators of(List<Row> rows) {
      Denominators found = new Denominators(new HashMap<>(), new HashMap<>());
      rows.forEach(
          row ->
              (row.edition().official() ? found.official() : found.ofCouncils())
                  .put(new Place(row.edition().period().year(), row.stored().areaKey()), row));
      return found;
    }

    @Nullable Row below(Row above, int yearOffset) {
      int year = above.edition().period().year() + yearOffset;
      Place place = new Place(year, above.stored().areaKey());
      @Nullable Row found = official.get(place);
      return found != null || above.edition().official() ? found : ofCouncils.get(place);
    }
  }

  /** The parts of one slice's figures, with the editions from which each is read. */
  private record Parts(
      Slice slice,
      Derivation derivation,
      Indicator numerator,
      Indicator denominator,
      List<PeriodEdition> above,
      List<PeriodEdition> below) {
    Stream<Asked> numerators() {
      return Rows.ask(numerator.id(), above, slice.breakdown());
    }

    Stream<Asked> denominators() {
      return Rows.ask(denominator.id(), below, denominatorBreakdown());
    }

    Breakdown denominatorBreakdown() {
      return Breakdown.ofCode(denominator.defaultBreakdown());
    }
  }

  /**
   * One derived observation for each row of a slice's numerator: read now, in four statements for
   * all slices together, or none where nothing is derived. All slices are as known on one day.
   */
  Function<Slice, List<Observation>> of(
      List<Slice> slices, Areas areas, @Nullable Collection<Integer> areaKeys) {
    List<Slice> derived = slices.stream().filter(DerivedObservations::isDerived).toList();
    if (derived.isEmpty()) {
      return _ -> List.of();
    }
    Map<Slice, Parts> parts = parts(derived);
    Rows above =
        new Rows(store.list(parts.values().stream().flatMap(Parts::numerators).toList(), areaKeys));
    Rows below =
        new Rows(
            store.list(parts.values().stream().flatMap(Parts::denominators).toList(), areaKeys));
    return slice ->
        Stream.ofNullable(parts.get(slice))
            .flatMap(ofOne -> derive(ofOne, above, below, areas))
            .toList();
  }

  private static boolean isDerived(Slice slice) {
    return slice.series().indicator().derivation() != null && !slice.editions(true).isEmpty();
  }

  private Map<Slice, Parts> parts(List<Slice> slices) {
    List<Derivation> derivations = slices.stream().map(DerivedObservations::derivation).toList();
    List<Integer> denominatorIds =
        derivations.stream().map(Derivation::denominatorId).distinct().toList();
    List<Integer> ids =
        Stream.concat(derivations.stream().map(Derivation::numeratorId), denominatorIds.stream())
            .distinct()
            .toList();
    Map<Integer, Indicator> indicatorsById =
        indicators.findByIdIn(ids).stream()
            .collect(Collectors.toMap(Indicator::id, Function.identity()));
    Map<Integer, List<PeriodEdition>> editions =
        store.editions(denominatorIds, asAt(slices)).stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    Map<Slice, Parts> parts = new LinkedHashMap<>();
    slices.forEach(slice -> parts.put(slice, parts(slice, indicatorsById, editions)));
    return parts;
  }

  private static Parts parts(
      Slice slice,
      Map<Integer, Indicator> indicatorsById,
      Map<Integer, List<PeriodEdition>> editions) {
    Derivation derivation = derivation(slice);
    List<PeriodEdition> above = slice.editions(true);
    Set<Integer> years =
        above.stream()
            .map(edition -> edition.period().year() + derivation.denominatorYearOffset())
            .collect(Collectors.toSet());
    return new Parts(
        slice,
        derivation,
        Objects.requireNonNull(indicatorsById.get(derivation.numeratorId())),
        Objects.requireNonNull(indicatorsById.get(derivation.denominatorId())),
        above,
        editions.getOrDefault(derivation.denominatorId(), List.of()).stream()
            .filter(edition -> years.contains(edition.period().year()))
            .toList());
  }

  private static LocalDate asAt(List<Slice> slices) {
    List<LocalDate> days = slices.stream().map(slice -> slice.series().asAt()).distinct().toList();
    if (days.size() > 1) {
      throw new IllegalArgumentException("Figures are read as known on one day, not on " + days);
    }
    return days.getFirst();
  }

  private static Derivation derivation(Slice slice) {
    return Objects.requireNonNull(slice.series().indicator().derivation());
  }

  private static Stream<Observation> derive(Parts parts, Rows above, Rows below, Areas areas) {
    Denominators denominators =
        Denominators.of(
            below.of(parts.denominator().id(), parts.below(), parts.denominatorBreakdown()));
    return above.of(parts.numerator().id(), parts.above(), parts.slice().breakdown()).stream()
        .map(
            row ->
                derive(
                    parts,
                    row,
                    denominators.below(row, parts.derivation().denominatorYearOffset()),
                    areas));
  }

  private static Observation derive(Parts of, Row above, @Nullable Row below, Areas areas) {
    Indicator indicator = of.slice().series().indicator();
    Derivation derivation = of.derivation();
    Indicator denominator = of.denominator();
    Quantity top = above.stored().figure();
    Quantity bottom =
        below == null ? Quantity.missing(MissingReason.NOT_COLLECTED) : below.stored().figure();
    String formula =
        "%s x %s / %s, %s"
            .formatted(
                derivation.multiplier().stripTrailingZeros().toPlainString(),
                words(of.numerator(), above),
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

  private static Stream<Row> parts(Row above, @Nullable Row below) {
    return below == null ? Stream.of(above) : Stream.of(above, below);
  }

  private static String words(Indicator indicator, Row part) {
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
