package org.sightline.intake;

import java.util.List;
import java.util.stream.Collectors;

/** Small files of the layout of repeat child protection plans (table d3, 2025). */
final class D3 {
  static final String MAPPING = "children-in-need-d3-2025";
  static final String RELEASE = "children-in-need-2025";
  static final String HEADER =
      "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
          + "old_la_code,new_la_code,la_name,category,CPP_start,CPP_subsequent,CPP_subsequent_percent";
  static final String CATEGORY = "Child Protection Plans which are a second or subsequent plan";

  private D3() {}

  static String file(String... rows) {
    return HEADER + "\n" + List.of(rows).stream().collect(Collectors.joining("\n")) + "\n";
  }

  /** Of Hull. */
  static String hull(String year, String figures) {
    return council(year, "810", "E06000010", figures);
  }

  static String council(String year, String number, String code, String figures) {
    return "%s,Reporting year,Local authority,E92000001,England,,,%s,%s,any name,%s,%s"
        .formatted(year, number, code, CATEGORY, figures);
  }

  static String england(String year, String figures) {
    return "%s,Reporting year,National,E92000001,England,,,,,,%s,%s"
        .formatted(year, CATEGORY, figures);
  }
}
