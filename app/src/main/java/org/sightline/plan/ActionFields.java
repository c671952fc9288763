package org.sightline.plan;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** What the schema says of one action. */
@Singleton
class ActionFields implements RoomFields {
  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(action().wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(PlanTypes.ACTION, Action.class);
  }

  private static TypeFields<Action> action() {
    return TypeFields.of(PlanTypes.ACTION, Action.class)
        .field("id", one -> PlanFields.id(PlanTypes.ACTION, one.key()))
        .link("plan", (one, environment) -> PlanLoaders.plan(environment, one.planKey()))
        .link(
            "workstream",
            (one, environment) -> PlanLoaders.workstream(environment, one.workstreamKey()))
        .link("declared", ActionFields::declared);
  }

  private static CompletableFuture<@Nullable Status> declared(
      Action action, DataFetchingEnvironment environment) {
    return scheme(action, environment)
        .thenApply(scheme -> scheme.status(action.statusCode()).orElse(null));
  }

  /** Whoever sees an action sees its plan. */
  private static CompletableFuture<StatusScheme> scheme(
      Action action, DataFetchingEnvironment environment) {
    return PlanLoaders.plan(environment, action.planKey())
        .thenCompose(
            plan -> PlanLoaders.scheme(environment, Objects.requireNonNull(plan).schemeKey()));
  }
}
