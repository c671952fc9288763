package org.sightline.plan;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.indicator.IndicatorLoaders;

/** What the schema says of one action. */
@Singleton
class ActionFields implements RoomFields {
  private static final String AT = "at";

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(action().wiring())
        .type(
            TypeFields.of("ActionIndicator", ActionIndicator.class)
                .link(
                    "indicator",
                    (one, environment) ->
                        IndicatorLoaders.indicators(environment, List.of(one.indicatorKey()))
                            .thenApply(List::getFirst))
                .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        PlanTypes.ACTION,
        Action.class,
        "ActionIndicator",
        ActionIndicator.class,
        "ActionChange",
        ActionChange.class,
        "ImpactEvidence",
        ImpactEvidence.class,
        "ComputedState",
        ComputedState.class);
  }

  @Override
  public Map<String, Class<? extends Enum<?>>> enums() {
    return Map.of("DueDay", DueDay.class, "StateBasis", StateBasis.class);
  }

  private static TypeFields<Action> action() {
    return TypeFields.of(PlanTypes.ACTION, Action.class)
        .field("id", one -> PlanFields.id(PlanTypes.ACTION, one.key()))
        .link("plan", (one, environment) -> PlanLoaders.plan(environment, one.planKey()))
        .link(
            "workstream",
            (one, environment) -> PlanLoaders.workstream(environment, one.workstreamKey()))
        .link("declared", ActionFields::declared)
        .link("computed", ActionFields::computed)
        .link("disagreement", ActionFields::disagreement)
        .link(
            "disagrees",
            (one, environment) ->
                disagreement(one, environment).thenApply(sentence -> sentence != null))
        .link("history", (one, environment) -> ActionLoaders.history(environment, one.key()))
        .link("evidence", (one, environment) -> ActionLoaders.evidence(environment, one.key()))
        .link("dependsOn", (one, environment) -> ActionLoaders.dependsOn(environment, one.key()))
        .link("blocks", (one, environment) -> ActionLoaders.blocks(environment, one.key()))
        .link("findings", (one, environment) -> ActionLoaders.findings(environment, one.key()))
        .link("indicators", (one, environment) -> ActionLoaders.indicators(environment, one.key()));
  }

  private static CompletableFuture<@Nullable Status> declared(
      Action action, DataFetchingEnvironment environment) {
    return PlanLoaders.scheme(environment, action.schemeKey())
        .thenApply(scheme -> scheme.status(action.statusCode()).orElse(null));
  }

  private static CompletableFuture<ComputedState> computed(
      Action action, DataFetchingEnvironment environment) {
    LocalDate at = Arguments.dayOrToday(environment, AT);
    DueDay against = DueDay.valueOf(Arguments.required(environment, "against"));
    return PlanLoaders.scheme(environment, action.schemeKey())
        .thenApply(scheme -> ComputedState.of(action, at, against, scheme));
  }

  private static CompletableFuture<@Nullable String> disagreement(
      Action action, DataFetchingEnvironment environment) {
    LocalDate at = Arguments.dayOrToday(environment, AT);
    return PlanLoaders.scheme(environment, action.schemeKey())
        .thenApply(
            scheme ->
                ComputedState.of(action, at, DueDay.CURRENT, scheme)
                    .disagreement(scheme, action.statusCode())
                    .orElse(null));
  }
}
