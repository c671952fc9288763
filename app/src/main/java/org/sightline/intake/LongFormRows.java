package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.MissingReason;
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
  private static final Set<MissingReason> REASONS =
      EnumSet.range(MissingReason.SUPPRESSED, MissingReason.NOT_COLLECTED);
  private static final Pattern BREAKDOWN =
      Pattern.compile("(?:[a-z0-9-]+=[A-Za-z0-9+-]+(?:;[a-z0-9-]+=[A-Za-z0-9+-]+)*)?");

  private final Mapping mapping;
  private final Header header;
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
    this.header = header;
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
    Figure value = figure(row, "value", "missing");
    if (value == null) {
      throw new RejectedRowException(
          "value", "blank-cell", "", "Neither value nor missing is given.");
    }
    into.add(
        new StagedRow(
            indicator.id(),
            period.number(),
            names.breakdown(breakdown(row)),
            area(row, period.lastDay()),
            value,
            figure(row, "numerator", "numerator_missing"),
            figure(row, "denominator", "denominator_missing"),
            false,
            0,
            0,
            0,
            given(row, "source_file"),
            sourceLine(row),
            Math.toIntExact(row.getStartingLineNumber())));
    return true;
  }

  private void requireSameEdition(CsvRecord row) {
    String here = given(row, "release");
    if (release == null) {
      release = here;
    }
    if (!release.equals(here) || !cell(row, "table").equals(mapping.table())) {
      throw new ImportRefusedException(
          "Line %d is of release %s and table %s; every row of this file must be of release %s and table %s. Nothing was written."
              .formatted(
                  row.getStartingLineNumber(), here, cell(row, "table"), release, mapping.table()));
    }
  }

  private IndicatorFacts indicator(CsvRecord row) {
    String code = cell(row, "indicator");
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
    String text = cell(row, "period");
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
    String code = cell(row, "area");
    List<Integer> whole = new ArrayList<>();
    codes.find(Kind.COUNTRY, code).ifPresent(whole::add);
    codes.find(Kind.REGION, code).ifPresent(whole::add);
    try {
      return whole.isEmpty() ? areas.council(code, "", day) : whole.getFirst();
    } catch (RejectedRowException e) {
      throw e.in("area");
    }
  }

  private String breakdown(CsvRecord row) {
    String code = cell(row, "breakdown");
    boolean isWellFormed = BREAKDOWN.matcher(code).matches();
    Breakdown read = isWellFormed ? Breakdown.ofCode(code) : Breakdown.WHOLE;
    boolean isEachOnce = read.members().size() == code.chars().filter(one -> one == '=').count();
    if (!isWellFormed || !isEachOnce) {
      throw new RejectedRowException(
          "breakdown",
          "bad-breakdown",
          code,
          "A breakdown is empty or such as age=19-21;sex=F, each dimension once.");
    }
    return read.code();
  }

  private @Nullable Figure figure(CsvRecord row, String column, String missingColumn) {
    String number = cell(row, column);
    String missing = cell(row, missingColumn);
    if (number.isEmpty() && missing.isEmpty()) {
      return null;
    }
    if (!number.isEmpty() && !missing.isEmpty()) {
      throw new RejectedRowException(
          missingColumn, "both-value-and-missing", missing, "A figure is there or it is missing.");
    }
    return missing.isEmpty() ? number(column, number) : reason(missingColumn, missing);
  }

  private static Figure number(String column, String text) {
    if (!FigureReader.isNumber(text)) {
      throw new RejectedRowException(column, "not-a-number", text, "This is no number.");
    }
    return Figure.of(text);
  }

  private static Figure reason(String column, String text) {
    for (MissingReason reason : REASONS) {
      if (reason.name().equals(text)) {
        return Figure.missing(reason);
      }
    }
    throw new RejectedRowException(
        column, "unknown-symbol", text, "The reasons are " + REASONS + ".");
  }

  private int sourceLine(CsvRecord row) {
    String text = given(row, "source_line");
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new RejectedRowException(
          "source_line", "not-a-number", text, "This is no line number.");
    }
    return Integer.parseInt(text);
  }

  private String given(CsvRecord row, String column) {
    String text = cell(row, column);
    if (text.isEmpty()) {
      throw new RejectedRowException(column, "blank-cell", text, "The cell is blank.");
    }
    return text;
  }

  private String cell(CsvRecord row, String column) {
    return row.getField(header.position(column)).strip();
  }
}
