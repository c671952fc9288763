package org.sightline.indicator;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    Map<Boolean, List<PeriodEdition>> editions =
        series.editions().stream()
            .filter(edition -> periods.contains(edition.period()))
            .collect(Collectors.partitioningBy(PeriodEdition::derived));
    List<Observation> observations = new ArrayList<>();
    observations.addAll(
        given(series, editions.getOrDefault(false, List.of()), breakdown, areas, areaKeys));
    observations.addAll(
        derivedObservations.list(
            series, editions.getOrDefault(true, List.of()), breakdown, areas, areaKeys));
    return new Figures(series.indicator(), areas, observations);
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

  private List<Observation> given(
      Series series,
      List<PeriodEdition> editions,
      Breakdown breakdown,
      Areas areas,
      @Nullable Collection<Integer> areaKeys) {
    Chosen chosen = new Chosen(editions);
    return store.list(series.indicator().id(), editions, breakdown, areaKeys).stream()
        .map(
            stored -> {
              PeriodEdition edition = chosen.editionOf(stored);
              return new Observation(
                  areas.get(stored.areaKey()),
                  series.indicator(),
                  edition.period(),
                  stored.figure(),
                  stored.numerator(),
                  stored.denominator(),
                  stored.derived() ? fromOneRow(series.indicator()) : null,
                  List.of(edition.release()),
                  stored.sources(),
                  stored.accessClass(),
                  null);
            })
        .toList();
  }

  /** What intake made of the columns of one row: nothing else can change it. */
  private static String fromOneRow(Indicator indicator) {
    return "Numerator / denominator, both counted in the same row, " + indicator.rounding();
  }
}
