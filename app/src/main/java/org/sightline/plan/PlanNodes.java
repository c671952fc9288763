package org.sightline.plan;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Plans, workstreams and actions by their global ids. */
@Factory
class PlanNodes {
  @Singleton
  NodeSource plans(PlanService plans) {
    return new NumberedNodes(PlanTypes.PLAN, plans::byKey);
  }

  @Singleton
  NodeSource workstreams(PlanService plans) {
    return new NumberedNodes(PlanTypes.WORKSTREAM, plans::workstreamsByKey);
  }

  @Singleton
  NodeSource actions(PlanService plans) {
    return new NumberedNodes(PlanTypes.ACTION, plans::actionsByKey);
  }
}
