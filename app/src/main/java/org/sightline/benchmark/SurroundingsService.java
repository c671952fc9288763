package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroupService;
import org.sightline.council.Neighbour;
import org.sightline.council.NeighbourModel;
import org.sightline.council.NeighbourService;
import org.sightline.indicator.DefinitionService;

/** Gathers what figures can be compared with: nothing is read before it is asked for. */
@Singleton
class SurroundingsService {
  private final CouncilGroupService groupService;
  private final NeighbourService neighbourService;
  private final DefinitionService definitionService;

  SurroundingsService(
      CouncilGroupService groupService,
      NeighbourService neighbourService,
      DefinitionService definitionService) {
    this.groupService = groupService;
    this.neighbourService = neighbourService;
    this.definitionService = definitionService;
  }

  /** What the questions about some indicators have in common. */
  Surroundings.Shared shared(
      Areas areas,
      LocalDate asAt,
      NeighbourModel model,
      Supplier<Map<Integer, List<Neighbour>>> neighboursOf,
      Collection<Integer> indicatorIds) {
    return new Surroundings.Shared(
        areas,
        asAt,
        model,
        neighboursOf,
        new Groups(groupService, areas, asAt),
        new Once<>(() -> definitionService.targets(indicatorIds)));
  }

  /** The neighbours of some councils, read at first use and then kept. */
  Supplier<Map<Integer, List<Neighbour>>> neighbours(
      NeighbourModel model, Collection<Council> councils, Areas areas) {
    Set<Integer> keys = councils.stream().map(Council::key).collect(Collectors.toSet());
    return new Once<>(() -> neighbourService.neighbours(model, keys, areas));
  }
}
