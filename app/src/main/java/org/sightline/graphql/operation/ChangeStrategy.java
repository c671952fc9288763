package org.sightline.graphql.operation;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.NonNullableFieldWasNullException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/**
 * Runs a mutation's fields, one after another, in one transaction of its viewer: all of them, or,
 * where one meets an error, none. Then there is no data either, which would tell of changes that
 * did not stay.
 */
final class ChangeStrategy extends AsyncSerialExecutionStrategy {
  private final ViewerTransactions transactions;

  ChangeStrategy(ViewerTransactions transactions, DataFetcherExceptionHandler errors) {
    super(errors);
    this.transactions = transactions;
  }

  @Override
  public CompletableFuture<ExecutionResult> execute(
      ExecutionContext context, ExecutionStrategyParameters parameters)
      throws NonNullableFieldWasNullException {
    Optional<ExecutionResult> refusal = Gate.refusal(context);
    if (refusal.isPresent()) {
      return CompletableFuture.completedFuture(refusal.get());
    }
    return CompletableFuture.completedFuture(changed(context, parameters));
  }

  private ExecutionResult changed(
      ExecutionContext context, ExecutionStrategyParameters parameters) {
    Viewer viewer = Objects.requireNonNull(context.getGraphQLContext().get(Viewer.class));
    Question question = Objects.requireNonNull(context.getGraphQLContext().get(Question.class));
    ExecutionResult result =
        transactions.write(
            viewer,
            question,
            ChangeStrategy::isWhole,
            () -> SnapshotStrategy.finished(super.execute(context, parameters)).join());
    return isWhole(result) ? result : nothing(result);
  }

  private static boolean isWhole(ExecutionResult result) {
    return result.getErrors().isEmpty();
  }

  private static ExecutionResult nothing(ExecutionResult result) {
    return ExecutionResultImpl.newExecutionResult().data(null).errors(result.getErrors()).build();
  }
}
