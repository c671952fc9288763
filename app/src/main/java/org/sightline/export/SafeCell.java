package org.sightline.export;

/** Cells of CSV files that people open in spreadsheets. */
public final class SafeCell {
  /** The wide ones too, which some spreadsheets take for the others. */
  private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private SafeCell() {}

  /**
   * The text as a cell that no spreadsheet takes for a formula: one that looks like it gets an
   * apostrophe before it. Not for numbers.
   */
  public static String of(String text) {
    boolean looksLikeFormula = !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0;
    return looksLikeFormula ? "'" + text : text;
  }
}
