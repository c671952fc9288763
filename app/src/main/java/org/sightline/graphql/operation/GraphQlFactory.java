package org.sightline.graphql.operation;

import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.sightline.tenancy.ViewerTransactions;

/** Makes the one engine that runs operations. */
@Factory
final class GraphQlFactory {
  @Singleton
  GraphQL graphQl(GraphQLSchema schema, ViewerTransactions transactions) {
    FetcherErrors errors = new FetcherErrors();
    return GraphQL.newGraphQL(schema)
        .defaultDataFetcherExceptionHandler(errors)
        .queryExecutionStrategy(new SnapshotStrategy(transactions, errors))
        .mutationExecutionStrategy(new ChangeStrategy(transactions, errors))
        .preparsedDocumentProvider(
            (input, compute) ->
                CompletableFuture.completedFuture(
                    Objects.requireNonNull(
                        input.getGraphQLContext().get(PreparsedDocumentEntry.class))))
        .build();
  }
}
