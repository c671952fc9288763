package org.sightline.group;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Saved groups by their global ids. */
@Factory
class SavedGroupNodes {
  @Singleton
  NodeSource savedGroups(SavedGroupService groups) {
    return new NumberedNodes(SavedGroupFields.SAVED_GROUP, groups::byKey);
  }
}
