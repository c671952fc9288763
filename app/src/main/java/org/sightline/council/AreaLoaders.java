package org.sightline.council;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** What belongs to councils, one statement for all councils of an answer. */
@Singleton
public class AreaLoaders implements RoomLoaders {
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
        "areas", Loaders.<String, Areas>batch(keys -> Map.of(ALL, areaService.all()), null));
    registry.register("councilCodes", Loaders.batch(areaService::codes, List.<DatedCode>of()));
    registry.register("councilAliases", Loaders.batch(areaService::aliases, List.<String>of()));
    registry.register("predecessors", Loaders.batch(areaService::predecessors, Set.<Integer>of()));
    registry.register("successors", Loaders.batch(areaService::successors, Set.<Integer>of()));
    registry.register("neighbours", Loaders.batch(this::neighbours, List.<Neighbour>of()));
  }

  /** All areas, read once for all links of an operation. */
  public static CompletableFuture<Areas> areas(DataFetchingEnvironment environment) {
    return Loaders.load(environment, "areas", ALL);
  }

  /** A council by its key, out of the same. */
  public static CompletableFuture<Council> council(
      DataFetchingEnvironment environment, int councilKey) {
    return areas(environment).thenApply(all -> all.council(councilKey));
  }

  private Map<NeighbourKey, List<Neighbour>> neighbours(Collection<NeighbourKey> keys) {
    Areas areas = areaService.all();
    List<NeighbourModel> known = neighbourService.models();
    Map<NeighbourKey, NeighbourModel> models = new HashMap<>();
    keys.forEach(key -> models.put(key, NeighbourService.model(known, key.model(), null)));
    List<Integer> councilKeys = keys.stream().map(NeighbourKey::councilKey).distinct().toList();
    Map<NeighbourKey, List<Neighbour>> byModelAndCouncil =
        neighbourService.neighbours(Set.copyOf(models.values()), councilKeys, areas).stream()
            .collect(
                Collectors.groupingBy(
                    neighbour ->
                        new NeighbourKey(neighbour.model().code(), neighbour.councilKey())));
    Map<NeighbourKey, List<Neighbour>> found = new HashMap<>();
    models.forEach(
        (key, model) ->
            found.put(
                key,
                byModelAndCouncil.getOrDefault(
                    new NeighbourKey(model.code(), key.councilKey()), List.of())));
    return found;
  }
}
