package org.sightline.graphql;

import org.jspecify.annotations.Nullable;

/** Texts that people write into an input. */
public final class WrittenText {
  private WrittenText() {}

  /**
   * The text without the blanks around it. It must say something, be no longer than it may, and
   * hold no control character but tabs and ends of lines.
   *
   * @param field the input's field
   * @param errors is told what is wrong; then the text is not to be kept
   */
  public static String read(String field, @Nullable String text, int longest, UserErrors errors) {
    String written = text == null ? "" : text.strip();
    errors.addIf(written.isEmpty(), field, "EMPTY", "Write something into " + field + ".");
    errors.addIf(
        written.length() > longest,
        field,
        "TOO_LONG",
        "%s has %d characters and may have %d.".formatted(field, written.length(), longest));
    errors.addIf(
        written.chars().anyMatch(WrittenText::isUnprintable),
        field,
        "NOT_ALLOWED",
        field + " holds a control character; only tabs and ends of lines are allowed.");
    return written;
  }

  private static boolean isUnprintable(int character) {
    return Character.isISOControl(character)
        && character != '\t'
        && character != '\n'
        && character != '\r';
  }
}
