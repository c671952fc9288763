package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Suggestions;

/** Reads a council's own return: one observation a row, of the council itself. */
final class ReturnRows implements FileRows {
  private static final Set<String> REQUIRED =
      new LinkedHashSet<>(List.of("indicator", "period", "value"));
  private static final Set<String> OPTIONAL =
      new LinkedHashSet<>(
          List.of(
              "period_type",
              "area",
              "breakdown",
              "missing",
              "numerator",
              "numerator_missing",
              "denominator",
              "denominator_missing",
              "source_file",
              "source_line",
              "note"));

  /** More different periods or breakdowns than any return has: they are held in memory. */
  private static final int MOST_NAMES = 20_000;

  private static final int LONGEST_SOURCE = 200;

  private final LongFormCells cells;
  private final Map<String, IndicatorFacts> indicators;
  private final ReturnArea area;
  private final Names names;
  private final LocalDate today;
  private final Map<PeriodText, Integer> periods = new HashMap<>();

  private record PeriodText(String text, String type) {}

  /**
   * @param indicators every one, by code
   * @param today the day on which the return comes
   * @throws ImportRefusedException when the file does not have these columns
   */
  ReturnRows(
      Header header,
      Map<String, IndicatorFacts> indicators,
      ReturnArea area,
      Names names,
      LocalDate today) {
    header.require(REQUIRED, OPTIONAL);
    this.cells = new LongFormCells(header, true);
    this.indicators = indicators;
    this.area = area;
    this.names = names;
    this.today = today;
  }

  @Override
  public @Nullable String release() {
    return null;
  }

  @Override
  public boolean read(CsvRecord row, List<StagedRow> into) {
    IndicatorFacts indicator = indicator(row);
    int period = period(row);
    int areaId = area.of(cells.text(row, "area"));
    Figure value = cells.figure(row, "value", "missing");
    if (value == null) {
      throw new RejectedRowException(
          "value", "blank-cell", "", "Neither value nor missing is given.");
    }
    Figure numerator = cells.figure(row, "numerator", "numerator_missing");
    Figure denominator = cells.figure(row, "denominator", "denominator_missing");
    PossibleFigures.check(indicator, value, numerator, denominator);
    int line = Math.toIntExact(row.getStartingLineNumber());
    String source = cells.text(row, "source_file");
    into.add(
        new StagedRow(
            indicator.id(),
            period,
            names.breakdown(cells.breakdown(row)),
            areaId,
            value,
            numerator,
            denominator,
            false,
            0,
            0,
            0,
            source.isEmpty()
                ? null
                : source.substring(0, Math.min(source.length(), LONGEST_SOURCE)),
            cells.text(row, "source_line").isEmpty() ? line : cells.sourceLine(row),
            line));
    refuseTooManyNames();
    return true;
  }

  private IndicatorFacts indicator(CsvRecord row) {
    String code = cells.given(row, "indicator");
    IndicatorFacts indicator = indicators.get(code);
    if (indicator == null) {
      throw new RejectedRowException(
          "indicator",
          "unknown-indicator",
          code,
          "There is no indicator of this code."
              + Suggestions.didYouMean(code, indicators.keySet()));
    }
    return indicator;
  }

  private int period(CsvRecord row) {
    PeriodText text = new PeriodText(cells.given(row, "period"), cells.text(row, "period_type"));
    Integer known = periods.get(text);
    if (known != null) {
      return known;
    }
    int number = names.periods().of(ReturnPeriod.of(text.text(), text.type(), today));
    periods.put(text, number);
    return number;
  }

  private void refuseTooManyNames() {
    if (names.periods().size() > MOST_NAMES || names.breakdowns().size() > MOST_NAMES) {
      throw new ImportRefusedException(
          "The file names more than %d different periods or breakdowns, which no return has. Nothing was written."
              .formatted(MOST_NAMES));
    }
  }
}
