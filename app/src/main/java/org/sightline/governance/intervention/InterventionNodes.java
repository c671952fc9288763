package org.sightline.governance.intervention;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Interventions by their global ids. */
@Factory
class InterventionNodes {
  @Singleton
  NodeSource interventions(InterventionService interventions) {
    return new NumberedNodes(InterventionFields.INTERVENTION, interventions::byKey);
  }
}
