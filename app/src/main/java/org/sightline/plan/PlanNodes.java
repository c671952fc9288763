package org.sightline.plan;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Plans, workstreams and actions by their global ids. */
@Factory
class PlanNodes {
  @Singleton
  NodeSource plans(PlanService plans) {
    return new NumberedNodes(PlanTypes.PLAN, plans::find);
  }

  @Singleton
  NodeSource workstreams(PlanService plans) {
    return new NumberedNodes(
        PlanTypes.WORKSTREAM,
        key -> Optional.ofNullable(plans.workstreamsByKey(List.of(key)).get(key)));
  }

  @Singleton
  NodeSource actions(PlanService plans) {
    return new NumberedNodes(
        PlanTypes.ACTION, key -> Optional.ofNullable(plans.actionsByKey(List.of(key)).get(key)));
  }
}
