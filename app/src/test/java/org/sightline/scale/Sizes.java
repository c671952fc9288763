package org.sightline.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much a kind of thing takes on disk, with its indexes and with what hangs on it.
 *
 * @param thing such as an action
 * @param counted the table with one row for each
 * @param tables that belong to it, a partitioned one by its name
 */
record Sizes(String thing, String counted, List<String> tables) {
  static final List<Sizes> ALL =
      List.of(
          new Sizes("figure", "observation", List.of("observation")),
          new Sizes(
              "upload of a council",
              "import_run",
              List.of(
                  "import_run",
                  "release",
                  "edition",
                  "edition_coverage",
                  "edition_breakdown",
                  "source_file")),
          new Sizes(
              "action, with its history and in its reports",
              "action",
              List.of(
                  "plan",
                  "workstream",
                  "action",
                  "action_change",
                  "impact_evidence",
                  "action_indicator",
                  "finding_action",
                  "status_report",
                  "status_report_workstream",
                  "status_report_count",
                  "status_report_action")),
          new Sizes(
              "inspection, with what it found",
              "inspection",
              List.of("inspection", "inspection_account", "judgement", "finding")),
          new Sizes("entry of the access log", "access_log", List.of("access_log")));

  /** Thing, how many, mebibytes, bytes each. */
  static List<List<String>> rows(Statements statements) {
    List<List<String>> rows = new ArrayList<>();
    for (Sizes one : ALL) {
      String tables = one.tables().stream().collect(Collectors.joining("', '", "'", "'"));
      List<String> found =
          statements
              .rows(
                  """
                  SELECT count(*), (
                    SELECT sum(pg_total_relation_size(part.relid)) FROM unnest(ARRAY[%s]::regclass[]) AS whole,
                      LATERAL (SELECT relid FROM pg_partition_tree(whole) UNION SELECT whole) AS part) FROM %s
                  """
                      .formatted(tables, one.counted()))
              .getFirst();
      double count = Double.parseDouble(found.get(0));
      double bytes = Double.parseDouble(found.get(1));
      rows.add(
          List.of(
              one.thing(),
              "%,.0f".formatted(count),
              "%,.0f".formatted(bytes / 1_048_576),
              "%,.0f".formatted(bytes / count)));
    }
    rows.add(
        Stream.concat(
                Stream.of("the whole database", ""),
                Stream.of("%,.0f".formatted(bytes(statements) / 1_048_576), ""))
            .toList());
    return rows;
  }

  static double bytes(Statements statements) {
    return Double.parseDouble(
        statements.rows("SELECT pg_database_size(current_database())").getFirst().getFirst());
  }
}
