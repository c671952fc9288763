package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.Measure;
import org.sightline.intake.mapping.Part;
import org.sightline.intake.mapping.PeriodRule;

/** Reads the rows of a tidy file of Explore Education Statistics by its mapping. */
final class EesRows implements FileRows {
  private static final Set<String> OTHER_LEVELS =
      Set.of(
          "English devolved area",
          "Institution",
          "Lad",
          "Local authority district",
          "Local enterprise partnership",
          "Local skills improvement plan area",
          "MAT",
          "Mayoral combined authority",
          "Opportunity area",
          "Parliamentary constituency",
          "Planning area",
          "Police force area",
          "Provider",
          "RSC region",
          "School",
          "Sponsor",
          "Ward");

  private final Header header;
  private final Tally tally;
  private final Names names;
  private final AreaReader areas;
  private final FigureReader figures;
  private final EesFilters filters;
  private final Numbering<PeriodRule> rules = new Numbering<>();
  private final Map<String, EesMoment> moments = new HashMap<>();

  /**
   * @param indicators by code; every measure's is there
   * @throws ImportRefusedException when the file does not have the mapping's columns
   */
  EesRows(
      Mapping mapping,
      Header header,
      Map<String, IndicatorFacts> indicators,
      AreaCodes codes,
      Tally tally,
      Names names) {
    header.require(
        "the mapping " + mapping.name() + " (" + mapping.title() + ")",
        EesColumns.expected(mapping));
    this.header = header;
    this.tally = tally;
    this.names = names;
    this.areas = new AreaReader(codes, tally);
    this.figures = new FigureReader(tally);
    Numbering<Part> otherRows = new Numbering<>();
    List<EesMeasure> measures = new ArrayList<>();
    for (Measure measure : mapping.measures()) {
      Part denominator = measure.denominator();
      measures.add(
          new EesMeasure(
              measure,
              known(indicators, measure),
              header,
              rules.of(mapping.periodOf(measure)) - 1,
              denominator == null || !denominator.isInAnotherRow()
                  ? 0
                  : otherRows.of(denominator)));
    }
    this.filters = new EesFilters(mapping, header, measures, otherRows, names);
  }

  private static IndicatorFacts known(Map<String, IndicatorFacts> indicators, Measure measure) {
    IndicatorFacts indicator = indicators.get(measure.indicator());
    if (indicator == null) {
      throw new IllegalArgumentException("No indicator " + measure.indicator());
    }
    return indicator;
  }

  @Override
  public @Nullable String release() {
    return null;
  }

  @Override
  public boolean read(CsvRecord row, List<StagedRow> into) {
    String level = cell(row, EesColumns.GEOGRAPHIC_LEVEL);
    if (OTHER_LEVELS.contains(level)) {
      tally.skip(level);
      return false;
    }
    EesMoment moment = moment(row);
    int line = Math.toIntExact(row.getStartingLineNumber());
    EesPlace place = new EesPlace(area(row, level, moment), moment.number(), line);
    EesFilters.Combination combination = filters.read(row);
    for (EesFilters.Reading reading : combination.readings()) {
      EesMeasure measure = reading.measure();
      int period = moment.periods().get(measure.period());
      into.add(
          measure.read(row, figures, place, period, combination.breakdown(), reading.filters()));
    }
    for (EesFilters.Held held : combination.held()) {
      Figure figure = figures.read(held.column(), row.getField(held.position()));
      into.add(
          StagedRow.part(
              held.otherRow(), place.moment(), held.filters(), place.areaId(), figure, line));
    }
    return true;
  }

  private EesMoment moment(CsvRecord row) {
    String text = cell(row, EesColumns.TIME_PERIOD);
    String identifier = cell(row, EesColumns.TIME_IDENTIFIER);
    EesMoment moment = moments.get(text + '\u001F' + identifier);
    if (moment == null) {
      TimePeriod time = TimePeriod.of(text, identifier);
      moment = EesMoment.of(moments.size() + 1, time, rules.things(), names);
      moments.put(text + '\u001F' + identifier, moment);
    }
    return moment;
  }

  private int area(CsvRecord row, String level, EesMoment moment) {
    return switch (level) {
      case "National" -> areas.country(cell(row, EesColumns.COUNTRY_CODE));
      case "Regional" -> areas.region(cell(row, EesColumns.REGION_CODE));
      case "Local authority" ->
          areas.council(
              cell(row, EesColumns.NEW_LA_CODE),
              cell(row, EesColumns.OLD_LA_CODE),
              moment.lastDay());
      default ->
          throw new RejectedRowException(
              EesColumns.GEOGRAPHIC_LEVEL,
              level.isBlank() ? "blank-cell" : "unknown-geographic-level",
              level,
              "The levels read here are National, Regional and Local authority.");
    };
  }

  private String cell(CsvRecord row, String column) {
    return row.getField(header.position(column));
  }
}
