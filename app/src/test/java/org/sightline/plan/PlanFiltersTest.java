package org.sightline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/** The stores' own filters let through of plans what row-level security does, and nothing else. */
class PlanFiltersTest {
  private static final Question QUESTION = new Question("test", null, "a test");

  @Test
  void theFiltersAloneGiveTheSameRows() {
    try (PlanWorld plans = new PlanWorld()) {
      PlansOfEveryClass.add(plans.world);
      int _ = plans.world.agreement(plans.hull, plans.yorkshire).ofDatasets("PLANS").make();
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
    return Stream.of(plans.writer, plans.yorkWriter, plans.partner, Viewer.ANONYMOUS);
  }

  /** What the stores read, asked by the keys of everything that there is. */
  private static Map<String, Supplier<List<?>>> questions(PlanWorld plans) {
    PlanStore store = plans.sightline.get(PlanStore.class);
    ActionLinkStore links = plans.sightline.get(ActionLinkStore.class);
    MilestoneStore milestones = plans.sightline.get(MilestoneStore.class);
    PlanFilter all = PlanFilter.of(List.of(plans.hull.council(), plans.york.council()));
    List<Integer> keys = keys(plans, "plan");
    List<Integer> actions = keys(plans, "action");
    List<Integer> workstreams = keys(plans, "workstream");
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
