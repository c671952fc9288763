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
import jakarta.inject.Singleton;
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
import org.sightline.graphql.document.Documents;
import org.sightline.graphql.document.VariableMistakes;
import org.sightline.tenancy.NotAMember;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.SnapshotLost;
import org.sightline.tenancy.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests: refuses what is wrong, runs what is right. */
@Singleton
public final class Operations {
  private static final Logger LOG = LoggerFactory.getLogger(Operations.class);

  private final Documents documents;
  private final GraphQL engine;
  private final List<RoomLoaders> loaders;
  private final CursorKeys cursorKeys;

  Operations(
      Documents documents, GraphQL engine, List<RoomLoaders> loaders, CursorKeys cursorKeys) {
    this.documents = documents;
    this.engine = engine;
    this.loaders = loaders;
    this.cursorKeys = cursorKeys;
  }

  /**
   * Runs one operation on the calling thread. Never throws: what fails is an answer too.
   *
   * @param requestId as the answer's header says it, for the access log
   * @param queriesOnly whether anything but a query is refused, as over GET
   */
  public Answer answer(
      GraphQlRequest request, Viewer viewer, String requestId, boolean queriesOnly) {
    PreparsedDocumentEntry entry = documents.prepare(request.query());
    Document document = entry.getDocument();
    if (document == null || entry.hasErrors()) {
      return refused(Objects.requireNonNullElse(entry.getErrors(), List.of()));
    }
    OperationChoice choice = new OperationChoice(document, request.operationName());
    Optional<OperationDefinition> operation = choice.chosen();
    if (operation.isEmpty()) {
      return new Answer(
          Answer.Kind.REFUSED, ErrorBodies.single(ErrorCode.BAD_USER_INPUT, choice.explanation()));
    }
    if (queriesOnly && operation.get().getOperation() != Operation.QUERY) {
      return new Answer(
          Answer.Kind.NOT_A_QUERY,
          ErrorBodies.single(
              ErrorCode.METHOD_NOT_ALLOWED, "Only queries are taken by GET; send this by POST."));
    }
    Question asked =
        new Question(
            requestId, operation.get().getName(), () -> signature(document, operation.get()));
    return run(request, viewer, asked, entry, document);
  }

  /**
   * The operation alone, without its literals: the log's readers learn what was asked, not of whom.
   */
  private static String signature(Document document, OperationDefinition operation) {
    return AstPrinter.printAst(new AstSignature().signatureQuery(document, operation.getName()));
  }

  private Answer run(
      GraphQlRequest request,
      Viewer viewer,
      Question asked,
      PreparsedDocumentEntry entry,
      Document document) {
    try {
      ExecutionResult result = engine.execute(input(request, viewer, asked, entry));
      if (result.isDataPresent()) {
        return new Answer(Answer.Kind.EXECUTED, body(result));
      }
      List<GraphQLError> mistakes =
          VariableMistakes.find(
              engine.getGraphQLSchema(), document, request.operationName(), request.variables());
      return refused(mistakes.isEmpty() ? result.getErrors() : mistakes);
    } catch (NotAMember e) {
      LOG.info("A request was refused: {}", e.getMessage());
      return new Answer(
          Answer.Kind.NOT_A_MEMBER, ErrorBodies.single(ErrorCode.FORBIDDEN, e.message()));
    } catch (SnapshotLost e) {
      return new Answer(
          Answer.Kind.FAILED, ErrorBodies.single(ErrorCode.TIMEOUT, FetcherErrors.TOO_SLOW));
    } catch (RuntimeException e) {
      LOG.error("An operation failed as a whole.", e);
      return new Answer(
          Answer.Kind.FAILED, ErrorBodies.single(ErrorCode.INTERNAL, ErrorBodies.OUR_FAULT));
    }
  }

  private ExecutionInput input(
      GraphQlRequest request, Viewer viewer, Question asked, PreparsedDocumentEntry entry) {
    DataLoaderRegistry registry = new DataLoaderRegistry();
    loaders.forEach(room -> room.register(registry));
    ExecutionInput input =
        ExecutionInput.newExecutionInput()
            .query(request.query())
            .operationName(request.operationName())
            .variables(request.variables())
            .dataLoaderRegistry(registry)
            .locale(Locale.ROOT)
            .graphQLContext(
                Map.of(
                    Viewer.class, viewer,
                    Question.class, asked,
                    CursorKeys.class, cursorKeys,
                    PreparsedDocumentEntry.class, entry))
            .build();
    DataLoaderDispatchingContextKeys.setEnableDataLoaderExhaustedDispatching(
        input.getGraphQLContext(), true);
    return input;
  }

  private static Answer refused(List<? extends GraphQLError> errors) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("errors", ErrorBodies.of(errors));
    boolean isUnreadable =
        errors.stream().anyMatch(error -> error.getErrorType() == ErrorType.InvalidSyntax);
    return new Answer(isUnreadable ? Answer.Kind.UNREADABLE : Answer.Kind.REFUSED, body);
  }

  private static Map<String, @Nullable Object> body(ExecutionResult result) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    if (!result.getErrors().isEmpty()) {
      body.put("errors", ErrorBodies.of(result.getErrors()));
    }
    body.put("data", result.getData());
    if (result.getExtensions() != null && !result.getExtensions().isEmpty()) {
      body.put("extensions", result.getExtensions());
    }
    return body;
  }
}
