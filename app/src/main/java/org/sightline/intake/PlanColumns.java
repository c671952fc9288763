package org.sightline.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sightline.graphql.Suggestions;
import org.sightline.tenancy.Sql;

/**
 * Which column of a plan's sheet says what. Councils call the same column by different names:
 * {@code plan-columns.csv} lists them. Counts stand in a column for each status of the plan's own
 * scheme.
 */
final class PlanColumns {
  private static final String WHOLE_PLAN = "whole-plan";
  private static final Map<String, Map<String, String>> CALLED = read();

  private final Map<String, Integer> positions;
  private final Map<String, String> titles;
  private final Set<String> statuses;

  private PlanColumns(
      Map<String, Integer> positions, Map<String, String> titles, Set<String> statuses) {
    this.positions = positions;
    this.titles = titles;
    this.statuses = statuses;
  }

  /**
   * The columns of a header.
   *
   * @throws ImportRefusedException when one is missing, not known, or there twice under two names
   */
  static PlanColumns of(Header header, PlanLayout layout, SheetScheme scheme) {
    Map<String, String> known = new HashMap<>(CALLED.getOrDefault(layout.code(), Map.of()));
    Set<String> statuses = new LinkedHashSet<>();
    if (layout == PlanLayout.STATUS_COUNTS) {
      scheme.statuses().forEach(one -> statuses.add(one.code()));
      scheme.statuses().forEach(one -> known.put(plain(one.name()), one.code()));
      scheme.statuses().forEach(one -> known.put(plain(one.code()), one.code()));
    }
    Map<String, Integer> positions = new LinkedHashMap<>();
    Map<String, String> titles = new HashMap<>();
    StringBuilder wrong = new StringBuilder();
    for (String title : header.names()) {
      String column = known.get(plain(title));
      if (column == null) {
        wrong.append(unknown(title, known.keySet()));
      } else if (positions.putIfAbsent(column, header.position(title)) != null) {
        wrong.append("'%s' and '%s' both say %s. ".formatted(titles.get(column), title, column));
      } else {
        titles.put(column, title);
      }
    }
    layout.required().stream()
        .filter(one -> !positions.containsKey(one))
        .sorted()
        .forEach(one -> wrong.append("The column '%s' is missing. ".formatted(one)));
    if (layout == PlanLayout.STATUS_COUNTS && statuses.stream().noneMatch(positions::containsKey)) {
      wrong.append("No column is a status of the plan's scheme. ");
    }
    if (!wrong.isEmpty()) {
      throw new ImportRefusedException(
          "%sA sheet of the layout %s has the columns %s. Nothing was read."
              .formatted(wrong, layout.code(), String.join(", ", columns(layout, scheme))));
    }
    statuses.retainAll(positions.keySet());
    return new PlanColumns(positions, titles, statuses);
  }

  boolean has(String column) {
    return positions.containsKey(column);
  }

  int position(String column) {
    return positions.getOrDefault(column, -1);
  }

  /** As the file calls it. */
  String title(String column) {
    return titles.getOrDefault(column, column);
  }

  /** The codes of the statuses that the sheet counts. */
  Set<String> statuses() {
    return statuses;
  }

  /** Whether the cell of a workstream says that its row is of the whole plan. */
  static boolean isWholePlan(String workstream) {
    return CALLED.getOrDefault(WHOLE_PLAN, Map.of()).containsKey(plain(workstream));
  }

  private static Set<String> columns(PlanLayout layout, SheetScheme scheme) {
    Set<String> columns = new TreeSet<>(CALLED.getOrDefault(layout.code(), Map.of()).values());
    if (layout == PlanLayout.STATUS_COUNTS) {
      columns.addAll(scheme.statuses().stream().map(one -> one.code()).toList());
    }
    return columns;
  }

  private static String unknown(String title, Set<String> known) {
    String shown = title.length() <= 60 ? title : title.substring(0, 60) + "...";
    return "'%s' is no column of a plan's sheet.%s "
        .formatted(shown, Suggestions.didYouMean(title, known));
  }

  private static String plain(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static Map<String, Map<String, String>> read() {
    return Sql.beside(PlanColumns.class, "plan-columns.csv")
        .lines()
        .skip(1)
        .map(line -> List.of(line.split(",", -1)))
        .collect(
            Collectors.groupingBy(
                List::getFirst, Collectors.toMap(line -> line.get(2), line -> line.get(1))));
  }
}
