package org.sightline.plan.report;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** What belongs to plans' status reports, in the same statements for all of an answer. */
@Singleton
class ReportLoaders implements RoomLoaders {
  private static final String REPORTS = "statusReportsOfPlans";
  private static final String FIGURES = "statusReportFigures";
  private static final String ACTIONS = "statusReportActions";
  private static final String MOVEMENTS = "planMovements";
  private static final String BURN_UPS = "planBurnUps";

  private final StatusReportService reports;

  ReportLoaders(StatusReportService reports) {
    this.reports = reports;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        REPORTS, Loaders.<Integer, List<StatusReport>>batch(reports::ofPlans, List.of()));
    registry.register(FIGURES, Loaders.<StatusReport, ReportFigures>batch(reports::figures, null));
    registry.register(
        ACTIONS, Loaders.<Integer, List<ReportedAction>>batch(reports::actions, List.of()));
    registry.register(
        MOVEMENTS,
        Loaders.<MovementAsked, Optional<PlanMovement>>batch(reports::movements, Optional.empty()));
    registry.register(
        BURN_UPS, Loaders.<BurnUpAsked, List<BurnUpPoint>>batch(reports::burnUps, List.of()));
  }

  static CompletableFuture<List<StatusReport>> reports(
      DataFetchingEnvironment environment, int planKey) {
    return Loaders.load(environment, REPORTS, planKey);
  }

  static CompletableFuture<ReportFigures> figures(
      DataFetchingEnvironment environment, StatusReport report) {
    return Loaders.load(environment, FIGURES, report);
  }

  static CompletableFuture<List<ReportedAction>> actions(
      DataFetchingEnvironment environment, int reportKey) {
    return Loaders.load(environment, ACTIONS, reportKey);
  }

  static CompletableFuture<Optional<PlanMovement>> movement(
      DataFetchingEnvironment environment, MovementAsked asked) {
    return Loaders.load(environment, MOVEMENTS, asked);
  }

  static CompletableFuture<List<BurnUpPoint>> burnUp(
      DataFetchingEnvironment environment, BurnUpAsked asked) {
    return Loaders.load(environment, BURN_UPS, asked);
  }
}
