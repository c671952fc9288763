package org.sightline.council;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.RoomLoaders;

/** What belongs to councils, one statement for all councils of an answer. */
@Singleton
class AreaLoaders implements RoomLoaders {
  private static final String ALL = "all";

  private final AreaService areaService;
  private final NeighbourService neighbourService;

  AreaLoaders(AreaService areaService, NeighbourService neighbourService) {
    this.areaService = areaService;
    this.neighbourService = neighbourService;
  }

  /** A council's neighbours by a model; null is the newest. */
  record NeighbourKey(@Nullable String model, int councilKey) {}

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        "areas", AreaLoaders.<String, Areas>batch(keys -> Map.of(ALL, areaService.all()), null));
    registry.register("councilCodes", batch(areaService::codes, List.<DatedCode>of()));
    registry.register("councilAliases", batch(areaService::aliases, List.<String>of()));
    registry.register("predecessors", batch(areaService::predecessors, Set.<Integer>of()));
    registry.register("successors", batch(areaService::successors, Set.<Integer>of()));
    registry.register("neighbours", batch(this::neighbours, List.<Neighbour>of()));
  }

  /** All areas, read at most once in an operation. */
  static CompletableFuture<Areas> areas(DataFetchingEnvironment environment) {
    return load(environment, "areas", ALL);
  }

  /** What a loader has for a key. */
  static <K, V> CompletableFuture<V> load(
      DataFetchingEnvironment environment, String loader, K key) {
    DataLoader<K, V> found = Objects.requireNonNull(environment.getDataLoader(loader));
    return found.load(key);
  }

  private Map<NeighbourKey, List<Neighbour>> neighbours(Collection<NeighbourKey> keys) {
    Areas areas = areaService.all();
    Map<NeighbourKey, NeighbourModel> models =
        keys.stream()
            .map(NeighbourKey::model)
            .distinct()
            .map(code -> Map.entry(new NeighbourKey(code, 0), neighbourService.model(code)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<Integer> councilKeys = keys.stream().map(NeighbourKey::councilKey).distinct().toList();
    Map<NeighbourKey, List<Neighbour>> byModelAndCouncil =
        neighbourService.neighbours(Set.copyOf(models.values()), councilKeys, areas).stream()
            .collect(
                Collectors.groupingBy(
                    neighbour ->
                        new NeighbourKey(neighbour.model().code(), neighbour.councilKey())));
    return keys.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                key -> {
                  NeighbourModel model =
                      Objects.requireNonNull(models.get(new NeighbourKey(key.model(), 0)));
                  return byModelAndCouncil.getOrDefault(
                      new NeighbourKey(model.code(), key.councilKey()), List.of());
                }));
  }

  private static <K, V> DataLoader<K, V> batch(
      Function<Collection<K>, Map<K, V>> read, @Nullable V none) {
    return DataLoaderFactory.newDataLoader(
        keys -> {
          Map<K, V> found = read.apply(keys);
          return CompletableFuture.completedFuture(
              Collections.unmodifiableList(
                  keys.stream().map(key -> found.getOrDefault(key, none)).toList()));
        });
  }
}
