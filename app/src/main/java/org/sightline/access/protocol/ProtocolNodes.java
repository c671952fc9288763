package org.sightline.access.protocol;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Protocols by their global ids. */
@Factory
class ProtocolNodes {
  @Singleton
  NodeSource protocols(ProtocolService protocols) {
    return new NumberedNodes(ProtocolFields.PROTOCOL, protocols::byKey);
  }
}
