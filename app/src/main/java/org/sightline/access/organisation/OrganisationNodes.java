package org.sightline.access.organisation;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Organisations by their global ids. */
@Factory
class OrganisationNodes {
  @Singleton
  NodeSource organisations(OrganisationService organisations) {
    return new NumberedNodes(OrganisationFields.ORGANISATION, organisations::byKey);
  }
}
