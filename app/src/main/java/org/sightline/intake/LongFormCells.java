package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.MissingReason;

/**
 * The cells that every long form has. A column that a file leaves out is blank throughout.
 *
 * @param takesSymbols whether the publishers' symbols stand for their reasons
 */
record LongFormCells(Header header, boolean takesSymbols) {
  private static final Set<MissingReason> REASONS =
      EnumSet.range(MissingReason.SUPPRESSED, MissingReason.NOT_COLLECTED);
  private static final int LONGEST_BREAKDOWN = 500;
  private static final Pattern BREAKDOWN =
      Pattern.compile("(?:[a-z0-9-]+=[A-Za-z0-9+-]+(?:;[a-z0-9-]+=[A-Za-z0-9+-]+)*)?");

  /** The text without the blanks around it; empty where the file has no such column. */
  String text(CsvRecord row, String column) {
    return header.has(column) ? row.getField(header.position(column)).strip() : "";
  }

  /**
   * A text that must be there.
   *
   * @throws RejectedRowException by rule {@code blank-cell}
   */
  String given(CsvRecord row, String column) {
    String text = text(row, column);
    if (text.isEmpty()) {
      throw new RejectedRowException(column, "blank-cell", text, "The cell is blank.");
    }
    return text;
  }

  /**
   * A breakdown's code, its dimensions in order; empty for the whole.
   *
   * @throws RejectedRowException by rule {@code bad-breakdown}
   */
  String breakdown(CsvRecord row) {
    String code = text(row, "breakdown");
    boolean isWellFormed = code.length() <= LONGEST_BREAKDOWN && BREAKDOWN.matcher(code).matches();
    Breakdown read = isWellFormed ? Breakdown.ofCode(code) : Breakdown.WHOLE;
    boolean isEachOnce = read.members().size() == code.chars().filter(one -> one == '=').count();
    if (!isWellFormed || !isEachOnce) {
      throw new RejectedRowException(
          "breakdown",
          "bad-breakdown",
          code,
          "A breakdown is empty or such as age=19-21;sex=F, each dimension once.");
    }
    if (!read.totalled().isEmpty()) {
      throw new RejectedRowException(
          "breakdown",
          "bad-breakdown",
          code,
          "'%s' is no member: it is the word by which all of a dimension is asked for. Leave '%s' out in the row of the total."
              .formatted(Breakdown.TOTAL, read.totalled().getFirst()));
    }
    return read.code();
  }

  /**
   * A figure, null where both of its cells are blank.
   *
   * @throws RejectedRowException by rule {@code both-value-and-missing}, {@code not-a-number} or
   *     {@code unknown-symbol}
   */
  @Nullable Figure figure(CsvRecord row, String column, String missingColumn) {
    String number = text(row, column);
    String missing = text(row, missingColumn);
    if (number.isEmpty() && missing.isEmpty()) {
      return null;
    }
    if (!number.isEmpty() && !missing.isEmpty()) {
      throw new RejectedRowException(
          missingColumn, "both-value-and-missing", missing, "A figure is there or it is missing.");
    }
    return missing.isEmpty() ? number(column, number) : reason(missingColumn, missing);
  }

  private Figure number(String column, String text) {
    if (FigureReader.isNumber(text)) {
      return Figure.of(text);
    }
    Figure missing = symbol(text);
    if (missing != null) {
      return missing;
    }
    throw new RejectedRowException(
        column,
        "not-a-number",
        text,
        "This is no number: digits with at most one decimal point are, without separators.");
  }

  private Figure reason(String column, String text) {
    Figure symbol = symbol(text);
    if (symbol != null) {
      return symbol;
    }
    for (MissingReason reason : REASONS) {
      if (reason.name().equals(text)) {
        return Figure.missing(reason);
      }
    }
    throw new RejectedRowException(
        column,
        "unknown-symbol",
        text,
        "The reasons are "
            + REASONS
            + (takesSymbols ? ", the symbols z, x, c, u, k and low." : "."));
  }

  private @Nullable Figure symbol(String text) {
    return takesSymbols ? FigureReader.symbol(text) : null;
  }

  /**
   * A line number.
   *
   * @throws RejectedRowException by rule {@code blank-cell} or {@code not-a-number}
   */
  int sourceLine(CsvRecord row) {
    String text = given(row, "source_line");
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new RejectedRowException(
          "source_line", "not-a-number", text, "This is no line number.");
    }
    return Integer.parseInt(text);
  }
}
