package org.sightline.indicator;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.RoomLoaders;

/** What belongs to indicators, one statement for all indicators of an answer. */
@Singleton
class IndicatorLoaders implements RoomLoaders {
  private final IndicatorService indicatorService;
  private final ObservationService observationService;

  IndicatorLoaders(IndicatorService indicatorService, ObservationService observationService) {
    this.indicatorService = indicatorService;
    this.observationService = observationService;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    DataLoader<Integer, Indicator> indicators =
        DataLoaderFactory.newDataLoader(
            ids -> {
              Map<Integer, Indicator> found = indicatorService.byId(ids);
              List<Indicator> inOrder =
                  ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
              return CompletableFuture.completedFuture(inOrder);
            });
    registry.register("indicators", indicators);
    DataLoader<Integer, Set<Breakdown>> breakdowns =
        DataLoaderFactory.newDataLoader(
            ids -> {
              Map<Integer, Set<Breakdown>> found = observationService.breakdowns(ids);
              return CompletableFuture.completedFuture(
                  ids.stream().map(id -> found.getOrDefault(id, Set.of())).toList());
            });
    registry.register("breakdowns", breakdowns);
  }

  static CompletableFuture<Indicator> indicator(DataFetchingEnvironment environment, int id) {
    DataLoader<Integer, Indicator> loader =
        Objects.requireNonNull(environment.getDataLoader("indicators"));
    return loader.load(id);
  }

  static CompletableFuture<Set<Breakdown>> breakdowns(
      DataFetchingEnvironment environment, int indicatorId) {
    DataLoader<Integer, Set<Breakdown>> loader =
        Objects.requireNonNull(environment.getDataLoader("breakdowns"));
    return loader.load(indicatorId);
  }
}
