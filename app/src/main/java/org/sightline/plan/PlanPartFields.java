package org.sightline.plan;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.NotFound;
import org.sightline.graphql.Suggestions;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.inspection.framework.FrameworkLoaders;
import org.sightline.inspection.framework.Theme;

/** What is made of all actions of a plan, which are read once for all plans of an answer. */
final class PlanPartFields {
  private PlanPartFields() {}

  static CompletableFuture<Connection<Action>> actions(
      Plan plan, DataFetchingEnvironment environment) {
    PageRequest page = PageRequest.of(environment, ActionPage.LIST, String.valueOf(plan.key()));
    ActionFilter filter = filter(environment);
    return wanted(plan, filter, environment).thenApply(wanted -> ActionPage.of(page, wanted));
  }

  static CompletableFuture<ActionCounts> counts(Plan plan, DataFetchingEnvironment environment) {
    return PlanLoaders.actions(environment, plan.key())
        .thenCombine(
            PlanLoaders.scheme(environment, plan.schemeKey()),
            (actions, scheme) ->
                ActionCounts.of(actions, scheme, Arguments.dayOrToday(environment, "at")));
  }

  static CompletableFuture<ActionCounts> counts(
      Workstream workstream, DataFetchingEnvironment environment) {
    return actions(workstream, environment)
        .thenCombine(
            PlanLoaders.scheme(environment, workstream.schemeKey()),
            (actions, scheme) ->
                ActionCounts.of(actions, scheme, Arguments.dayOrToday(environment, "at")));
  }

  static CompletableFuture<List<Action>> actions(
      Workstream workstream, DataFetchingEnvironment environment) {
    return PlanLoaders.actions(environment, workstream.planKey())
        .thenApply(
            actions ->
                actions.stream()
                    .filter(action -> action.workstreamKey() == workstream.key())
                    .toList());
  }

  static CompletableFuture<List<DataQualityFinding>> dataQuality(
      Plan plan, DataFetchingEnvironment environment) {
    CompletableFuture<List<Milestone>> milestones =
        ActionLoaders.milestones(environment, plan.key());
    CompletableFuture<StatusScheme> scheme = PlanLoaders.scheme(environment, plan.schemeKey());
    return PlanLoaders.actions(environment, plan.key())
        .thenCombine(
            milestones.thenCombine(
                scheme, (dated, known) -> new PlanQuality(plan, List.of(), dated, known)),
            (actions, rest) ->
                new PlanQuality(plan, actions, rest.milestones(), rest.scheme()).findings());
  }

  private static CompletableFuture<List<Action>> wanted(
      Plan plan, ActionFilter filter, DataFetchingEnvironment environment) {
    CompletableFuture<List<Workstream>> workstreams =
        PlanLoaders.workstreams(environment, plan.key());
    CompletableFuture<StatusScheme> scheme = PlanLoaders.scheme(environment, plan.schemeKey());
    return PlanLoaders.actions(environment, plan.key())
        .thenCombine(known(filter.theme(), environment), (actions, _) -> actions)
        .thenCombine(workstreams, Asked::new)
        .thenCombine(scheme, (asked, known) -> filter.of(asked.actions(), asked.parts(), known));
  }

  /** Refuses a theme that there is not. */
  private static CompletableFuture<Boolean> known(
      @Nullable String theme, DataFetchingEnvironment environment) {
    if (theme == null) {
      return CompletableFuture.completedFuture(true);
    }
    return FrameworkLoaders.definitions(environment)
        .thenApply(
            known -> {
              List<String> codes = known.themes().stream().map(Theme::code).toList();
              if (codes.contains(theme)) {
                return true;
              }
              throw new BadUserInput(
                  "There is no theme '%s'.%s Allowed: %s."
                      .formatted(
                          theme, Suggestions.didYouMean(theme, codes), String.join(", ", codes)),
                  "theme",
                  codes);
            });
  }

  private record Asked(List<Action> actions, List<Workstream> parts) {}

  private static ActionFilter filter(DataFetchingEnvironment environment) {
    return new ActionFilter(
        Arguments.optional(environment, "state", CanonicalState::valueOf),
        StateBasis.valueOf(Arguments.required(environment, "stateBy")) == StateBasis.COMPUTED,
        Arguments.dayOrToday(environment, "at"),
        environment.getArgument("theme"),
        workstream(environment.getArgument("workstream")),
        environment.getArgument("overdueAt"));
  }

  private static @Nullable Integer workstream(@Nullable String id) {
    return id == null
        ? null
        : GlobalId.number(PlanTypes.WORKSTREAM, id)
            .orElseThrow(
                () -> new NotFound("There is no workstream with the id '%s'.".formatted(id)));
  }
}
