package org.sightline.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.MissingReason;

/** Reads a cell that should hold a number or one of the publisher's symbols. */
final class FigureReader {
  private static final int LONGEST_NUMBER = 40;
  private static final Map<String, Figure> SYMBOLS =
      Map.of(
          "z", Figure.missing(MissingReason.NOT_APPLICABLE),
          "x", Figure.missing(MissingReason.NOT_AVAILABLE),
          "c", Figure.missing(MissingReason.SUPPRESSED),
          "u", Figure.missing(MissingReason.LOW_RELIABILITY),
          "low", Figure.missing(MissingReason.ROUNDS_TO_ZERO),
          "k", Figure.missing(MissingReason.ROUNDS_TO_ZERO));
  private static final Map<String, Figure> OLD_SYMBOLS =
      Map.of(
          ":", Figure.missing(MissingReason.NOT_AVAILABLE),
          "~", Figure.missing(MissingReason.ROUNDS_TO_ZERO),
          "..", Figure.missing(MissingReason.NOT_AVAILABLE),
          ".", Figure.missing(MissingReason.NOT_APPLICABLE));

  private final Tally tally;

  FigureReader(Tally tally) {
    this.tally = tally;
  }

  /**
   * @param column for the message
   * @throws RejectedRowException by rule {@code blank-cell}, {@code not-a-number} or {@code
   *     unknown-symbol}
   */
  Figure read(String column, String cell) {
    String text = cell.strip();
    if (isNumber(text)) {
      return Figure.of(text);
    }
    Figure missing = SYMBOLS.get(text);
    if (missing != null) {
      return missing;
    }
    Figure formerly = OLD_SYMBOLS.get(text);
    if (formerly != null) {
      tally.warn("old-symbol " + text + " read as " + formerly.missing());
      return formerly;
    }
    throw unreadable(column, cell, text);
  }

  /** What a symbol of the publishers' present list stands for, null for any other text. */
  static @Nullable Figure symbol(String text) {
    return SYMBOLS.get(text);
  }

  private static RejectedRowException unreadable(String column, String cell, String text) {
    if (text.isEmpty()) {
      return new RejectedRowException(
          column, "blank-cell", cell, "The cell is blank; a missing figure has a symbol.");
    }
    if (text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
      return new RejectedRowException(
          column,
          "not-a-number",
          cell,
          "This is no number: digits with at most one decimal point are, without separators.");
    }
    return new RejectedRowException(
        column, "unknown-symbol", cell, "The symbols are z, x, c, u, k and low.");
  }

  /** Optional minus, digits, optionally a point and digits. */
  static boolean isNumber(@Nullable String text) {
    if (text == null || text.isEmpty() || text.length() > LONGEST_NUMBER) {
      return false;
    }
    int start = text.charAt(0) == '-' ? 1 : 0;
    int point = -1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return text.length() > start && point != start && point != text.length() - 1;
  }
}
