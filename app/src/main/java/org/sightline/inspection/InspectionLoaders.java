package org.sightline.inspection;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** Inspections and their findings, one read for all of an answer. */
@Singleton
public class InspectionLoaders implements RoomLoaders {
  private static final String INSPECTIONS = "inspectionsByKey";
  private static final String OF_COUNCILS = "inspectionsOfCouncils";
  private static final String FINDINGS = "findingsByKey";
  private static final String OF_INSPECTIONS = "findingsOfInspections";

  private final InspectionService inspections;
  private final FindingService findings;

  InspectionLoaders(InspectionService inspections, FindingService findings) {
    this.inspections = inspections;
    this.findings = findings;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(INSPECTIONS, Loaders.<Integer, Inspection>batch(inspections::byKey, null));
    registry.register(
        OF_COUNCILS, Loaders.<Integer, List<Inspection>>batch(inspections::ofCouncils, List.of()));
    registry.register(FINDINGS, Loaders.<Integer, Finding>batch(findings::byKey, null));
    registry.register(
        OF_INSPECTIONS, Loaders.<Integer, List<Finding>>batch(findings::ofInspections, List.of()));
  }

  /** The inspection of a key; null where it is out of sight. */
  public static CompletableFuture<@Nullable Inspection> inspection(
      DataFetchingEnvironment environment, int key) {
    return Loaders.<Integer, Inspection>load(environment, INSPECTIONS, key)
        .thenApply(found -> found);
  }

  /** Every inspection of a council in sight, the newest first. */
  public static CompletableFuture<List<Inspection>> ofCouncil(
      DataFetchingEnvironment environment, int councilKey) {
    return Loaders.load(environment, OF_COUNCILS, councilKey);
  }

  /** The finding of a key; null where it is out of sight. */
  public static CompletableFuture<@Nullable Finding> finding(
      DataFetchingEnvironment environment, int key) {
    return Loaders.<Integer, Finding>load(environment, FINDINGS, key).thenApply(found -> found);
  }

  /** The findings of an inspection in sight, in their order. */
  public static CompletableFuture<List<Finding>> findings(
      DataFetchingEnvironment environment, int inspectionKey) {
    return Loaders.load(environment, OF_INSPECTIONS, inspectionKey);
  }
}
