package org.sightline.graphql.operation;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.ExecutionContext;
import java.util.Objects;
import java.util.Optional;
import org.sightline.graphql.cost.Asked;
import org.sightline.graphql.cost.Charge;

/** Lets an operation through whose cost may be spent, before it takes a connection. */
final class Gate {
  private Gate() {}

  /** The whole result of an operation that may not run. */
  static Optional<ExecutionResult> refusal(ExecutionContext context) {
    GraphQLContext request = context.getGraphQLContext();
    Charge charge = Objects.requireNonNull(request.get(Charge.class));
    Optional<GraphQLError> error =
        charge.refusal(
            new Asked(
                context.getGraphQLSchema(),
                context.getOperationDefinition(),
                context.getFragmentsByName(),
                context.getCoercedVariables(),
                request,
                context.getLocale()));
    return error.map(one -> ExecutionResult.newExecutionResult().addError(one).build());
  }
}
