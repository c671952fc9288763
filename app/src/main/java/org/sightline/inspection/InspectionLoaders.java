package org.sightline.inspection;

import graphql.schema.DataFetchingEnvironment;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.sightline.calendar.CalendarService;
import org.sightline.calendar.WorkingDays;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** Inspections and their findings, one read for all of an answer. */
@Singleton
public class InspectionLoaders implements RoomLoaders {
  private static final String INSPECTIONS = "inspectionsByKey";
  private static final String OF_COUNCILS = "inspectionsOfCouncils";
  private static final String FINDINGS = "findingsByKey";
  private static final String OF_INSPECTIONS = "findingsOfInspections";

  private static final String WORKING_DAYS = "workingDays";
  private static final String ALL = "all";

  private final InspectionService inspections;
  private final FindingService findings;
  private final CalendarService calendar;

  InspectionLoaders(
      InspectionService inspections, FindingService findings, CalendarService calendar) {
    this.inspections = inspections;
    this.findings = findings;
    this.calendar = calendar;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(INSPECTIONS, Loaders.<Integer, Inspection>batch(inspections::byKey, null));
    registry.register(
        OF_COUNCILS, Loaders.<Integer, List<Inspection>>batch(inspections::ofCouncils, List.of()));
    registry.register(FINDINGS, Loaders.<Integer, Finding>batch(findings::byKey, null));
    registry.register(
        OF_INSPECTIONS, Loaders.<Integer, List<Finding>>batch(findings::ofInspections, List.of()));
    registry.register(
        WORKING_DAYS,
        Loaders.<String, WorkingDays>batch(_ -> Map.of(ALL, calendar.workingDays()), null));
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

  /** The working days that are known, read once for all links of an operation. */
  static CompletableFuture<WorkingDays> workingDays(DataFetchingEnvironment environment) {
    return Loaders.load(environment, WORKING_DAYS, ALL);
  }
}
