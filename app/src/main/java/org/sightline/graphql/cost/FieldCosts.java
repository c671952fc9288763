package org.sightline.graphql.cost;

import graphql.schema.GraphQLFieldDefinition;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the schema says that its fields cost, read once for each field that is asked. */
@Singleton
final class FieldCosts {
  private final Map<GraphQLFieldDefinition, FieldCost> known = new ConcurrentHashMap<>();

  FieldCost of(GraphQLFieldDefinition field) {
    return known.computeIfAbsent(field, FieldCost::of);
  }
}
