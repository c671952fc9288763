package org.sightline.plan;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;
import org.sightline.inspection.Finding;
import org.sightline.plan.PlanClockService.Asked;

/** What hangs on actions and plans, one read for all of an answer. */
@Singleton
public class ActionLoaders implements RoomLoaders {
  private static final String HISTORY = "historyOfActions";
  private static final String EVIDENCE = "evidenceOfActions";
  private static final String INDICATORS = "indicatorsOfActions";
  private static final String DEPENDS_ON = "actionsNeeded";
  private static final String BLOCKS = "actionsWaiting";
  private static final String MILESTONES = "milestonesOfPlans";

  private static final String FINDINGS = "findingsOfActions";
  private static final String CLOCKS = "clocksOfPlans";

  private final ActionLinkService links;
  private final MilestoneService milestones;
  private final PlanClockService clocks;

  ActionLoaders(ActionLinkService links, MilestoneService milestones, PlanClockService clocks) {
    this.links = links;
    this.milestones = milestones;
    this.clocks = clocks;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        HISTORY, Loaders.<Integer, List<ActionChange>>batch(links::history, List.of()));
    registry.register(
        EVIDENCE, Loaders.<Integer, List<ImpactEvidence>>batch(links::evidence, List.of()));
    registry.register(
        INDICATORS, Loaders.<Integer, List<ActionIndicator>>batch(links::indicators, List.of()));
    registry.register(
        DEPENDS_ON, Loaders.<Integer, List<Action>>batch(links::dependsOn, List.of()));
    registry.register(BLOCKS, Loaders.<Integer, List<Action>>batch(links::blocks, List.of()));
    registry.register(
        MILESTONES, Loaders.<Integer, List<Milestone>>batch(milestones::ofPlans, List.of()));
    registry.register(FINDINGS, Loaders.<Integer, List<Finding>>batch(links::findings, List.of()));
    registry.register(CLOCKS, Loaders.<Asked, List<PlanClock>>batch(clocks::clocks, List.of()));
  }

  /** An action's changes, the oldest first. */
  public static CompletableFuture<List<ActionChange>> history(
      DataFetchingEnvironment environment, int actionKey) {
    return Loaders.load(environment, HISTORY, actionKey);
  }

  static CompletableFuture<List<ImpactEvidence>> evidence(
      DataFetchingEnvironment environment, int actionKey) {
    return Loaders.load(environment, EVIDENCE, actionKey);
  }

  /** By which indicators an action's effect is to be seen. */
  public static CompletableFuture<List<ActionIndicator>> indicators(
      DataFetchingEnvironment environment, int actionKey) {
    return Loaders.load(environment, INDICATORS, actionKey);
  }

  static CompletableFuture<List<Action>> dependsOn(
      DataFetchingEnvironment environment, int actionKey) {
    return Loaders.load(environment, DEPENDS_ON, actionKey);
  }

  static CompletableFuture<List<Action>> blocks(
      DataFetchingEnvironment environment, int actionKey) {
    return Loaders.load(environment, BLOCKS, actionKey);
  }

  /** A plan's milestones, in the order of their earliest days. */
  public static CompletableFuture<List<Milestone>> milestones(
      DataFetchingEnvironment environment, int planKey) {
    return Loaders.load(environment, MILESTONES, planKey);
  }

  /** The findings that an action answers, where the viewer may see both. */
  public static CompletableFuture<List<Finding>> findings(
      DataFetchingEnvironment environment, int actionKey) {
    return Loaders.load(environment, FINDINGS, actionKey);
  }

  static CompletableFuture<List<PlanClock>> clocks(
      DataFetchingEnvironment environment, Plan plan, LocalDate at) {
    return Loaders.load(environment, CLOCKS, new Asked(plan, at));
  }
}
