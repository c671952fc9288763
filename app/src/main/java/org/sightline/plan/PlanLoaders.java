package org.sightline.plan;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** What belongs to plans, one statement for all plans of an answer. */
@Singleton
public class PlanLoaders implements RoomLoaders {
  private static final String PLANS = "plans";
  private static final String CHILDREN = "plansBelow";
  private static final String SCHEMES = "statusSchemes";
  private static final String WORKSTREAMS = "workstreams";
  private static final String WORKSTREAMS_OF_PLANS = "workstreamsOfPlans";
  private static final String ACTIONS = "actions";
  private static final String ACTIONS_OF_PLANS = "actionsOfPlans";

  private final PlanService plans;

  PlanLoaders(PlanService plans) {
    this.plans = plans;
  }

  /** A plan; null where there is no key, or it is out of sight. */
  public static CompletableFuture<@Nullable Plan> plan(
      DataFetchingEnvironment environment, @Nullable Integer key) {
    return linked(environment, PLANS, key);
  }

  /** The plans right below one. */
  static CompletableFuture<List<Plan>> children(DataFetchingEnvironment environment, int planKey) {
    return Loaders.load(environment, CHILDREN, planKey);
  }

  /** The scheme of a plan that is in sight. */
  public static CompletableFuture<StatusScheme> scheme(
      DataFetchingEnvironment environment, int key) {
    return Loaders.load(environment, SCHEMES, key);
  }

  /** A workstream; null where there is no key, or it is out of sight. */
  public static CompletableFuture<@Nullable Workstream> workstream(
      DataFetchingEnvironment environment, @Nullable Integer key) {
    return linked(environment, WORKSTREAMS, key);
  }

  /** A plan's workstreams in their order. */
  public static CompletableFuture<List<Workstream>> workstreams(
      DataFetchingEnvironment environment, int planKey) {
    return Loaders.load(environment, WORKSTREAMS_OF_PLANS, planKey);
  }

  /** An action, removed or not; null where there is no key, or it is out of sight. */
  public static CompletableFuture<@Nullable Action> action(
      DataFetchingEnvironment environment, @Nullable Integer key) {
    return linked(environment, ACTIONS, key);
  }

  /** A plan's actions in their order, without those that were removed. */
  public static CompletableFuture<List<Action>> actions(
      DataFetchingEnvironment environment, int planKey) {
    return Loaders.load(environment, ACTIONS_OF_PLANS, planKey);
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(PLANS, Loaders.<Integer, Plan>batch(plans::byKey, null));
    registry.register(CHILDREN, Loaders.<Integer, List<Plan>>batch(plans::children, List.of()));
    registry.register(SCHEMES, Loaders.<Integer, StatusScheme>batch(plans::schemesByKey, null));
    registry.register(
        WORKSTREAMS, Loaders.<Integer, Workstream>batch(plans::workstreamsByKey, null));
    registry.register(
        WORKSTREAMS_OF_PLANS,
        Loaders.<Integer, List<Workstream>>batch(plans::workstreams, List.of()));
    registry.register(ACTIONS, Loaders.<Integer, Action>batch(plans::actionsByKey, null));
    registry.register(
        ACTIONS_OF_PLANS, Loaders.<Integer, List<Action>>batch(plans::actions, List.of()));
  }

  private static <V> CompletableFuture<@Nullable V> linked(
      DataFetchingEnvironment environment, String loader, @Nullable Integer key) {
    return key == null
        ? CompletableFuture.completedFuture(null)
        : Loaders.<Integer, V>load(environment, loader, key).thenApply(found -> found);
  }
}
