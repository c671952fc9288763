package org.sightline.graphql.cost;

import graphql.schema.GraphQLFieldDefinition;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the schema says that its fields cost, read once for each field that is asked. */
@Singleton
final class FieldCosts {
  private final Map<GraphQLFieldDefinition, FieldCost> known = new ConcurrentHashMap<>();
  private final KnownSizes sizes;

  FieldCosts(KnownSizes sizes) {
    this.sizes = sizes;
  }

  FieldCost of(GraphQLFieldDefinition field) {
    return known.computeIfAbsent(field, FieldCost::of);
  }

  /** What is known of the lists' lengths beside it. */
  KnownSizes sizes() {
    return sizes;
  }
}
