package org.sightline.plan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sightline.plan.PlansOfEveryClass;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/**
 * The store's own filters let through of reports what row-level security does, and nothing else.
 */
class ReportFiltersTest {
  private static final Question QUESTION = new Question("test", null, "a test");

  @Test
  void theFiltersAloneGiveTheSameRows() {
    try (PlanWorld plans = new PlanWorld()) {
      PlansOfEveryClass.add(plans.world);
      int _ = plans.share(plans.hull);
      Map<String, List<String>> guarded = read(plans);

      plans.world.withoutRowLevelSecurity();

      read(plans)
          .forEach((asked, rows) -> assertThat(rows).as(asked).isEqualTo(guarded.get(asked)));
      // Each statement is asked by viewers who see different rows, or it would prove nothing.
      questions(plans)
          .keySet()
          .forEach(
              question ->
                  assertThat(
                          viewers(plans)
                              .map(viewer -> guarded.get(name(question, viewer)))
                              .distinct())
                      .as(question)
                      .hasSizeGreaterThan(2));
    }
  }

  private static Map<String, List<String>> read(PlanWorld plans) {
    ViewerTransactions transactions = plans.sightline.get(ViewerTransactions.class);
    Map<String, List<String>> read = new LinkedHashMap<>();
    questions(plans)
        .forEach(
            (question, work) ->
                viewers(plans)
                    .forEach(
                        viewer ->
                            read.put(
                                name(question, viewer),
                                transactions.read(viewer, QUESTION, () -> sorted(work.get())))));
    return read;
  }

  private static String name(String question, Viewer viewer) {
    return question + " of " + viewer.subject();
  }

  private static Stream<Viewer> viewers(PlanWorld plans) {
    return Stream.of(plans.hullContributor, plans.yorkContributor, plans.adviser, Viewer.ANONYMOUS);
  }

  /** What the store reads, asked by the keys of everything that there is. */
  private static Map<String, Supplier<List<?>>> questions(PlanWorld plans) {
    ReportStore store = plans.sightline.get(ReportStore.class);
    List<Integer> keys = keys(plans, "plan");
    List<Integer> reports = keys(plans, "status_report");
    Map<String, Supplier<List<?>>> questions = new LinkedHashMap<>();
    questions.put("reports", () -> store.ofPlans(keys));
    questions.put(
        "reports by key", () -> reports.stream().flatMap(key -> store.find(key).stream()).toList());
    questions.put("counts", () -> store.lines(reports));
    questions.put("workstreams", () -> store.parts(reports));
    questions.put("actions", () -> store.actions(reports));
    return questions;
  }

  /** Not all of them have an order. */
  private static List<String> sorted(List<?> rows) {
    return rows.stream().map(Object::toString).sorted().toList();
  }

  private static List<Integer> keys(PlanWorld plans, String table) {
    return plans.world.texts("SELECT id FROM " + table + " ORDER BY id").stream()
        .map(Integer::valueOf)
        .toList();
  }
}
