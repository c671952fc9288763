package org.sightline.graphql.operation;

import graphql.ExecutionResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/**
 * Runs a query's fields in one snapshot of its viewer. It is reached when the document is valid and
 * its variables are coerced: what is refused before, or costs too much, takes no connection.
 */
final class SnapshotStrategy extends AsyncExecutionStrategy {
  private final ViewerTransactions transactions;

  SnapshotStrategy(ViewerTransactions transactions, DataFetcherExceptionHandler errors) {
    super(errors);
    this.transactions = transactions;
  }

  @Override
  public CompletableFuture<ExecutionResult> execute(
      ExecutionContext context, ExecutionStrategyParameters parameters) {
    Optional<ExecutionResult> refusal = Gate.refusal(context);
    if (refusal.isPresent()) {
      return CompletableFuture.completedFuture(refusal.get());
    }
    return asksOnlyAboutTheSchema(parameters)
        ? super.execute(context, parameters)
        : answered(context, parameters);
  }

  private CompletableFuture<ExecutionResult> answered(
      ExecutionContext context, ExecutionStrategyParameters parameters) {
    Viewer viewer = Objects.requireNonNull(context.getGraphQLContext().get(Viewer.class));
    Question question = Objects.requireNonNull(context.getGraphQLContext().get(Question.class));
    return transactions.read(viewer, question, () -> finished(super.execute(context, parameters)));
  }

  private static boolean asksOnlyAboutTheSchema(ExecutionStrategyParameters parameters) {
    return parameters.getFields().getSubFieldsList().stream()
        .allMatch(field -> field.getName().startsWith("__"));
  }

  static CompletableFuture<ExecutionResult> finished(CompletableFuture<ExecutionResult> result) {
    if (!result.isDone()) {
      throw new IllegalStateException(
          "A fetcher or a loader left this thread, or a loader was not taken from its"
              + " environment.");
    }
    return result;
  }
}
