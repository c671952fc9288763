package org.sightline.plan.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sightline.plan.PlansOfEveryClass;
import org.sightline.plan.StoreReads;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/**
 * The store's own filters let through of reports what row-level security does, and nothing else.
 */
class ReportFiltersTest {
  @Test
  void theFiltersAloneGiveTheSameRows() {
    try (PlanWorld plans = new PlanWorld()) {
      PlansOfEveryClass.add(plans.world);
      int _ = plans.share(plans.hull);
      new StoreReads(
              plans.sightline.get(ViewerTransactions.class),
              plans.world,
              List.of(
                  plans.hullContributor, plans.yorkContributor, plans.adviser, Viewer.ANONYMOUS),
              questions(plans))
          .assertThatTheFiltersAloneGiveTheSame();
    }
  }

  /** What the store reads, asked by the keys of everything that there is. */
  private static Map<String, Supplier<List<?>>> questions(PlanWorld plans) {
    ReportStore store = plans.sightline.get(ReportStore.class);
    List<Integer> keys = StoreReads.keys(plans.world, "plan");
    List<Integer> reports = StoreReads.keys(plans.world, "status_report");
    Map<String, Supplier<List<?>>> questions = new LinkedHashMap<>();
    questions.put("reports", () -> store.ofPlans(keys));
    questions.put(
        "reports by key", () -> reports.stream().flatMap(key -> store.find(key).stream()).toList());
    questions.put("counts", () -> store.lines(reports));
    questions.put("workstreams", () -> store.parts(reports));
    questions.put("actions", () -> store.actions(reports));
    return questions;
  }
}
