package org.sightline.intake;

/**
 * A row that was not taken.
 *
 * @param line the file's line, counted from 1 with the header
 * @param column the column at fault, as the file names it
 * @param rule stable identifier in kebab-case, such as {@code unknown-area}
 * @param value what the file holds there, cut after 200 characters; NUL characters are replaced
 * @param message what is wrong, in a sentence
 */
public record Rejection(int line, String column, String rule, String value, String message) {
  private static final int LONGEST_VALUE = 200;
  private static final int LONGEST_MESSAGE = 1000;

  public Rejection {
    column = storable(column, LONGEST_VALUE);
    value = storable(value, LONGEST_VALUE);
    message = storable(message, LONGEST_MESSAGE);
  }

  private static String storable(String text, int longest) {
    String cut = text.length() <= longest ? text : text.substring(0, longest);
    return cut.replace('\u0000', '\uFFFD');
  }
}
