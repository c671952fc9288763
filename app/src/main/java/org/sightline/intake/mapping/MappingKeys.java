package org.sightline.intake.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys that a mapping may have, place by place. Asked before anything is made of it, so that a
 * misspelt key is named and not what is missing for want of it.
 */
final class MappingKeys {
  private static final Set<String> MAPPING =
      Set.of(
          "name",
          "title",
          "format",
          "table",
          "publication",
          "access-class",
          "usual-file-name",
          "suppression",
          "filters",
          "period",
          "periods",
          "measures",
          "attributes",
          "inspections",
          "ignored");
  private static final Set<String> FILTER = Set.of("only", "dimension", "members", "total");
  private static final Set<String> PERIOD = Set.of("type", "at", "ends");
  private static final Set<String> MEASURE =
      Set.of("indicator", "when", "value", "numerator", "denominator", "period");
  private static final Set<String> ATTRIBUTES =
      Set.of("council", "attribute", "always", "value", "from", "to", "source");
  private static final Set<String> INSPECTIONS =
      Set.of("source", "council", "nothing", "reasons", "accounts", "attribute");
  private static final Set<String> SOURCE =
      Set.of("code", "kind", "title", "publisher", "published-on");
  private static final Set<String> GRADED_ATTRIBUTE = Set.of("code", "area");
  private static final Set<String> ACCOUNT =
      Set.of(
          "framework",
          "type",
          "type-column",
          "types",
          "first-day",
          "last-day",
          "published",
          "lead-inspector",
          "report",
          "judgements");
  private static final Set<String> PART = Set.of("column", "sum", "where");

  private final String fileName;

  private MappingKeys(String fileName) {
    this.fileName = fileName;
  }

  /**
   * Looks through a mapping.
   *
   * @throws MappingException for the first key that is not known
   */
  static void check(String fileName, JsonNode mapping) {
    new MappingKeys(fileName).check(mapping);
  }

  private void check(JsonNode mapping) {
    if (!mapping.isObject()) {
      throw new MappingException("The mapping " + fileName + " is no mapping: it has no keys.");
    }
    known(mapping, MAPPING, "the mapping");
    for (JsonNode filter : mapping.path("filters")) {
      known(filter, FILTER, "a filter");
    }
    known(mapping.path("period"), PERIOD, "a period");
    for (JsonNode period : mapping.path("periods")) {
      known(period, PERIOD, "a period");
    }
    known(mapping.path("attributes"), ATTRIBUTES, "attributes");
    inspections(mapping.path("inspections"));
    for (JsonNode measure : mapping.path("measures")) {
      String place = "the measure " + measure.path("indicator").asText("without indicator");
      known(measure, MEASURE, place);
      known(measure.path("period"), PERIOD, "the period of " + place);
      for (String part : List.of("numerator", "denominator")) {
        known(measure.path(part), PART, "the " + part + " of " + place);
      }
    }
  }

  private void inspections(JsonNode inspections) {
    known(inspections, INSPECTIONS, "inspections");
    known(inspections.path("source"), SOURCE, "the source");
    known(inspections.path("attribute"), GRADED_ATTRIBUTE, "the attribute");
    for (JsonNode account : inspections.path("accounts")) {
      known(account, ACCOUNT, "an account");
    }
  }

  private void known(JsonNode node, Set<String> keys, String place) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!keys.contains(name)) {
        throw new MappingException(
            "The mapping %s has the unknown key '%s' in %s; known there: %s."
                .formatted(fileName, name, place, String.join(", ", new TreeSet<>(keys))));
      }
    }
  }
}
