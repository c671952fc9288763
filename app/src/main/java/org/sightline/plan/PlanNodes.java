package org.sightline.plan;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Plans and what belongs to them by their global ids. */
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
  NodeSource milestones(MilestoneService milestones) {
    return new NumberedNodes(PlanTypes.MILESTONE, milestones::byKey);
  }

  @Singleton
  NodeSource schemes(PlanService plans) {
    return new NumberedNodes(PlanTypes.SCHEME, plans::schemesByKey);
  }

  @Singleton
  NodeSource actions(PlanService plans) {
    return new NumberedNodes(PlanTypes.ACTION, plans::actionsByKey);
  }
}
