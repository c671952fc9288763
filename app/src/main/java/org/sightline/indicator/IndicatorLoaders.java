package org.sightline.indicator;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** What belongs to indicators, one statement for all indicators of an answer. */
@Singleton
public class IndicatorLoaders implements RoomLoaders {
  static final String INDICATORS = "indicators";
  static final String BREAKDOWNS = "breakdowns";
  static final String PERIODS = "periods";
  static final String RELEASES = "releases";
  static final String VERSIONS = "versions";
  static final String TARGETS = "targets";

  private final IndicatorService indicatorService;
  private final ObservationService observationService;
  private final DefinitionService definitionService;

  IndicatorLoaders(
      IndicatorService indicatorService,
      ObservationService observationService,
      DefinitionService definitionService) {
    this.indicatorService = indicatorService;
    this.observationService = observationService;
    this.definitionService = definitionService;
  }

  /** An indicator's periods as known on a day. */
  record PeriodsKey(Indicator indicator, LocalDate asAt) {}

  /** Some indicators, in the order of their ids. */
  public static CompletableFuture<List<Indicator>> indicators(
      DataFetchingEnvironment environment, List<Integer> ids) {
    DataLoader<Integer, Indicator> loader =
        Objects.requireNonNull(environment.getDataLoader(INDICATORS));
    return loader.loadMany(ids);
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(INDICATORS, Loaders.<Integer, Indicator>batch(indicatorService::byId, null));
    registry.register(
        BREAKDOWNS,
        Loaders.<Integer, List<Breakdown>>batch(observationService::breakdowns, List.of()));
    registry.register(
        RELEASES, Loaders.<Integer, List<Release>>batch(observationService::releases, List.of()));
    registry.register(
        VERSIONS,
        Loaders.<Integer, List<IndicatorVersion>>batch(definitionService::versions, List.of()));
    registry.register(
        TARGETS,
        Loaders.<Integer, List<IndicatorTarget>>batch(definitionService::targets, List.of()));
    registry.register(
        PERIODS, Loaders.<PeriodsKey, List<Period>>batch(this::newestFirst, List.of()));
  }

  /** One statement for each day that is asked for. */
  private Map<PeriodsKey, List<Period>> newestFirst(List<PeriodsKey> keys) {
    Map<PeriodsKey, List<Period>> periods = new HashMap<>();
    keys.stream()
        .collect(
            Collectors.groupingBy(
                PeriodsKey::asAt, Collectors.mapping(PeriodsKey::indicator, Collectors.toList())))
        .forEach(
            (asAt, indicators) ->
                observationService
                    .series(indicators, asAt)
                    .forEach(
                        series ->
                            periods.put(
                                new PeriodsKey(series.indicator(), asAt),
                                series.periods().reversed())));
    return periods;
  }
}
