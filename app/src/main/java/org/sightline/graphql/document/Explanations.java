package org.sightline.graphql.document;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Retells validation's errors so that they say what the schema has instead. */
final class Explanations {
  private static final int MOST_ERRORS = 10;
  private static final Pattern PREFIX =
      Pattern.compile("^Validation error( \\([^)]*\\))?\\s*:\\s*", Pattern.CASE_INSENSITIVE);

  private Explanations() {}

  /** At most ten errors, in the order of the document's mistakes, none said twice. */
  static List<GraphQLError> of(
      GraphQLSchema schema, Document document, List<ValidationError> errors) {
    if (errors.isEmpty()) {
      return List.of();
    }
    Map<Mistakes.Place, String> sentences = Mistakes.in(schema, document);
    Map<String, @Nullable List<SourceLocation>> said = new LinkedHashMap<>();
    errors.stream()
        .sorted(Comparator.comparing(Explanations::followsFromAnother))
        .forEach(error -> said.putIfAbsent(sentence(error, sentences), error.getLocations()));
    return said.entrySet().stream()
        .limit(MOST_ERRORS)
        .map(entry -> Refusals.wrong(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** A misspelt argument is also a missing one: what was misspelt is said first. */
  private static boolean followsFromAnother(ValidationError error) {
    return error.getValidationErrorType() == ValidationErrorType.MissingFieldArgument;
  }

  private static String sentence(ValidationError error, Map<Mistakes.Place, String> sentences) {
    List<SourceLocation> locations = error.getLocations();
    if (locations != null && !locations.isEmpty()) {
      String sentence =
          sentences.get(new Mistakes.Place(error.getValidationErrorType(), locations.getFirst()));
      if (sentence != null) {
        return sentence;
      }
    }
    String plain = PREFIX.matcher(String.valueOf(error.getMessage())).replaceFirst("");
    return plain.endsWith(".") ? plain : plain + ".";
  }
}
