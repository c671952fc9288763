package org.sightline.intake.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file layout: which columns become which indicators, for which release family.
 *
 * @param name what the operator types
 * @param title the file in words
 * @param format the family of files
 * @param table the statistical table; a newer release of the same table supersedes
 * @param publication the publication whose releases bring this table
 * @param accessClass the class that every row gets
 * @param usualFileName the publisher's name of the file, null when it has none
 * @param suppression the publisher's suppression rule in words, null when none is stated
 * @param filters filter column to its rule
 * @param period the period of measures that name none; null only when every measure names one
 * @param periods for the long form: indicator code to its period; empty for a tidy file
 * @param measures what the file gives, empty for the long form
 * @param attributes for a file of attributes: which column says what; null for any other
 * @param inspections for a table of inspections: how it is read; null for any other
 * @param ignored every other column with the reason
 */
public record Mapping(
    String name,
    String title,
    MappingFormat format,
    String table,
    String publication,
    String accessClass,
    @Nullable String usualFileName,
    @Nullable String suppression,
    Map<String, FilterRule> filters,
    @Nullable PeriodRule period,
    Map<String, PeriodRule> periods,
    List<Measure> measures,
    @Nullable AttributeRule attributes,
    @Nullable InspectionRule inspections,
    Map<String, String> ignored) {

  public Mapping {
    filters = Map.copyOf(filters);
    periods = Map.copyOf(periods);
    measures = List.copyOf(measures);
    ignored = Map.copyOf(ignored);
    if (!accessClass.equals("PUBLISHED")) {
      throw new IllegalArgumentException(
          "access-class is " + accessClass + "; an official release is PUBLISHED");
    }
    MappingRules.checkAttributes(format, attributes, ignored);
    MappingRules.checkInspections(format, inspections, ignored);
    switch (format) {
      case EES_CSV -> MappingRules.checkTidy(filters, period, measures, ignored);
      case LONG_FORM -> MappingRules.checkLongForm(filters, periods, measures);
      case ATTRIBUTE_CSV -> MappingRules.checkNoFigures(filters, periods, measures);
      case INSPECTION_TABLE -> MappingRules.checkNoFigures(filters, periods, measures);
      case DICTIONARY -> MappingRules.checkNoFigures(filters, periods, measures);
    }
  }

  @JsonCreator
  static Mapping read(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty(value = "title", required = true) String title,
      @JsonProperty(value = "format", required = true) MappingFormat format,
      @JsonProperty(value = "table", required = true) String table,
      @JsonProperty(value = "publication", required = true) String publication,
      @JsonProperty(value = "access-class", required = true) String accessClass,
      @JsonProperty("usual-file-name") @Nullable String usualFileName,
      @JsonProperty("suppression") @Nullable String suppression,
      @JsonProperty("filters") @Nullable Map<String, FilterRule> filters,
      @JsonProperty("period") @Nullable PeriodRule period,
      @JsonProperty("periods") @Nullable Map<String, PeriodRule> periods,
      @JsonProperty("measures") @Nullable List<Measure> measures,
      @JsonProperty("attributes") @Nullable AttributeRule attributes,
      @JsonProperty("inspections") @Nullable InspectionRule inspections,
      @JsonProperty("ignored") @Nullable Map<String, String> ignored) {
    return new Mapping(
        name,
        title,
        format,
        table,
        publication,
        accessClass,
        usualFileName,
        suppression,
        filters == null ? Map.of() : filters,
        period,
        periods == null ? Map.of() : periods,
        measures == null ? List.of() : measures,
        attributes,
        inspections,
        ignored == null ? Map.of() : ignored);
  }

  /**
   * The measure's own period rule, or the mapping's.
   *
   * @throws IllegalStateException for a mapping of the long form, whose rows say it
   */
  public PeriodRule periodOf(Measure measure) {
    PeriodRule own = measure.period() == null ? period : measure.period();
    if (own == null) {
      throw new IllegalStateException("No period for " + measure.indicator() + " in " + name);
    }
    return own;
  }

  /** The columns that hold figures, each once, in the order of the measures. */
  public Set<String> figureColumns() {
    Set<String> columns = new LinkedHashSet<>();
    for (Measure measure : measures) {
      columns.addAll(columnsOf(measure));
    }
    return columns;
  }

  private static List<String> columnsOf(Measure measure) {
    List<String> columns = new ArrayList<>();
    if (measure.value() != null) {
      columns.add(measure.value());
    }
    if (measure.numerator() != null) {
      columns.addAll(measure.numerator().columns());
    }
    if (measure.denominator() != null) {
      columns.addAll(measure.denominator().columns());
    }
    return columns;
  }
}
