package org.sightline.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;

/**
 * Words as people type them: several words, "a phrase", -word, or.
 *
 * @param words not blank, without characters that no text holds
 */
record SearchText(String words) {
  private static final String ARGUMENT = "search";
  private static final int LONGEST = 200;

  /**
   * What is searched; nothing where nothing is said.
   *
   * @throws BadUserInput when it is too long
   */
  static Optional<SearchText> read(@Nullable String asked) {
    if (asked == null) {
      return Optional.empty();
    }
    int length = asked.codePointCount(0, asked.length());
    if (length > LONGEST) {
      throw new BadUserInput(
          "A search has up to %d characters; this one has %d. A few words find more than a sentence."
              .formatted(LONGEST, length),
          ARGUMENT);
    }
    String words = readable(asked).strip();
    return words.isEmpty() ? Optional.empty() : Optional.of(new SearchText(words));
  }

  /** That there is nothing in it to search for. */
  BadUserInput saysNothing() {
    return new BadUserInput(
        "'%s' has no word to search for: words such as 'the' and 'of' stand in every text. Name what it is about."
            .formatted(words),
        ARGUMENT);
  }

  /** Blanks instead of what is no text: controls, halves of characters, private use. */
  private static String readable(String asked) {
    return asked
        .codePoints()
        .map(character -> isText(character) ? character : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isText(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
