package org.sightline.graphql.document;

import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import org.jspecify.annotations.Nullable;

/** Says where a text stops being a GraphQL document, and what the likeliest reason is. */
final class SyntaxMistakes {
  private static final int LONGEST_TOKEN = 40;

  private SyntaxMistakes() {}

  static String explain(InvalidSyntaxException mistake) {
    String token = mistake.getOffendingToken();
    if (token != null && token.contains("<EOF>")) {
      return "The document ends too early%s: is a closing bracket missing, or all of it?"
          .formatted(place(mistake.getLocation()));
    }
    // The lexer's own complaint names the character; there is no token yet.
    boolean singleQuote = token == null && String.valueOf(mistake.getMessage()).contains("'''");
    return "This is not GraphQL%s%s.%s"
        .formatted(
            place(mistake.getLocation()),
            token == null ? "" : ": '" + shortened(token) + "' does not belong here",
            singleQuote ? " Texts are written in double quotes." : "");
  }

  private static String place(@Nullable SourceLocation location) {
    return location == null
        ? ""
        : " at line %d, column %d".formatted(location.getLine(), location.getColumn());
  }

  private static String shortened(String token) {
    return token.length() <= LONGEST_TOKEN ? token : token.substring(0, LONGEST_TOKEN) + "...";
  }
}
