package org.sightline.inspection;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Inspections and findings by their global ids. */
@Factory
class InspectionNodes {
  @Singleton
  NodeSource inspections(InspectionService inspections) {
    return new NumberedNodes(InspectionFields.INSPECTION, inspections::byKey);
  }

  @Singleton
  NodeSource findings(FindingService findings) {
    return new NumberedNodes(FindingFields.FINDING, findings::byKey);
  }
}
