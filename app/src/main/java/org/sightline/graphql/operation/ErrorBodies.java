package org.sightline.graphql.operation;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Errors as they are written in an answer: each with a code, none with what is only for the log.
 */
public final class ErrorBodies {
  /** What is said when it is our fault. */
  public static final String OUR_FAULT = "Something went wrong on our side.";

  private static final Logger LOG = LoggerFactory.getLogger(ErrorBodies.class);
  private static final String CODE = "code";
  private static final int LONGEST = 1_500;

  private ErrorBodies() {}

  /** A body with one error and no data, the same to the byte whichever process writes it. */
  public static Map<String, @Nullable Object> single(ErrorCode code, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", shortened(message));
    error.put("extensions", Map.of(CODE, code.name()));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("errors", List.of(error));
    return body;
  }

  /** The errors of a result. What has no code of ours is given one by its kind. */
  static List<Map<String, Object>> of(List<? extends GraphQLError> errors) {
    return errors.stream().map(ErrorBodies::of).toList();
  }

  private static Map<String, Object> of(GraphQLError error) {
    Map<String, Object> extensions = extensions(error);
    boolean ours = ErrorCode.INTERNAL.name().equals(extensions.get(CODE));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", ours ? OUR_FAULT : shortened(String.valueOf(error.getMessage())));
    List<SourceLocation> locations = error.getLocations();
    if (locations != null && !locations.isEmpty()) {
      body.put("locations", locations.stream().map(ErrorBodies::location).toList());
    }
    List<Object> path = error.getPath();
    if (path != null) {
      body.put("path", path);
    }
    body.put("extensions", extensions);
    return body;
  }

  /** What is wrong in a document may be as long as the document: its sentence is not. */
  private static String shortened(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
  }

  private static Map<String, Object> extensions(GraphQLError error) {
    Map<String, Object> given = error.getExtensions();
    if (given != null && given.containsKey(CODE)) {
      return given;
    }
    ErrorCode code = codeOf(error.getErrorType());
    if (code == ErrorCode.INTERNAL) {
      LOG.error("An operation gave an error that no room made: {}", error);
    }
    return Map.of(CODE, code.name());
  }

  private static ErrorCode codeOf(@Nullable ErrorClassification kind) {
    return kind instanceof ErrorType type
            && switch (type) {
              case InvalidSyntax, ValidationError, OperationNotSupported -> true;
              case DataFetchingException, NullValueInNonNullableField, ExecutionAborted -> false;
            }
        ? ErrorCode.BAD_USER_INPUT
        : ErrorCode.INTERNAL;
  }

  private static Map<String, Integer> location(SourceLocation location) {
    Map<String, Integer> body = new LinkedHashMap<>();
    body.put("line", location.getLine());
    body.put("column", location.getColumn());
    return body;
  }
}
