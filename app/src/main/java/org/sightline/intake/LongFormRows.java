package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.AreaCodes.Kind;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.PeriodRule;

/**
 * Reads the project's own long form: one observation a row, which says the publisher's file and
 * line that it restates. All rows are of one release and of the mapping's table.
 */
final class LongFormRows implements FileRows {
  private static final Set<String> COLUMNS =
      new LinkedHashSet<>(
          List.of(
              "indicator",
              "breakdown",
              "period",
              "area",
              "value",
              "missing",
              "numerator",
              "numerator_missing",
              "denominator",
              "denominator_missing",
              "release",
              "table",
              "source_file",
              "source_line"));
  private final Mapping mapping;
  private final LongFormCells cells;
  private final Map<String, IndicatorFacts> indicators;
  private final AreaCodes codes;
  private final AreaReader areas;
  private final Names names;
  private final Map<String, Period> periods = new HashMap<>();
  private @Nullable String release;

  private record Period(int number, LocalDate lastDay) {}

  /**
   * @param indicators by code; every one that the mapping names is there
   * @throws ImportRefusedException when the file does not have these columns
   */
  LongFormRows(
      Mapping mapping,
      Header header,
      Map<String, IndicatorFacts> indicators,
      AreaCodes codes,
      Tally tally,
      Names names) {
    header.require("the mapping " + mapping.name() + " (long form)", COLUMNS);
    this.mapping = mapping;
    this.cells = new LongFormCells(header, false);
    this.indicators = indicators;
    this.codes = codes;
    this.areas = new AreaReader(codes, tally);
    this.names = names;
  }

  @Override
  public @Nullable String release() {
    return release;
  }

  @Override
  public boolean read(CsvRecord row, List<StagedRow> into) {
    requireSameEdition(row);
    IndicatorFacts indicator = indicator(row);
    Period period = period(row, indicator);
    Figure value = cells.figure(row, "value", "missing");
    if (value == null) {
      throw new RejectedRowException(
          "value", "blank-cell", "", "Neither value nor missing is given.");
    }
    into.add(
        new StagedRow(
            indicator.id(),
            period.number(),
            names.breakdown(cells.breakdown(row)),
            area(row, period.lastDay()),
            value,
            cells.figure(row, "numerator", "numerator_missing"),
            cells.figure(row, "denominator", "denominator_missing"),
            false,
            0,
            0,
            0,
            cells.given(row, "source_file"),
            cells.sourceLine(row),
            Math.toIntExact(row.getStartingLineNumber())));
    return true;
  }

  private void requireSameEdition(CsvRecord row) {
    String here = cells.given(row, "release");
    if (release == null) {
      release = here;
    }
    if (!release.equals(here) || !cells.text(row, "table").equals(mapping.table())) {
      throw new ImportRefusedException(
          "Line %d is of release %s and table %s; every row of this file must be of release %s and table %s. Nothing was written."
              .formatted(
                  row.getStartingLineNumber(),
                  here,
                  cells.text(row, "table"),
                  release,
                  mapping.table()));
    }
  }

  private IndicatorFacts indicator(CsvRecord row) {
    String code = cells.text(row, "indicator");
    IndicatorFacts indicator = indicators.get(code);
    if (indicator == null) {
      throw new RejectedRowException(
          "indicator",
          "unknown-indicator",
          code,
          "The mapping gives periods for " + String.join(", ", mapping.periods().keySet()) + ".");
    }
    return indicator;
  }

  private Period period(CsvRecord row, IndicatorFacts indicator) {
    String text = cells.text(row, "period");
    String key = indicator.code() + '\u001F' + text;
    Period known = periods.get(key);
    if (known == null) {
      known = newPeriod(text, mapping.periods().get(indicator.code()));
      periods.put(key, known);
    }
    return known;
  }

  private Period newPeriod(String text, @Nullable PeriodRule rule) {
    if (rule == null) {
      throw new IllegalStateException("No period rule for an indicator of " + mapping.name());
    }
    try {
      FilePeriod period = TimePeriod.of(text, "Reporting year").under(rule);
      return new Period(names.periods().of(period), period.endsOn());
    } catch (RejectedRowException e) {
      throw e.in("period");
    }
  }

  private int area(CsvRecord row, LocalDate day) {
    String code = cells.text(row, "area");
    List<Integer> whole = new ArrayList<>();
    codes.find(Kind.COUNTRY, code).ifPresent(whole::add);
    codes.find(Kind.REGION, code).ifPresent(whole::add);
    try {
      return whole.isEmpty() ? areas.council(code, "", day) : whole.getFirst();
    } catch (RejectedRowException e) {
      throw e.in("area");
    }
  }
}
