package org.sightline.indicator;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Areas;

/**
 * Figures of an indicator: given by the newest release known on a day, of each owner that the
 * viewer may see, or derived.
 */
@Singleton
public class ObservationService {
  private final ObservationStore store;
  private final DerivedObservations derivedObservations;

  ObservationService(ObservationStore store, DerivedObservations derivedObservations) {
    this.store = store;
    this.derivedObservations = derivedObservations;
  }

  /** The periods of an indicator as known on a day, in one statement. */
  public Series series(Indicator indicator, LocalDate asAt) {
    return series(List.of(indicator), asAt).getFirst();
  }

  /** The periods of some indicators as known on a day, in their order, in one statement. */
  public List<Series> series(List<Indicator> indicators, LocalDate asAt) {
    return series(indicators, asAt, null);
  }

  /**
   * The same of the editions that had come in by an instant.
   *
   * @param knownAt the instant, or null for whatever has come
   */
  public List<Series> series(
      List<Indicator> indicators, LocalDate asAt, @Nullable OffsetDateTime knownAt) {
    Map<Integer, List<PeriodEdition>> editions =
        byIndicator(store.editions(indicators.stream().map(Indicator::id).toList(), asAt, knownAt));
    return indicators.stream()
        .map(
            indicator ->
                new Series(
                    indicator, asAt, knownAt, editions.getOrDefault(indicator.id(), List.of())))
        .toList();
  }

  /**
   * When the last edition came in that the viewer may see of each of some indicators, or of what it
   * is derived from.
   */
  public Map<Integer, OffsetDateTime> lastArrivals(Collection<Integer> indicatorIds) {
    return store.lastArrivals(indicatorIds);
  }

  /** Releases by key; those of which the viewer may see no figures are left out. */
  Map<Integer, Release> releasesByKey(Collection<Integer> keys) {
    return store.releasesByKey(keys).stream()
        .collect(Collectors.toMap(Release::id, Function.identity(), (one, _) -> one));
  }

  /** A release by its id, if there is one of which the viewer may see figures. */
  public Optional<Release> findRelease(int id) {
    return store.findRelease(id);
  }

  /** The releases that hold figures of some indicators, the newest first, by indicator. */
  public Map<Integer, List<Release>> releases(Collection<Integer> indicatorIds) {
    return byIndicator(store.releases(indicatorIds));
  }

  /**
   * The figures of some periods of a series. Costs one statement for what is given and three for
   * what is derived, however many areas and periods there are.
   *
   * @param areaKeys the areas that will be asked for, or null for all
   */
  public Figures figures(
      Series series,
      Collection<Period> periods,
      Breakdown breakdown,
      Areas areas,
      @Nullable Collection<Integer> areaKeys) {
    return figures(List.of(Slice.of(series, periods, breakdown)), areas, areaKeys).getFirst();
  }

  /**
   * The figures of some slices, in their order, all as known on one day. Costs the same statements
   * for any number of them, of one indicator or of several.
   *
   * @param areaKeys the areas that will be asked for, or null for all
   */
  public List<Figures> figures(
      List<Slice> slices, Areas areas, @Nullable Collection<Integer> areaKeys) {
    List<Slice> asked =
        areaKeys == null ? slices.stream().map(Slice::ofEveryArea).toList() : slices;
    SlicedFigures read = read(asked, areas, areaKeys == null ? List.of() : areaKeys);
    return asked.stream().map(read::of).toList();
  }

  /**
   * The figures of some slices by indicator; those of one indicator are of one breakdown and make
   * one whole. All are as known on one day. Costs the same statements for one indicator and for
   * all.
   *
   * @param areaKeys the areas that will be asked for in slices that are not of all areas
   */
  public Map<Integer, Figures> byIndicator(
      Collection<Slice> slices, Areas areas, Collection<Integer> areaKeys) {
    SlicedFigures read = read(slices, areas, areaKeys);
    Map<Integer, Figures> byIndicator = new HashMap<>();
    slices.forEach(
        slice -> byIndicator.computeIfAbsent(slice.series().indicator().id(), _ -> read.of(slice)));
    return byIndicator;
  }

  /** Reads slices, and with each the parts of the totals that it asks for. */
  private SlicedFigures read(Collection<Slice> asked, Areas areas, Collection<Integer> areaKeys) {
    List<Slice> slices =
        asked.stream()
            .flatMap(slice -> Stream.concat(Stream.of(slice), slice.parts().stream()))
            .toList();
    List<Observed> observed = new ArrayList<>(given(slices, areas, areaKeys));
    observed.addAll(derivedObservations.list(slices, areas, areaKeys));
    return new SlicedFigures(areas, observed);
  }

  /** The breakdowns that some indicators' figures have, by indicator. */
  public Map<Integer, List<Breakdown>> breakdowns(Collection<Integer> indicatorIds) {
    return byIndicator(store.breakdowns(indicatorIds));
  }

  private static <T> Map<Integer, List<T>> byIndicator(List<Map.Entry<Integer, T>> entries) {
    return entries.stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private List<Observed> given(
      Collection<Slice> slices, Areas areas, Collection<Integer> areaKeys) {
    List<Wanted> wanted =
        slices.stream().flatMap(slice -> slice.given().map(slice::wanted)).toList();
    Map<Integer, Indicator> indicators =
        slices.stream()
            .map(slice -> slice.series().indicator())
            .distinct()
            .collect(Collectors.toMap(Indicator::id, Function.identity()));
    Chosen chosen = new Chosen(wanted.stream().map(Wanted::edition).toList());
    return store.list(wanted, areaKeys).stream()
        .map(
            stored ->
                new Observed(
                    stored.breakdown(),
                    given(
                        stored,
                        Objects.requireNonNull(indicators.get(stored.indicatorId())),
                        chosen.editionOf(stored),
                        areas)))
        .toList();
  }

  private static Observation given(
      ObservationStore.Stored stored, Indicator indicator, PeriodEdition edition, Areas areas) {
    return new Observation(
        areas.get(stored.areaKey()),
        indicator,
        edition.period(),
        stored.figure(),
        stored.numerator(),
        stored.denominator(),
        stored.derived() ? fromOneRow(indicator) : null,
        List.of(edition.release()),
        stored.sources(),
        stored.accessClass(),
        null);
  }

  /** What intake made of the columns of one row: nothing else can change it. */
  private static String fromOneRow(Indicator indicator) {
    return "Numerator / denominator, both counted in the same row, " + indicator.rounding();
  }
}
