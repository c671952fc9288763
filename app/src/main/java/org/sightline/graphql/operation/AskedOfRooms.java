package org.sightline.graphql.operation;

import graphql.GraphQLError;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.OperationLimit;
import org.sightline.graphql.document.Refusals;

/** What the fields of a query ask of the rooms, before any of them is answered. */
record AskedOfRooms(ExecutionContext context, ExecutionStrategyParameters parameters) {

  /** The first limit that the query passes, as an error. */
  Optional<GraphQLError> refusal(List<OperationLimit> limits) {
    return limits.stream()
        .filter(limit -> cost(limit) > limit.most())
        .findFirst()
        .map(limit -> Refusals.tooCostly(limit.name(), limit.most(), limit.sentence()));
  }

  private long cost(OperationLimit limit) {
    return parameters.getFields().getSubFieldsList().stream()
        .mapToLong(field -> limit.cost(field.getName(), arguments(field)))
        .sum();
  }

  private Map<String, Object> arguments(MergedField field) {
    GraphQLSchema schema = context.getGraphQLSchema();
    @Nullable GraphQLFieldDefinition definition =
        schema.getQueryType().getFieldDefinition(field.getName());
    return definition == null
        ? Map.of()
        : ValuesResolver.getArgumentValues(
            schema.getCodeRegistry(),
            definition.getArguments(),
            field.getArguments(),
            context.getCoercedVariables(),
            context.getGraphQLContext(),
            context.getLocale());
  }
}
