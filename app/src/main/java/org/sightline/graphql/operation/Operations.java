package org.sightline.graphql.operation;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.AstPrinter;
import graphql.language.AstSignature;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.ErrorCode;
import org.sightline.graphql.RoomLoaders;
import org.sightline.graphql.connection.CursorKeys;
import org.sightline.graphql.cost.Charge;
import org.sightline.graphql.document.ConditionMistakes;
import org.sightline.graphql.document.Documents;
import org.sightline.graphql.document.VariableMistakes;
import org.sightline.tenancy.NoConnection;
import org.sightline.tenancy.NotAMember;
import org.sightline.tenancy.OperationStopped;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.SnapshotLost;
import org.sightline.tenancy.SqlFailure;
import org.sightline.tenancy.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests: refuses what is wrong or costs too much, runs what is right. */
@Singleton
public final class Operations {
  private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

  private final Documents documents;
  private final GraphQL engine;
  private final List<RoomLoaders> loaders;
  private final CursorKeys cursorKeys;
  private final List<OperationObserver> observers;
  private final Duration queryTimeout;
  private final Duration changeTimeout;

  /**
   * One request on its way.
   *
   * @param entry its valid document
   * @param begun when it was handed over, from which its time counts
   */
  private record Chosen(
      GraphQlRequest request,
      Call call,
      PreparsedDocumentEntry entry,
      OperationDefinition operation,
      Instant begun) {
    Charge charge() {
      return call.charge();
    }

    Document document() {
      return Objects.requireNonNull(entry.getDocument());
    }

    boolean isQuery() {
      return operation.getOperation() == Operation.QUERY;
    }
  }

  Operations(
      Documents documents,
      GraphQL engine,
      List<RoomLoaders> loaders,
      CursorKeys cursorKeys,
      List<OperationObserver> observers,
      @Value("${sightline.limits.request-timeout:5s}") Duration queryTimeout,
      @Value("${sightline.limits.change-timeout:30s}") Duration changeTimeout) {
    this.documents = documents;
    this.engine = engine;
    this.loaders = loaders;
    this.cursorKeys = cursorKeys;
    this.observers = observers;
    this.queryTimeout = queryTimeout;
    this.changeTimeout = changeTimeout;
  }

  /**
   * Takes what every request costs, before anything of it is read.
   *
   * @return the answer to whom nothing is left; empty for all others
   */
  public Optional<Answer> refusalAtTheDoor(Charge charge) {
    Optional<Answer> refusal =
        charge.refusalAtTheDoor().map(error -> refused(List.of(error), charge));
    if (refusal.isPresent()) {
      observers.forEach(OperationObserver::refusedAtTheDoor);
    }
    return refusal;
  }

  /**
   * Runs one operation on the calling thread. What fails is an answer too: nothing is thrown but
   * what no program survives, such as a lack of memory. Its time counts from here; how long the
   * request takes to be read is another matter, before.
   *
   * @param call who sends it, and how
   */
  public Answer answer(GraphQlRequest request, Call call) {
    Observation observation = new Observation(request, call);
    Answer answer = answered(request, call, observation);
    Observed observed = observation.ended(answer);
    observers.forEach(observer -> tell(observer, observed));
    return answer;
  }

  /** Whoever watches keeps nobody from an answer. */
  private static void tell(OperationObserver observer, Observed observed) {
    try {
      observer.ended(observed);
    } catch (RuntimeException e) {
      LOG.error("{} failed.", observer.getClass().getName(), e);
    }
  }

  private Answer answered(GraphQlRequest request, Call call, Observation observation) {
    try {
      return examined(request, call, observation);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("An operation failed as a whole.", e);
      return failed(Answer.Kind.FAILED, ErrorCode.INTERNAL, ErrorBodies.OUR_FAULT);
    }
  }

  private Answer examined(GraphQlRequest request, Call call, Observation observation) {
    Charge charge = call.charge();
    PreparsedDocumentEntry entry = documents.prepare(request.query());
    Document document = entry.getDocument();
    if (document == null || entry.hasErrors()) {
      return refused(Objects.requireNonNullElse(entry.getErrors(), List.of()), charge);
    }
    Optional<GraphQLError> tooLarge = documents.refusal(request.variables());
    if (tooLarge.isPresent()) {
      return refused(List.of(tooLarge.get()), charge);
    }
    OperationChoice choice = new OperationChoice(document, request.operationName());
    return choice
        .chosen()
        .map(
            operation -> {
              observation.chose(operation);
              return answer(new Chosen(request, call, entry, operation, observation.begun()));
            })
        .orElseGet(
            () -> failed(Answer.Kind.REFUSED, ErrorCode.BAD_USER_INPUT, choice.explanation()));
  }

  private Answer answer(Chosen chosen) {
    if (chosen.call().queriesOnly() && !chosen.isQuery()) {
      return failed(
          Answer.Kind.NOT_A_QUERY,
          ErrorCode.METHOD_NOT_ALLOWED,
          "Only queries are taken by GET; send this by POST.");
    }
    Optional<GraphQLError> mistake =
        ConditionMistakes.find(chosen.document(), chosen.operation(), chosen.request().variables());
    if (mistake.isPresent()) {
      return refused(List.of(mistake.get()), chosen.charge());
    }
    Duration longest = chosen.isQuery() ? queryTimeout : changeTimeout;
    Duration left = longest.minus(Duration.between(chosen.begun(), Instant.now()));
    try (Deadline _ = new Deadline(chosen.call().running(), left)) {
      return run(chosen);
    }
  }

  /**
   * The operation alone, without its literals: the log's readers learn what was asked, not of whom.
   */
  private static String signature(Document document, OperationDefinition operation) {
    return AstPrinter.printAst(new AstSignature().signatureQuery(document, operation.getName()));
  }

  private Answer run(Chosen chosen) {
    try {
      ExecutionInput input = input(chosen);
      chosen.call().running().whenStopped(input::cancel);
      ExecutionResult result = chosen.call().running().call(() -> engine.execute(input));
      return chosen.call().running().stopped().isPresent() ? tooSlow() : answer(chosen, result);
    } catch (NotAMember e) {
      LOG.info("A request was refused: {}", e.getMessage());
      return failed(Answer.Kind.NOT_A_MEMBER, ErrorCode.FORBIDDEN, e.message());
    } catch (SnapshotLost | OperationStopped e) {
      return tooSlow();
    } catch (SqlFailure e) {
      if (e.wasStopped()) {
        return tooSlow();
      }
      throw e;
    } catch (NoConnection e) {
      LOG.warn("There was no connection to the database in time, or it was lost.", e);
      return new Answer(
          Answer.Kind.TOO_SLOW, ErrorBodies.single(ErrorCode.UNAVAILABLE, e.message()), 1);
    }
  }

  private Answer answer(Chosen chosen, ExecutionResult result) {
    if (result.isDataPresent()) {
      return new Answer(Answer.Kind.EXECUTED, body(result, chosen.charge()));
    }
    GraphQlRequest request = chosen.request();
    List<GraphQLError> mistakes =
        VariableMistakes.find(
            engine.getGraphQLSchema(),
            chosen.document(),
            request.operationName(),
            request.variables());
    return refused(mistakes.isEmpty() ? result.getErrors() : mistakes, chosen.charge());
  }

  private ExecutionInput input(Chosen chosen) {
    DataLoaderRegistry registry = new DataLoaderRegistry();
    loaders.forEach(room -> room.register(registry));
    GraphQlRequest request = chosen.request();
    ExecutionInput input =
        ExecutionInput.newExecutionInput()
            .query(request.query())
            .operationName(request.operationName())
            .variables(request.variables())
            .dataLoaderRegistry(registry)
            .locale(Locale.ROOT)
            .graphQLContext(
                Map.of(
                    Viewer.class, chosen.call().viewer(),
                    Question.class, question(chosen),
                    Charge.class, chosen.charge(),
                    CursorKeys.class, cursorKeys,
                    PreparsedDocumentEntry.class, chosen.entry()))
            .build();
    DataLoaderDispatchingContextKeys.setEnableDataLoaderExhaustedDispatching(
        input.getGraphQLContext(), true);
    return input;
  }

  private static Question question(Chosen chosen) {
    OperationDefinition operation = chosen.operation();
    return new Question(
        chosen.call().requestId(),
        operation.getName(),
        () -> signature(chosen.document(), operation));
  }

  private static Answer tooSlow() {
    return failed(Answer.Kind.TOO_SLOW, ErrorCode.TIMEOUT, FetcherErrors.TOO_SLOW);
  }

  private static Answer failed(Answer.Kind kind, ErrorCode code, String message) {
    return new Answer(kind, ErrorBodies.single(code, message));
  }

  private static Answer refused(List<? extends GraphQLError> errors, Charge charge) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("errors", ErrorBodies.of(errors));
    long seconds = charge.secondsToWait();
    return new Answer(seconds > 0 ? Answer.Kind.RATE_LIMITED : kind(errors), body, seconds);
  }

  private static Answer.Kind kind(List<? extends GraphQLError> errors) {
    boolean isUnreadable =
        errors.stream().anyMatch(error -> error.getErrorType() == ErrorType.InvalidSyntax);
    return isUnreadable ? Answer.Kind.UNREADABLE : Answer.Kind.REFUSED;
  }

  private static Map<String, @Nullable Object> body(ExecutionResult result, Charge charge) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    if (!result.getErrors().isEmpty()) {
      body.put("errors", ErrorBodies.of(result.getErrors()));
    }
    body.put("data", result.getData());
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("cost", charge.written());
    body.put("extensions", extensions);
    return body;
  }
}
