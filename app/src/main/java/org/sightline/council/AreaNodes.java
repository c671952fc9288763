package org.sightline.council;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Areas by their global ids. */
@Factory
class AreaNodes {
  private final AreaService areaService;

  AreaNodes(AreaService areaService) {
    this.areaService = areaService;
  }

  @Singleton
  NodeSource countries() {
    return nodes(Country.class);
  }

  @Singleton
  NodeSource regions() {
    return nodes(Region.class);
  }

  @Singleton
  NodeSource councils() {
    return nodes(Council.class);
  }

  @Singleton
  NodeSource jointReturns() {
    return nodes(JointReturn.class);
  }

  private NodeSource nodes(Class<? extends Area> kind) {
    return new NumberedNodes(kind.getSimpleName(), keys -> found(kind, keys));
  }

  private Map<Integer, Area> found(Class<? extends Area> kind, Collection<Integer> keys) {
    Areas all = areaService.all();
    return keys.stream()
        .flatMap(key -> all.find(key).stream())
        .filter(kind::isInstance)
        .collect(Collectors.toMap(Area::key, Function.identity()));
  }
}
