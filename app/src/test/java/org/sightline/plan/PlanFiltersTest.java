package org.sightline.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/** The stores' own filters let through of plans what row-level security does, and nothing else. */
class PlanFiltersTest {
  @Test
  void theFiltersAloneGiveTheSameRows() {
    try (PlanWorld plans = new PlanWorld()) {
      PlansOfEveryClass.add(plans.world);
      int _ = plans.world.agreement(plans.hull, plans.yorkshire).ofDatasets("PLANS").make();
      new StoreReads(
              plans.sightline.get(ViewerTransactions.class),
              plans.world,
              List.of(plans.writer, plans.yorkWriter, plans.partner, Viewer.ANONYMOUS),
              questions(plans))
          .assertThatTheFiltersAloneGiveTheSame();
    }
  }

  /** What the stores read, asked by the keys of everything that there is. */
  private static Map<String, Supplier<List<?>>> questions(PlanWorld plans) {
    PlanStore store = plans.sightline.get(PlanStore.class);
    ActionLinkStore links = plans.sightline.get(ActionLinkStore.class);
    MilestoneStore milestones = plans.sightline.get(MilestoneStore.class);
    PlanFilter all = PlanFilter.of(List.of(plans.hull.council(), plans.york.council()));
    List<Integer> keys = StoreReads.keys(plans.world, "plan");
    List<Integer> actions = StoreReads.keys(plans.world, "action");
    List<Integer> workstreams = StoreReads.keys(plans.world, "workstream");
    Map<String, Supplier<List<?>>> questions = new LinkedHashMap<>();
    questions.put("a page of plans", () -> store.page(all, null, 0, 100));
    questions.put("every plan", () -> store.list(all));
    questions.put("how many plans", () -> List.of("plans", store.count(all)));
    questions.put("plans by key", () -> store.byKey(keys));
    questions.put("plans below", () -> store.children(keys));
    questions.put("workstreams", () -> store.workstreams(keys));
    questions.put("workstreams by key", () -> store.workstreamsByKey(workstreams));
    questions.put("actions", () -> store.actions(keys));
    questions.put("actions by key", () -> store.actionsByKey(actions));
    questions.put("milestones", () -> milestones.ofPlans(keys));
    questions.put("history", () -> links.history(actions));
    questions.put("evidence", () -> links.evidence(actions));
    questions.put("dependencies", () -> links.dependencies(actions));
    questions.put("indicators", () -> links.indicators(actions));
    questions.put("findings", () -> links.findings(actions));
    return questions;
  }
}
