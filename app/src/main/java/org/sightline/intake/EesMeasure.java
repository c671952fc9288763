package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.mapping.Measure;
import org.sightline.intake.mapping.Part;

/** One measure of a mapping, with the positions of its columns in this file. */
final class EesMeasure {
  private final Measure measure;
  private final IndicatorFacts indicator;
  private final int period;
  private final int otherRow;
  private final @Nullable Column value;
  private final List<Column> numerator;
  private final List<Column> denominator;

  private record Column(String name, int position) {}

  /**
   * @param period the position of its period rule among the file's
   * @param otherRow the number of the denominator in another row, 0 when there is none
   */
  EesMeasure(Measure measure, IndicatorFacts indicator, Header header, int period, int otherRow) {
    this.measure = measure;
    this.indicator = indicator;
    this.period = period;
    this.otherRow = otherRow;
    this.value = measure.value() == null ? null : column(measure.value(), header);
    this.numerator = columns(measure.numerator(), header);
    this.denominator = otherRow > 0 ? List.of() : columns(measure.denominator(), header);
  }

  Measure measure() {
    return measure;
  }

  int period() {
    return period;
  }

  int otherRow() {
    return otherRow;
  }

  /**
   * @param filters the number of the texts of the filters that the denominator's row shares
   * @throws RejectedRowException when a cell holds no figure
   */
  StagedRow read(
      CsvRecord row,
      FigureReader figures,
      EesPlace place,
      int periodNumber,
      int breakdown,
      int filters) {
    Figure top = sum(row, figures, numerator);
    Figure bottom = sum(row, figures, denominator);
    Figure given = value == null ? derived(top, bottom) : cell(row, figures, value);
    boolean looksElsewhere = otherRow > 0;
    return new StagedRow(
        indicator.id(),
        periodNumber,
        breakdown,
        place.areaId(),
        given,
        top,
        bottom,
        value == null,
        otherRow,
        looksElsewhere ? place.moment() : 0,
        looksElsewhere ? filters : 0,
        null,
        place.line(),
        place.line());
  }

  private @Nullable Figure derived(@Nullable Figure top, @Nullable Figure bottom) {
    if (otherRow > 0 || top == null) {
      return null;
    }
    return bottom == null ? top : top.ratio(bottom, indicator.multiplier(), indicator.decimals());
  }

  private static @Nullable Figure sum(CsvRecord row, FigureReader figures, List<Column> columns) {
    Figure sum = null;
    for (Column column : columns) {
      Figure figure = cell(row, figures, column);
      sum = sum == null ? figure : sum.plus(figure);
    }
    return sum;
  }

  private static Figure cell(CsvRecord row, FigureReader figures, Column column) {
    return figures.read(column.name(), row.getField(column.position()));
  }

  private static List<Column> columns(@Nullable Part part, Header header) {
    return part == null
        ? List.of()
        : part.columns().stream().map(name -> column(name, header)).toList();
  }

  private static Column column(String name, Header header) {
    return new Column(name, header.position(name));
  }
}
