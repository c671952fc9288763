package org.sightline.graphql.document;

import graphql.parser.InvalidSyntaxException;

/** Says what is wrong with a text that is no GraphQL document. */
final class SyntaxMistakes {
  private SyntaxMistakes() {}

  static String explain(InvalidSyntaxException mistake) {
    String message = String.valueOf(mistake.getMessage());
    String sentence = message.endsWith(".") ? message : message + ".";
    return sentence + hint(mistake);
  }

  private static String hint(InvalidSyntaxException mistake) {
    String token = mistake.getOffendingToken();
    String preview = mistake.getSourcePreview();
    if (token != null && token.contains("<EOF>")) {
      return " The document ends too early: is a closing bracket missing?";
    }
    boolean singleQuote = String.valueOf(mistake.getMessage()).contains("'''");
    if (singleQuote || (token != null && token.startsWith("'"))) {
      return " Texts are written in double quotes.";
    }
    if (preview != null && preview.isBlank()) {
      return " The document is empty.";
    }
    return "";
  }
}
