package org.sightline.indicator;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Areas;
import org.sightline.indicator.ObservationStore.Asked;
import org.sightline.indicator.ObservationStore.Stored;

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
    Map<Integer, List<PeriodEdition>> editions =
        byIndicator(store.editions(indicators.stream().map(Indicator::id).toList(), asAt));
    return indicators.stream()
        .map(
            indicator ->
                new Series(indicator, asAt, editions.getOrDefault(indicator.id(), List.of())))
        .toList();
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
   * The figures of some periods of a series. Costs one statement for what is given and four for
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
   * for any number of them: one for what is given, and four for what is derived.
   *
   * @param areaKeys the areas that will be asked for, or null for all
   */
  public List<Figures> figures(
      List<Slice> slices, Areas areas, @Nullable Collection<Integer> areaKeys) {
    Rows given =
        new Rows(store.list(slices.stream().flatMap(ObservationService::asked).toList(), areaKeys));
    Function<Slice, List<Observation>> derived = derivedObservations.of(slices, areas, areaKeys);
    return slices.stream()
        .map(
            slice ->
                new Figures(
                    slice.series().indicator(),
                    areas,
                    Stream.concat(
                            given(slice, given, areas).stream(), derived.apply(slice).stream())
                        .toList()))
        .toList();
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

  private static Stream<Asked> asked(Slice slice) {
    return Rows.ask(slice.series().indicator().id(), slice.editions(false), slice.breakdown());
  }

  private static List<Observation> given(Slice slice, Rows rows, Areas areas) {
    Indicator indicator = slice.series().indicator();
    return rows.of(indicator.id(), slice.editions(false), slice.breakdown()).stream()
        .map(row -> given(row, indicator, areas))
        .toList();
  }

  private static Observation given(Rows.Row row, Indicator indicator, Areas areas) {
    Stored stored = row.stored();
    return new Observation(
        areas.get(stored.areaKey()),
        indicator,
        row.edition().period(),
        stored.figure(),
        stored.numerator(),
        stored.denominator(),
        stored.derived() ? fromOneRow(indicator) : null,
        List.of(row.edition().release()),
        stored.sources(),
        stored.accessClass(),
        null);
  }

  /** What intake made of the columns of one row: nothing else can change it. */
  private static String fromOneRow(Indicator indicator) {
    return "Numerator / denominator, both counted in the same row, " + indicator.rounding();
  }
}
