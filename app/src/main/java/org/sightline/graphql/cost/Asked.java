package org.sightline.graphql.cost;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.Locale;
import java.util.Map;

/**
 * A valid operation with its variables, as it is about to run.
 *
 * @param fragments of its document, by name
 * @param variables after their defaults
 */
public record Asked(
    GraphQLSchema schema,
    OperationDefinition operation,
    Map<String, FragmentDefinition> fragments,
    CoercedVariables variables,
    GraphQLContext context,
    Locale locale) {}
