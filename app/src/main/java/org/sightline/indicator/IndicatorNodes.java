package org.sightline.indicator;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Indicators and releases by their global ids. */
@Factory
class IndicatorNodes {
  private final IndicatorService indicatorService;
  private final ObservationService observationService;

  IndicatorNodes(IndicatorService indicatorService, ObservationService observationService) {
    this.indicatorService = indicatorService;
    this.observationService = observationService;
  }

  @Singleton
  NodeSource indicators() {
    return new NumberedNodes(
        "Indicator", id -> Optional.ofNullable(indicatorService.byId(List.of(id)).get(id)));
  }

  @Singleton
  NodeSource releases() {
    return new NumberedNodes("Release", observationService::findRelease);
  }
}
