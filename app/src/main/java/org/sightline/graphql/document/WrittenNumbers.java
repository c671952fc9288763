package org.sightline.graphql.document;

/**
 * Counts the characters of all numbers in a document, before it is parsed: to the parser each costs
 * a hundred times what a character of a name does. Texts, comments and names are passed over.
 */
final class WrittenNumbers {
  private static final String BLOCK = "\"\"\"";

  private final String text;
  private int at;

  private WrittenNumbers(String text) {
    this.text = text;
  }

  /** How many there are in all, signs, points and exponents included. */
  static int charactersIn(String text) {
    return new WrittenNumbers(text).characters();
  }

  private int characters() {
    int characters = 0;
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next == '#') {
        passComment();
      } else if (next == '"') {
        passText();
      } else if (isDigit(next) || next == '-') {
        characters += numberLength();
      } else if (isOfAName(next)) {
        passName();
      } else {
        at++;
      }
    }
    return characters;
  }

  private int numberLength() {
    int begun = at;
    while (at < text.length() && isOfANumber(text.charAt(at))) {
      at++;
    }
    return at - begun;
  }

  private void passName() {
    while (at < text.length() && (isOfAName(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
  }

  private void passComment() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
  }

  private void passText() {
    String end = text.startsWith(BLOCK, at) ? BLOCK : "\"";
    at += end.length();
    passTo(end);
  }

  /** Behind the next of these that no backslash stands before, or to the end. */
  private void passTo(String end) {
    while (at < text.length() && !text.startsWith(end, at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at += end.length();
  }

  private static boolean isDigit(char one) {
    return one >= '0' && one <= '9';
  }

  private static boolean isOfANumber(char one) {
    return isDigit(one) || one == '.' || one == 'e' || one == 'E' || one == '+' || one == '-';
  }

  private static boolean isOfAName(char one) {
    return one == '_' || (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
  }
}
