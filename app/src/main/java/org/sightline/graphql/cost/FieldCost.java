package org.sightline.graphql.cost;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;

/**
 * What the schema says that a field costs.
 *
 * @param weight of the field itself, each time it is answered
 * @param perObject of each object that it gives; 0 for scalars and enums
 * @param isConnection whether it gives a page, whose length the argument {@code first} says
 */
record FieldCost(
    long weight, long perObject, boolean isList, boolean isConnection, List<ListSize> sizes) {
  static final String FIRST = "first";
  static final String EDGES = "edges";
  private static final String CONNECTION = "Connection";

  static FieldCost of(GraphQLFieldDefinition field) {
    GraphQLNamedType type = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
    return new FieldCost(
        Directives.weight(field.getAppliedDirective(Directives.COST), 0),
        perObject(type),
        GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList,
        type.getName().endsWith(CONNECTION) && field.getArgument(FIRST) != null,
        field.getAppliedDirectives(Directives.LIST_SIZE).stream().map(ListSize::of).toList());
  }

  private static long perObject(GraphQLNamedType type) {
    if (GraphQLTypeUtil.isLeaf(type)) {
      return 0;
    }
    GraphQLAppliedDirective cost =
        ((GraphQLDirectiveContainer) type).getAppliedDirective(Directives.COST);
    return Directives.weight(cost, 1);
  }

  /** Whether the arguments say how much it costs. */
  boolean dependsOnArguments() {
    return isConnection || sizes.stream().anyMatch(size -> !size.slicingArguments().isEmpty());
  }
}
