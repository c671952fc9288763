package org.sightline.graphql.operation;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.ErrorCode;
import org.sightline.graphql.NotFound;
import org.sightline.graphql.Unavailable;
import org.sightline.tenancy.Forbidden;
import org.sightline.tenancy.NoConnection;
import org.sightline.tenancy.OperationStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a fetcher throws into an error for the caller, and into a line for the log. */
final class FetcherErrors implements DataFetcherExceptionHandler {
  static final String TOO_SLOW =
      "This took too long and was stopped. Ask for fewer councils, periods or fields.";

  private static final Logger LOG = LoggerFactory.getLogger(FetcherErrors.class);
  private static final String STOPPED_STATEMENT = "57014";
  private static final String TRANSACTION_ABORTED = "25P02";
  private static final String TIMED_OUT = "sightline.timed-out";

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters parameters) {
    GraphQLError error = error(unwrapped(parameters.getException()), parameters);
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(error).build());
  }

  private static GraphQLError error(
      Throwable thrown, DataFetcherExceptionHandlerParameters parameters) {
    return switch (thrown) {
      case BadUserInput mistake -> build(parameters, mistake.message(), extensions(mistake));
      case NotFound nothing ->
          build(parameters, nothing.message(), Map.of("code", ErrorCode.NOT_FOUND.name()));
      case Forbidden refusal ->
          build(parameters, refusal.message(), Map.of("code", ErrorCode.FORBIDDEN.name()));
      case OperationStopped stopped ->
          build(parameters, TOO_SLOW, Map.of("code", ErrorCode.TIMEOUT.name()));
      case Unavailable other -> unavailable(other, other.message(), parameters);
      case NoConnection none -> unavailable(none, none.message(), parameters);
      default -> fault(thrown, parameters);
    };
  }

  private static GraphQLError unavailable(
      Throwable thrown, String message, DataFetcherExceptionHandlerParameters parameters) {
    LOG.warn("{} failed by another service.", parameters.getPath(), thrown);
    return build(parameters, message, Map.of("code", ErrorCode.UNAVAILABLE.name()));
  }

  private static GraphQLError fault(
      Throwable thrown, DataFetcherExceptionHandlerParameters parameters) {
    GraphQLContext context = parameters.getDataFetchingEnvironment().getGraphQlContext();
    if (isTimeout(sqlState(thrown), context)) {
      context.put(TIMED_OUT, true);
      return build(parameters, TOO_SLOW, Map.of("code", ErrorCode.TIMEOUT.name()));
    }
    if (NoConnection.isLoss(thrown)) {
      // Nobody sees it: without the connection there is no answer but that it was lost.
      return unavailable(thrown, "The database has gone.", parameters);
    }
    LOG.error("{} failed.", parameters.getPath(), thrown);
    return build(parameters, ErrorBodies.OUR_FAULT, Map.of("code", ErrorCode.INTERNAL.name()));
  }

  /**
   * After a stopped statement, every later one of the transaction fails too: for the same reason.
   */
  private static boolean isTimeout(@Nullable String state, GraphQLContext context) {
    return STOPPED_STATEMENT.equals(state)
        || (TRANSACTION_ABORTED.equals(state) && context.getBoolean(TIMED_OUT, false));
  }

  private static @Nullable String sqlState(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException failure) {
        return failure.getSQLState();
      }
    }
    return null;
  }

  private static Map<String, Object> extensions(BadUserInput mistake) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", ErrorCode.BAD_USER_INPUT.name());
    String argument = mistake.argument();
    if (argument != null) {
      extensions.put("argument", argument);
    }
    if (!mistake.allowed().isEmpty()) {
      extensions.put("allowed", mistake.allowed());
    }
    return extensions;
  }

  private static GraphQLError build(
      DataFetcherExceptionHandlerParameters parameters,
      String message,
      Map<String, Object> extensions) {
    GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError();
    builder.message("%s", message).path(parameters.getPath()).extensions(extensions);
    if (parameters.getSourceLocation() != null) {
      builder.location(parameters.getSourceLocation());
    }
    return builder.build();
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof CompletionException && cause != null ? unwrapped(cause) : thrown;
  }
}
