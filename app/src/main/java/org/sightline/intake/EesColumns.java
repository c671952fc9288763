package org.sightline.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sightline.intake.mapping.Mapping;

/** The columns that every tidy file of Explore Education Statistics has. */
final class EesColumns {
  static final String TIME_PERIOD = "time_period";
  static final String TIME_IDENTIFIER = "time_identifier";
  static final String GEOGRAPHIC_LEVEL = "geographic_level";
  static final String COUNTRY_CODE = "country_code";
  static final String REGION_CODE = "region_code";
  static final String OLD_LA_CODE = "old_la_code";
  static final String NEW_LA_CODE = "new_la_code";

  private static final List<String> ALL =
      List.of(
          TIME_PERIOD,
          TIME_IDENTIFIER,
          GEOGRAPHIC_LEVEL,
          COUNTRY_CODE,
          "country_name",
          REGION_CODE,
          "region_name",
          OLD_LA_CODE,
          NEW_LA_CODE,
          "la_name");

  private EesColumns() {}

  /** Those, and every column that the mapping names. */
  static Set<String> expected(Mapping mapping) {
    Set<String> expected = new LinkedHashSet<>(ALL);
    expected.addAll(mapping.filters().keySet().stream().sorted().toList());
    expected.addAll(mapping.figureColumns());
    expected.addAll(mapping.ignored().keySet().stream().sorted().toList());
    return expected;
  }
}
