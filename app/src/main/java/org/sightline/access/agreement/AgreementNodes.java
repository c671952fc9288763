package org.sightline.access.agreement;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Agreements by their global ids. */
@Factory
class AgreementNodes {
  @Singleton
  NodeSource agreements(AgreementService agreements) {
    return new NumberedNodes(AgreementFields.AGREEMENT, agreements::byKey);
  }
}
