package org.sightline.council;

import jakarta.inject.Singleton;
import java.time.LocalDate;
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
   * @param code such as 2025, or null for the newest that was published by then
   * @param asAt the day on which it was known, or null for whenever
   * @throws BadUserInput when there is no such model; the message names those there are
   */
  public NeighbourModel model(@Nullable String code, @Nullable LocalDate asAt) {
    return model(models(), code, asAt);
  }

  /** As above, among models that are known already; the oldest where none was published by then. */
  static NeighbourModel model(
      List<NeighbourModel> newestFirst, @Nullable String code, @Nullable LocalDate asAt) {
    if (code == null) {
      return newestFirst.stream()
          .filter(model -> asAt == null || !model.publishedOn().isAfter(asAt))
          .findFirst()
          .orElseGet(newestFirst::getLast);
    }
    List<String> codes = newestFirst.stream().map(NeighbourModel::code).toList();
    return newestFirst.stream()
        .filter(model -> model.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new BadUserInput(
                    "There is no neighbour model '%s'. Allowed: %s."
                        .formatted(code, String.join(", ", codes)),
                    null,
                    codes));
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
        .filter(link -> areas.areComparable(link.councilKey(), link.neighbourKey()))
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
