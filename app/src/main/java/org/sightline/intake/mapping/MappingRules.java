package org.sightline.intake.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold between the parts of a mapping. */
final class MappingRules {
  private MappingRules() {}

  static void checkTidy(
      Map<String, FilterRule> filters,
      @Nullable PeriodRule period,
      List<Measure> measures,
      Map<String, String> ignored) {
    require(!measures.isEmpty(), "'measures' is missing or empty");
    for (Measure measure : measures) {
      require(
          period != null || measure.period() != null,
          "the measure " + measure.indicator() + " has no 'period', and the mapping has none");
      checkTexts(measure, "when", measure.when(), filters);
      if (measure.denominator() != null) {
        checkTexts(measure, "where", measure.denominator().where(), filters);
      }
    }
    requireOneMeasureARow(measures);
    List<String> both = new ArrayList<>(filters.keySet());
    both.retainAll(ignored.keySet());
    require(both.isEmpty(), "the columns " + both + " are filters and ignored at once");
  }

  static void checkLongForm(
      Map<String, FilterRule> filters, Map<String, PeriodRule> periods, List<Measure> measures) {
    require(!periods.isEmpty(), "'periods' is missing or empty");
    require(
        filters.isEmpty() && measures.isEmpty(),
        "the long form has neither 'filters' nor 'measures'");
  }

  static void checkAttributes(
      MappingFormat format, @Nullable AttributeRule attributes, Map<String, String> ignored) {
    boolean isOfAttributes = format == MappingFormat.ATTRIBUTE_CSV;
    require(!isOfAttributes || attributes != null, "'attributes' is missing");
    require(
        isOfAttributes || attributes == null,
        "'attributes' belongs to the format " + MappingFormat.ATTRIBUTE_CSV + " only");
    if (attributes != null) {
      List<String> both = new ArrayList<>(attributes.columns());
      both.retainAll(ignored.keySet());
      require(both.isEmpty(), "the columns " + both + " are read and ignored at once");
    }
  }

  static void checkInspections(
      MappingFormat format, @Nullable InspectionRule inspections, Map<String, String> ignored) {
    boolean isOfInspections = format == MappingFormat.INSPECTION_TABLE;
    require(!isOfInspections || inspections != null, "'inspections' is missing");
    require(
        isOfInspections || inspections == null,
        "'inspections' belongs to the format " + MappingFormat.INSPECTION_TABLE + " only");
    if (inspections != null) {
      List<String> both = new ArrayList<>(inspections.columns());
      both.retainAll(ignored.keySet());
      require(both.isEmpty(), "the columns " + both + " are read and ignored at once");
    }
  }

  static void checkNoFigures(
      Map<String, FilterRule> filters, Map<String, PeriodRule> periods, List<Measure> measures) {
    require(
        filters.isEmpty() && periods.isEmpty() && measures.isEmpty(),
        "a file without figures has neither 'filters' nor 'periods' nor 'measures'");
  }

  /** Two measures may give one indicator only from rows that differ. */
  private static void requireOneMeasureARow(List<Measure> measures) {
    for (int i = 0; i < measures.size(); i++) {
      for (Measure other : measures.subList(i + 1, measures.size())) {
        require(
            !readTheSame(measures.get(i), other),
            "two measures of " + other.indicator() + " may read the same row");
      }
    }
  }

  private static boolean readTheSame(Measure one, Measure other) {
    boolean differ =
        one.when().entrySet().stream()
            .anyMatch(
                when -> {
                  String text = other.when().get(when.getKey());
                  return text != null && !text.equals(when.getValue());
                });
    return one.indicator().equals(other.indicator())
        && Objects.equals(one.period(), other.period())
        && !differ;
  }

  private static void checkTexts(
      Measure measure, String key, Map<String, String> texts, Map<String, FilterRule> filters) {
    texts.forEach(
        (column, text) -> {
          FilterRule filter = filters.get(column);
          String place = "the measure " + measure.indicator() + " has '" + key + "' ";
          require(filter != null, place + "on " + column + ", which is no filter");
          require(
              filter != null && filter.allows(text),
              place + column + ": " + text + ", which the filter does not allow");
        });
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
