package org.sightline.indicator;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
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
    return new NumberedNodes("Indicator", indicatorService::byId);
  }

  @Singleton
  NodeSource releases() {
    return new NumberedNodes("Release", observationService::releasesByKey);
  }
}
