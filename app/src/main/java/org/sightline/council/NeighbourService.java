package org.sightline.council;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;

/** Statistical neighbours by model. */
@Singleton
public class NeighbourService {
  private final NeighbourStore store;
  private final NeighbourModelRepository models;

  NeighbourService(NeighbourStore store, NeighbourModelRepository models) {
    this.store = store;
    this.models = models;
  }

  /** The models, the newest first. */
  public List<NeighbourModel> models() {
    return models.findAllOrderByPublishedOnDesc();
  }

  /**
   * The model of a code.
   *
   * @param code such as 2025, or null for the newest
   * @throws BadUserInput when there is no such model; the message names those there are
   */
  public NeighbourModel model(@Nullable String code) {
    List<NeighbourModel> known = models();
    return known.stream()
        .filter(model -> code == null || model.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new BadUserInput(
                    "There is no neighbour model '%s'. Allowed: %s."
                        .formatted(
                            code,
                            known.stream()
                                .map(NeighbourModel::code)
                                .collect(Collectors.joining(", ")))));
  }

  /** The neighbours of some councils by one model, the closest first, by the councils' keys. */
  public Map<Integer, List<Neighbour>> neighbours(
      NeighbourModel model, Collection<Integer> councilKeys, Areas areas) {
    return neighbours(List.of(model), councilKeys, areas).stream()
        .collect(Collectors.groupingBy(Neighbour::councilKey));
  }

  /** The neighbours of some councils by some models, the closest first, in one statement. */
  public List<Neighbour> neighbours(
      Collection<NeighbourModel> models, Collection<Integer> councilKeys, Areas areas) {
    Map<String, NeighbourModel> byCode =
        models.stream().collect(Collectors.toMap(NeighbourModel::code, Function.identity()));
    return store.list(byCode.keySet(), councilKeys).stream()
        .map(
            link ->
                new Neighbour(
                    Objects.requireNonNull(byCode.get(link.modelCode())),
                    link.councilKey(),
                    link.rank(),
                    areas.council(link.neighbourKey()),
                    link.closeness()))
        .toList();
  }
}
