package org.sightline.plan;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Input;
import org.sightline.graphql.Suggestions;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.Member;

/** Records and amends the parts of the own council's plans. */
@Singleton
class WorkstreamChanges {
  private static final int LONGEST = 200;
  private static final int MOST = 100;
  private static final String ITEMS = "workstreams";

  private final PlanService plans;
  private final PlanWriteStore store;
  private final OwnPlans own;

  WorkstreamChanges(PlanService plans, PlanWriteStore store, OwnPlans own) {
    this.plans = plans;
    this.store = store;
    this.own = own;
  }

  WorkstreamsPayload record(Input input) {
    Member member = OwnPlans.requireWriter();
    UserErrors errors = new UserErrors();
    Given given = Given.of(input, errors);
    Optional<Plan> plan = own.openPlan(given, "plan");
    List<Workstream> before = plan.map(this::of).orElse(List.of());
    int last = before.stream().mapToInt(Workstream::position).max().orElse(0);
    List<WorkstreamContent> wanted = new ArrayList<>();
    List<String> names = new ArrayList<>(before.stream().map(Workstream::name).toList());
    for (Given item : given.items(ITEMS)) {
      WorkstreamContent content =
          content(item, new WorkstreamContent(last + wanted.size() + 1, "", null, null));
      isNew(item, content.name(), names);
      names.add(content.name());
      wanted.add(content);
    }
    given.wrongIf(
        wanted.isEmpty() || names.size() > MOST,
        ITEMS,
        "WRONG_NUMBER",
        "A plan has at most %d workstreams, and at least one is recorded at a time."
            .formatted(MOST));
    if (plan.isEmpty() || !errors.isEmpty()) {
      return new WorkstreamsPayload(List.of(), errors.list());
    }
    List<Integer> keys =
        wanted.stream().map(one -> store.add(plan.get().key(), one, member)).toList();
    return new WorkstreamsPayload(
        of(plan.get()).stream().filter(one -> keys.contains(one.key())).toList(), List.of());
  }

  WorkstreamPayload amend(Input input) {
    Member _ = OwnPlans.requireWriter();
    UserErrors errors = new UserErrors();
    Given given = Given.of(input, errors);
    Optional<Workstream> found = own.workstream(given, "id");
    if (found.isEmpty()) {
      return WorkstreamPayload.wrong(errors);
    }
    Workstream before = found.get();
    if (OwnPlans.isStale(
        given,
        before.version(),
        "the workstream is now number %d, %s, about %s, led by %s."
            .formatted(
                before.position(),
                before.name(),
                OwnPlans.or(before.themeCode(), "no theme"),
                OwnPlans.or(before.leadRole(), "nobody stated")))) {
      return new WorkstreamPayload(before, errors.list());
    }
    WorkstreamContent content =
        content(
            given,
            new WorkstreamContent(
                before.position(), before.name(), before.themeCode(), before.leadRole()));
    isNew(
        given,
        content.name(),
        plans
            .workstreams(List.of(before.planKey()))
            .getOrDefault(before.planKey(), List.of())
            .stream()
            .filter(one -> one.key() != before.key())
            .map(Workstream::name)
            .toList());
    if (!errors.isEmpty() || !store.change(before, content)) {
      return WorkstreamPayload.wrong(errors);
    }
    return new WorkstreamPayload(
        plans.workstreamsByKey(List.of(before.key())).get(before.key()), List.of());
  }

  private List<Workstream> of(Plan plan) {
    return plans.workstreams(List.of(plan.key())).getOrDefault(plan.key(), List.of());
  }

  private WorkstreamContent content(Given given, WorkstreamContent before) {
    int position = given.number("position", before.position());
    given.wrongIf(position < 1, "position", "NOT_ALLOWED", "Positions are counted from 1.");
    @Nullable String theme = given.optional("theme", LONGEST, before.themeCode());
    if (theme != null && !theme.equals(before.themeCode())) {
      List<String> known = store.themes();
      given.wrongIf(
          !known.contains(theme),
          "theme",
          "NOT_FOUND",
          "There is no theme %s.%s".formatted(theme, Suggestions.didYouMean(theme, known)));
    }
    return new WorkstreamContent(
        position,
        given.text("name", LONGEST, before.name()),
        theme,
        given.optional("leadRole", LONGEST, before.leadRole()));
  }

  private static void isNew(Given given, String name, List<String> others) {
    given.wrongIf(
        others.contains(name),
        "name",
        "ALREADY_THERE",
        "The plan has a workstream of the name %s already.".formatted(name));
  }
}
