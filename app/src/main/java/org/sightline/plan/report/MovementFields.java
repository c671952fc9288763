package org.sightline.plan.report;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.plan.Plan;
import org.sightline.plan.PlanLoaders;

/** What moved in a plan between its reports. */
@Singleton
class MovementFields implements RoomFields {
  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeFields.of(ReportTypes.PLAN, Plan.class)
                .link("movement", MovementFields::movement)
                .link("burnUp", MovementFields::burnUp)
                .wiring())
        .type(
            TypeFields.of("PlanMovement", PlanMovement.class)
                .field("added", one -> one.count(ActionMove.ADDED))
                .field("removed", one -> one.count(ActionMove.REMOVED))
                .field("reDated", one -> one.count(ActionMove.RE_DATED))
                .field("reopened", one -> one.count(ActionMove.REOPENED))
                .wiring())
        .type(
            TypeFields.of("ActionMovement", ActionMovement.class)
                .field("reference", one -> one.latest().reference())
                .field("text", one -> one.latest().text())
                .link(
                    "action",
                    (one, environment) -> PlanLoaders.action(environment, one.latest().actionKey()))
                .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "PlanMovement",
        PlanMovement.class,
        "StatusMovement",
        StatusMovement.class,
        "StateMovement",
        StateMovement.class,
        "CountChange",
        CountChange.class,
        "ActionMovement",
        ActionMovement.class,
        "BurnUpPoint",
        BurnUpPoint.class);
  }

  private static CompletableFuture<@Nullable PlanMovement> movement(
      Plan plan, DataFetchingEnvironment environment) {
    MovementAsked asked =
        new MovementAsked(
            plan.key(),
            environment.getArgument("from"),
            environment.getArgument("fromDay"),
            environment.getArgument("to"),
            environment.getArgument("toDay"));
    return ReportLoaders.movement(environment, asked).thenApply(found -> found.orElse(null));
  }

  private static CompletableFuture<List<BurnUpPoint>> burnUp(
      Plan plan, DataFetchingEnvironment environment) {
    BurnUpAsked asked =
        new BurnUpAsked(plan.key(), environment.getArgument("from"), environment.getArgument("to"));
    return ReportLoaders.burnUp(environment, asked);
  }
}
