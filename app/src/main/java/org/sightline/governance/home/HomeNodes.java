package org.sightline.governance.home;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** The own council's homes by their global ids. */
@Factory
class HomeNodes {
  @Singleton
  NodeSource childrensHomes(HomeService homes) {
    return new NumberedNodes(HomeFields.HOME, homes::byKey);
  }
}
