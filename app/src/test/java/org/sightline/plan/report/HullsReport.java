package org.sightline.plan.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Hull's table of 15 February 2021: eleven workstreams with their stated totals and counts. The
 * first is stated as 26 and its parts sum to 28.
 */
public final class HullsReport {
  private static final List<String> ROWS =
      List.of(
          "1. Workflow - EH - Front Door,26,,1,17,10",
          "2. Workforce,10,,,3,7",
          "3. Social Work Practice,22,,5,14,3",
          "4. CLA,37,,9,25,3",
          "5. Voice & Influence,13,2,8,3,",
          "6. Partnership Working,13,,6,4,3",
          "7. Practice Learning,11,,2,5,4",
          "8. Performance & Quality,14,,1,13,",
          "9. Systems & Processes,5,,2,2,1",
          "10. Resources,5,,2,3,",
          "11. Change Culture & Comms,9,,2,3,4");
  private static final String WHOLE = "Total by Actions and RAGP,167,2,38,92,35";
  private static final List<String> STATUSES = List.of("R", "A", "G", "P");

  private HullsReport() {}

  /** The table as a sheet. */
  public static String sheet() {
    return "Workstream,Total Actions by workstream,Red,Amber,Green,Purple\n"
        + String.join("\n", ROWS)
        + "\n"
        + WHOLE
        + "\n";
  }

  /** The names of its workstreams. */
  public static List<String> workstreams() {
    return ROWS.stream().map(row -> row.split(",", -1)[0]).toList();
  }

  /** The table as the input of a mutation. */
  public static String input(String plan) {
    List<String> parts = new ArrayList<>();
    for (String row : ROWS) {
      String[] cells = row.split(",", -1);
      parts.add(
          "{name: \"%s\", statedTotal: %s, counts: [%s]}"
              .formatted(cells[0], cells[1], counts(cells)));
    }
    return "{plan: \"%s\", asAt: \"2021-02-15\", title: \"RAGP status\", statedTotal: 167, counts: [%s], workstreams: [%s], source: \"Hull, report to Cabinet\", paragraph: \"8.1\"}"
        .formatted(plan, counts(WHOLE.split(",", -1)), String.join(", ", parts));
  }

  private static String counts(String[] cells) {
    List<String> counts = new ArrayList<>();
    for (int i = 0; i < STATUSES.size(); i++) {
      if (!cells[i + 2].isEmpty()) {
        counts.add("{status: \"%s\", actions: %s}".formatted(STATUSES.get(i), cells[i + 2]));
      }
    }
    return String.join(", ", counts);
  }
}
