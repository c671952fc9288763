package org.sightline.indicator;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

  private record Place(int indicatorId, int year, int areaKey) {}

  private record Part(Stored stored, PeriodEdition edition) {}

  /** Denominators by year and area; those of councils stand apart from the official ones. */
  private record Denominators(Map<Place, Part> official, Map<Place, Part> ofCouncils) {
    @Nullable Part below(Part above, Derivation derivation) {
      int year = above.edition().period().year() + derivation.denominatorYearOffset();
      Place place = new Place(derivation.denominatorId(), year, above.stored().areaKey());
      @Nullable Part found = official.get(place);
      return found != null || above.edition().official() ? found : ofCouncils.get(place);
    }
  }

  /** A slice together with how its values are made, and the editions of what goes below. */
  private record Task(
      Slice slice,
      Derivation derivation,
      Indicator numerator,
      Indicator denominator,
      List<PeriodEdition> below) {
    Wanted above(PeriodEdition edition) {
      return new Wanted(numerator.id(), edition, slice.breakdown().code(), slice.ofAllAreas());
    }

    Stream<Wanted> allAbove() {
      return slice.derived().map(this::above);
    }

    Stream<Wanted> allBelow() {
      Set<Integer> years =
          slice
              .derived()
              .map(edition -> edition.period().year() + derivation.denominatorYearOffset())
              .collect(Collectors.toSet());
      return below.stream()
          .filter(edition -> years.contains(edition.period().year()))
          .map(
              edition ->
                  new Wanted(
                      denominator.id(),
                      edition,
                      denominator.defaultBreakdown(),
                      slice.ofAllAreas()));
    }
  }

  /** One derived observation for each row of a numerator: three statements for all slices. */
  List<Observed> list(Collection<Slice> slices, Areas areas, Collection<Integer> areaKeys) {
    List<Task> tasks = tasks(slices);
    List<Wanted> below = tasks.stream().flatMap(Task::allBelow).toList();
    List<Wanted> all =
        Stream.concat(tasks.stream().flatMap(Task::allAbove), below.stream()).toList();
    Chosen chosen = new Chosen(all.stream().map(Wanted::edition).toList());
    Map<Wanted.Key, List<Part>> rows =
        store.list(all, areaKeys).stream()
            .collect(
                Collectors.groupingBy(
                    Wanted.Key::of,
                    Collectors.mapping(
                        stored -> new Part(stored, chosen.editionOf(stored)),
                        Collectors.toList())));
    Denominators denominators = denominators(below, rows);
    return tasks.stream()
        .flatMap(
            task ->
                derive(task, rows, denominators, areas)
                    .map(observation -> new Observed(task.slice().breakdown().code(), observation)))
        .toList();
  }

  private List<Task> tasks(Collection<Slice> asked) {
    List<Slice> slices =
        asked.stream()
            .filter(slice -> slice.series().indicator().derivation() != null)
            .filter(slice -> slice.derived().findAny().isPresent())
            .toList();
    if (slices.isEmpty()) {
      return List.of();
    }
    Set<Integer> denominatorIds =
        slices.stream().map(one -> derivation(one).denominatorId()).collect(Collectors.toSet());
    Set<Integer> partIds =
        slices.stream().map(one -> derivation(one).numeratorId()).collect(Collectors.toSet());
    partIds.addAll(denominatorIds);
    Map<Integer, Indicator> parts =
        indicators.findByIdIn(partIds).stream()
            .collect(Collectors.toMap(Indicator::id, Function.identity()));
    Series any = slices.getFirst().series();
    Map<Integer, List<PeriodEdition>> below =
        store.editions(denominatorIds, any.asAt(), any.knownAt()).stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return slices.stream().map(slice -> task(slice, parts, below)).toList();
  }

  private static Task task(
      Slice slice, Map<Integer, Indicator> parts, Map<Integer, List<PeriodEdition>> below) {
    Derivation derivation = derivation(slice);
    return new Task(
        slice,
        derivation,
        Objects.requireNonNull(parts.get(derivation.numeratorId())),
        Objects.requireNonNull(parts.get(derivation.denominatorId())),
        below.getOrDefault(derivation.denominatorId(), List.of()));
  }

  private static Derivation derivation(Slice slice) {
    return Objects.requireNonNull(slice.series().indicator().derivation());
  }

  private static Denominators denominators(List<Wanted> below, Map<Wanted.Key, List<Part>> rows) {
    Denominators found = new Denominators(new HashMap<>(), new HashMap<>());
    below.stream()
        .flatMap(wanted -> rows.getOrDefault(wanted.key(), List.of()).stream())
        .forEach(
            part ->
                (part.edition().official() ? found.official() : found.ofCouncils())
                    .put(
                        new Place(
                            part.stored().indicatorId(),
                            part.edition().period().year(),
                            part.stored().areaKey()),
                        part));
    return found;
  }

  private static Stream<Observation> derive(
      Task task, Map<Wanted.Key, List<Part>> rows, Denominators denominators, Areas areas) {
    return task.allAbove()
        .flatMap(wanted -> rows.getOrDefault(wanted.key(), List.of()).stream())
        .map(
            above ->
                derive(
                    task.slice().series().indicator(),
                    task.derivation(),
                    task.numerator(),
                    task.denominator(),
                    above,
                    denominators.below(above, task.derivation()),
                    areas));
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
