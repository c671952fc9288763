package org.sightline.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sightline.indicator.Breakdown;
import org.sightline.intake.mapping.FilterRule;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.Part;

/**
 * The filter columns of a tidy file. What a combination of texts means - its breakdown, the
 * measures that read it, the denominators it holds for other rows - is worked out once.
 */
final class EesFilters {
  /** A figure that rows with the same other filters need. */
  record Held(int otherRow, String column, int position, int filters) {}

  /** What a row with these texts gives; {@code filters} stands beside each measure. */
  record Combination(int breakdown, List<Reading> readings, List<Held> held) {}

  /** A measure to read, and the number of the filter texts it shares with its denominator's row. */
  record Reading(EesMeasure measure, int filters) {}

  private record Column(String name, int position, FilterRule rule) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<EesMeasure> measures;
  private final Numbering<Part> otherRows;
  private final Header header;
  private final Names names;
  private final Numbering<Map<String, String>> others = new Numbering<>();
  private final Map<String, Combination> known = new HashMap<>();

  EesFilters(
      Mapping mapping,
      Header header,
      List<EesMeasure> measures,
      Numbering<Part> otherRows,
      Names names) {
    this.header = header;
    this.measures = measures;
    this.otherRows = otherRows;
    this.names = names;
    new TreeMap<>(mapping.filters())
        .forEach((name, rule) -> columns.add(new Column(name, header.position(name), rule)));
  }

  /**
   * @throws RejectedRowException by rule {@code unknown-filter-text} or {@code blank-cell}
   */
  Combination read(CsvRecord row) {
    StringBuilder key = new StringBuilder();
    for (Column column : columns) {
      key.append(row.getField(column.position())).append('\u001F');
    }
    Combination combination = known.get(key.toString());
    if (combination == null) {
      combination = meaning(texts(row));
      known.put(key.toString(), combination);
    }
    return combination;
  }

  private Map<String, String> texts(CsvRecord row) {
    Map<String, String> texts = new TreeMap<>();
    for (Column column : columns) {
      String text = row.getField(column.position());
      if (!column.rule().allows(text)) {
        throw unknown(column, text);
      }
      texts.put(column.name(), text);
    }
    return texts;
  }

  private static RejectedRowException unknown(Column column, String text) {
    String allowed = column.rule().allowed().stream().collect(Collectors.joining("; "));
    return new RejectedRowException(
        column.name(),
        text.isBlank() ? "blank-cell" : "unknown-filter-text",
        text,
        "The mapping allows here: " + allowed + ".");
  }

  private Combination meaning(Map<String, String> texts) {
    List<Reading> readings = new ArrayList<>();
    for (EesMeasure measure : measures) {
      if (holds(measure.measure().when(), texts)) {
        Part denominator = measure.measure().denominator();
        readings.add(
            new Reading(
                measure,
                denominator == null || measure.otherRow() == 0 ? 0 : other(denominator, texts)));
      }
    }
    return new Combination(breakdown(texts), readings, held(texts));
  }

  private List<Held> held(Map<String, String> texts) {
    List<Held> held = new ArrayList<>();
    for (Part part : otherRows.things()) {
      if (holds(part.where(), texts)) {
        String column = part.columns().getFirst();
        held.add(new Held(otherRows.of(part), column, header.position(column), other(part, texts)));
      }
    }
    return held;
  }

  private int other(Part part, Map<String, String> texts) {
    Map<String, String> rest = new TreeMap<>(texts);
    rest.keySet().removeAll(part.where().keySet());
    return others.of(rest);
  }

  private int breakdown(Map<String, String> texts) {
    SortedMap<String, String> members = new TreeMap<>();
    for (Column column : columns) {
      String dimension = column.rule().dimension();
      String member = column.rule().members().get(texts.get(column.name()));
      if (dimension != null && member != null) {
        members.put(dimension, member);
      }
    }
    return names.breakdown(new Breakdown(members).code());
  }

  private static boolean holds(Map<String, String> asked, Map<String, String> texts) {
    return texts.entrySet().containsAll(asked.entrySet());
  }
}
