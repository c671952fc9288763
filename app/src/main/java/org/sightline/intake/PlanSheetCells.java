package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.Status;

/**
 * The cells of one row of a plan's sheet. A column that the sheet leaves out is blank throughout.
 */
record PlanSheetCells(PlanColumns columns, CsvRecord row) {
  private static final DateTimeFormatter BRITISH =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final int EARLIEST = 1990;
  private static final int LATEST = 2100;

  /** A formula that nothing has computed, or one that failed. */
  private static final Pattern FORMULA =
      Pattern.compile("=.*|#(REF|N/A|VALUE|NAME|DIV/0|NUM|NULL|SPILL|CALC)[!?]?", Pattern.DOTALL);

  private static final Pattern DASH = Pattern.compile("[-\u2013\u2014]");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");

  /** The line of the file. */
  int line() {
    return Math.toIntExact(row.getStartingLineNumber());
  }

  /**
   * The text without the blanks around it, empty where there is none.
   *
   * @throws RejectedRowException by rule {@code formula-cell}, {@code too-long} or {@code
   *     unprintable}
   */
  String text(String column, int longest) {
    if (!columns.has(column)) {
      return "";
    }
    String text = row.getField(columns.position(column)).strip();
    if (FORMULA.matcher(text).matches()) {
      throw rejected(
          column,
          "formula-cell",
          text,
          "The cell holds a formula without a value: write the value itself.");
    }
    if (text.length() > longest) {
      throw rejected(
          column,
          "too-long",
          text,
          "The text has %d characters and may have %d.".formatted(text.length(), longest));
    }
    if (text.chars().anyMatch(one -> Character.isISOControl(one) && "\t\r\n".indexOf(one) < 0)) {
      throw rejected(column, "unprintable", text, "The text holds a control character.");
    }
    return text;
  }

  /** A text, or null where the cell is blank. */
  @Nullable String optional(String column, int longest) {
    String text = text(column, longest);
    return text.isEmpty() ? null : text;
  }

  /**
   * A text that must be there.
   *
   * @throws RejectedRowException by rule {@code blank-cell} too
   */
  String given(String column, int longest) {
    String text = text(column, longest);
    if (text.isEmpty()) {
      throw rejected(column, "blank-cell", "", "The cell is blank.");
    }
    return text;
  }

  /**
   * A day, or null where the cell is blank.
   *
   * @throws RejectedRowException by rule {@code not-a-day}
   */
  @Nullable LocalDate day(String column) {
    String text = text(column, 100);
    if (text.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = text.contains("/") ? LocalDate.parse(text, BRITISH) : LocalDate.parse(text);
      if (day.getYear() >= EARLIEST && day.getYear() <= LATEST) {
        return day;
      }
    } catch (DateTimeException e) {
      throw notADay(column, text);
    }
    throw notADay(column, text);
  }

  private RejectedRowException notADay(String column, String text) {
    return rejected(
        column,
        "not-a-day",
        text,
        "A day is written as 31/03/2025 or 2025-03-31, and lies between %d and %d."
            .formatted(EARLIEST, LATEST));
  }

  /**
   * A count of actions: null where the cell is blank, which says nothing; 0 where it is a dash.
   *
   * @throws RejectedRowException by rule {@code not-a-count}
   */
  @Nullable Integer count(String column) {
    String text = text(column, 100);
    if (text.isEmpty()) {
      return null;
    }
    if (DASH.matcher(text).matches()) {
      return 0;
    }
    if (!COUNT.matcher(text).matches()) {
      throw rejected(
          column,
          "not-a-count",
          text,
          "A count is a whole number, 0 or a dash for none, or blank where it is not stated.");
    }
    return Integer.valueOf(text);
  }

  /**
   * A status of the plan's scheme, or null where the cell is blank.
   *
   * @throws RejectedRowException by rule {@code unknown-status}
   */
  @Nullable Status status(SheetScheme scheme) {
    String text = text("status", 200);
    if (text.isEmpty()) {
      return null;
    }
    return scheme
        .find(text)
        .orElseThrow(
            () ->
                rejected(
                    "status",
                    "unknown-status",
                    text,
                    "'%s' is no status of the scheme %s. Allowed: %s."
                        .formatted(text, scheme.name(), scheme.allowed())));
  }

  /** A rejection of this row, by the column's name in the file. */
  RejectedRowException rejected(String column, String rule, String value, String sentence) {
    return new RejectedRowException(columns.title(column), rule, value, sentence);
  }

  /** Words as they are compared: without regard to case and to the blanks between them. */
  static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
