package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.Polarity;
import org.sightline.indicator.dictionary.DictionaryEntry;

/** Reads the DfE LAIT data dictionary: one measure a row, with cells of several lines. */
final class DictionaryRows implements FileRows {
  private static final Set<String> COLUMNS =
      new LinkedHashSet<>(
          List.of(
              "Measure_code",
              "Topic",
              "Measure",
              "Chart_title",
              "Measure_short",
              "Polarity",
              "y_axis_name",
              "state_funded_flag",
              "Table_status",
              "Description",
              "Last Update",
              "Next Update",
              "Data Owner (DO) /Supplier and Contact Details",
              "Methodology",
              "Hyperlink(s)",
              "dps",
              "Year_Type",
              "No_Quartile"));

  /** What the dictionary writes where it says nothing. */
  private static final Set<String> NOTHING = Set.of("", "NA", "-");

  /** Day 0 of a spreadsheet's days. */
  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

  /** 1 January 1990 to 31 December 2099: what a day of a publication can be. */
  private static final int FIRST_DAY = 32_874;

  private static final int LAST_DAY = 73_050;
  private static final int MOST_DECIMALS = 6;

  private final Header header;
  private final List<DictionaryEntry> entries = new ArrayList<>();
  private final Map<List<String>, Integer> lines = new HashMap<>();

  /**
   * @throws ImportRefusedException when the file does not have these columns
   */
  DictionaryRows(String mapping, Header header) {
    header.require("the mapping " + mapping + " (data dictionary)", COLUMNS);
    this.header = header;
  }

  @Override
  public @Nullable String release() {
    return null;
  }

  @Override
  public List<DictionaryEntry> entries() {
    return Collections.unmodifiableList(entries);
  }

  @Override
  public boolean read(CsvRecord row, List<StagedRow> into) {
    DictionaryEntry entry = entry(row);
    @Nullable Integer first =
        lines.putIfAbsent(List.of(entry.topic(), entry.measure()), entry.sourceLine());
    if (first != null) {
      throw new RejectedRowException(
          "Measure_short",
          "duplicate-row",
          entry.measure(),
          "The row gives the same topic and short name as line " + first + "; the first counts.");
    }
    entries.add(entry);
    return true;
  }

  private DictionaryEntry entry(CsvRecord row) {
    return new DictionaryEntry(
        given(row, "Topic"),
        given(row, "Measure_short"),
        said(row, "Measure_code"),
        given(row, "Measure"),
        text(row, "Chart_title"),
        text(row, "y_axis_name"),
        polarity(row),
        decimals(row),
        given(row, "Year_Type"),
        noQuartile(row),
        said(row, "Description"),
        said(row, "Methodology"),
        said(row, "Table_status"),
        day(row, "Last Update"),
        words(row, "Last Update"),
        day(row, "Next Update"),
        words(row, "Next Update"),
        said(row, "Data Owner (DO) /Supplier and Contact Details"),
        Arrays.stream(text(row, "Hyperlink(s)").split("\\s+", -1))
            .filter(link -> !NOTHING.contains(link))
            .toList(),
        Math.toIntExact(row.getStartingLineNumber()));
  }

  private static RejectedRowException unknown(
      String column, String rule, String value, String allowed) {
    return new RejectedRowException(column, rule, value, "Allowed: " + allowed + ".");
  }

  private @Nullable Polarity polarity(CsvRecord row) {
    String text = text(row, "Polarity");
    return switch (text) {
      case "High" -> Polarity.HIGHER_IS_BETTER;
      case "Low" -> Polarity.LOWER_IS_BETTER;
      case "-" -> Polarity.NEUTRAL;
      case "NA", "" -> null;
      default ->
          throw unknown("Polarity", "unknown-polarity", text, "High, Low, - for neither, and NA");
    };
  }

  private @Nullable Integer decimals(CsvRecord row) {
    @Nullable String text = said(row, "dps");
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9]") || Integer.parseInt(text) > MOST_DECIMALS) {
      throw unknown("dps", "not-decimals", text, "whole numbers from 0 to 6, and NA");
    }
    return Integer.valueOf(text);
  }

  private boolean noQuartile(CsvRecord row) {
    @Nullable String text = said(row, "No_Quartile");
    if (text != null && !text.equals("N")) {
      throw unknown("No_Quartile", "unknown-flag", text, "N for no quartiles, and NA");
    }
    return text != null;
  }

  /** Days are written as a spreadsheet counts them: 45809 is 1 June 2025. */
  private @Nullable LocalDate day(CsvRecord row, String column) {
    String text = text(row, column);
    if (!text.matches("[0-9]{1,9}")) {
      return null;
    }
    int days = Integer.parseInt(text);
    if (days < FIRST_DAY || days > LAST_DAY) {
      throw new RejectedRowException(
          column,
          "not-a-day",
          text,
          "A number here is a day as spreadsheets count them, from 32874 (1 January 1990) to 73050 (31 December 2099).");
    }
    return DAY_0.plusDays(days);
  }

  /** What stands where a day is not given, such as TBC or Discontinued. */
  private @Nullable String words(CsvRecord row, String column) {
    @Nullable String text = said(row, column);
    return text == null || text.matches("[0-9]{1,9}") ? null : text;
  }

  private String given(CsvRecord row, String column) {
    @Nullable String text = said(row, column);
    if (text == null) {
      throw new RejectedRowException(column, "blank-cell", "", column + " is not given.");
    }
    return text;
  }

  private @Nullable String said(CsvRecord row, String column) {
    String text = text(row, column);
    return NOTHING.contains(text) ? null : text;
  }

  private String text(CsvRecord row, String column) {
    return row.getField(header.position(column)).strip();
  }
}
