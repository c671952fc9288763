package org.sightline.graphql.document;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.ErrorCode;

/** The errors of documents that are refused before they run. */
public final class Refusals {
  private Refusals() {}

  /** The error of a text that is no GraphQL. */
  static GraphQLError unreadable(String message, @Nullable SourceLocation location) {
    GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError();
    return builder
        .message("%s", message)
        .errorType(ErrorType.InvalidSyntax)
        .locations(location == null ? List.of() : List.of(location))
        .extensions(Map.of("code", ErrorCode.BAD_USER_INPUT.name()))
        .build();
  }

  static GraphQLError wrong(String message, @Nullable SourceLocation location) {
    return error(
        message,
        location == null ? List.of() : List.of(location),
        Map.of("code", ErrorCode.BAD_USER_INPUT.name()));
  }

  static GraphQLError wrong(String message, @Nullable List<SourceLocation> locations) {
    return error(
        message,
        locations == null ? List.of() : locations,
        Map.of("code", ErrorCode.BAD_USER_INPUT.name()));
  }

  /**
   * The error of a document that passes a limit.
   *
   * @param limit the setting's name, such as {@code depth}
   * @param sentence says what was passed, with one place for the limit
   */
  public static GraphQLError tooCostly(String limit, long most, String sentence) {
    return tooCostly(limit, most, sentence, Map.of());
  }

  /**
   * The error of a document that passes a limit.
   *
   * @param limit the setting's name, such as {@code depth}
   * @param sentence says what was passed, with one place for the limit
   * @param more extensions beside the code and the limit
   */
  public static GraphQLError tooCostly(
      String limit, long most, String sentence, Map<String, Object> more) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("limit", Map.of("name", limit, "most", most));
    extensions.putAll(more);
    String number = String.format(Locale.ROOT, "%,d", most);
    return of(ErrorCode.QUERY_TOO_COSTLY, sentence.formatted(number), extensions);
  }

  /** The error of an operation that asks for what cannot be. */
  public static GraphQLError wrong(BadUserInput mistake) {
    @Nullable String argument = mistake.argument();
    return of(
        ErrorCode.BAD_USER_INPUT,
        mistake.message(),
        argument == null ? Map.of() : Map.of("argument", argument));
  }

  /**
   * The error of an operation that may not run.
   *
   * @param more extensions beside the code
   */
  public static GraphQLError of(ErrorCode code, String message, Map<String, Object> more) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", code.name());
    extensions.putAll(more);
    return error(message, List.of(), extensions);
  }

  private static GraphQLError error(
      String message, List<SourceLocation> locations, Map<String, Object> extensions) {
    // The message is an argument, because the builder would read its per cent signs as a format.
    GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError();
    return builder.message("%s", message).locations(locations).extensions(extensions).build();
  }
}
