package org.sightline.plan;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaLoaders;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.inspection.InspectionLoaders;
import org.sightline.inspection.RecordAccess;
import org.sightline.inspection.framework.FrameworkLoaders;
import org.sightline.inspection.framework.Theme;

/** The schema's questions about plans and their parts. */
@Singleton
class PlanFields implements RoomFields {
  private final PlanService plans;
  private final PlanCouncils councils;

  PlanFields(PlanService plans, PlanCouncils councils) {
    this.plans = plans;
    this.councils = councils;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher(PlanService.LIST, this::plans)
                .dataFetcher("statusSchemes", _ -> plans.schemes()))
        .type(plan().wiring())
        .type(workstream().wiring())
        .type(milestone().wiring())
        .type(
            TypeFields.of(PlanTypes.SCHEME, StatusScheme.class)
                .field("id", one -> id(PlanTypes.SCHEME, one.key()))
                .field("isForEverybody", one -> one.ownerKey() == null)
                .wiring());
    Connection.wire(wiring, PlanTypes.PLAN);
    Connection.wire(wiring, PlanTypes.ACTION);
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    Map<String, Class<? extends Record>> records =
        new HashMap<>(Connection.records(PlanTypes.PLAN));
    records.putAll(Connection.records(PlanTypes.ACTION));
    records.put(PlanTypes.PLAN, Plan.class);
    records.put(PlanTypes.MILESTONE, Milestone.class);
    records.put("PlanClock", PlanClock.class);
    records.put("MilestoneDate", MilestoneDate.class);
    records.put("ActionCounts", ActionCounts.class);
    records.put("ActionsOfStatus", ActionCounts.OfStatus.class);
    records.put("ActionsOfState", ActionCounts.OfState.class);
    records.put(PlanTypes.WORKSTREAM, Workstream.class);
    records.put(PlanTypes.SCHEME, StatusScheme.class);
    records.put("Status", Status.class);
    records.put("DataQualityFinding", DataQualityFinding.class);
    return records;
  }

  static String id(String type, int key) {
    return new GlobalId(type, String.valueOf(key)).encoded();
  }

  private Connection<Plan> plans(DataFetchingEnvironment environment) {
    PageRequest page = PageRequest.of(environment, PlanService.LIST);
    @Nullable List<String> kinds = environment.getArgument("kinds");
    @Nullable List<String> states = environment.getArgument("states");
    PlanFilter filter =
        new PlanFilter(
            councils.keys(environment.getArgument("among")),
            kinds == null ? null : kinds.stream().map(PlanKind::valueOf).toList(),
            states == null ? null : states.stream().map(PlanState::valueOf).toList());
    return plans.page(filter, page);
  }

  private static TypeFields<Plan> plan() {
    return TypeFields.of(PlanTypes.PLAN, Plan.class)
        .field("id", one -> id(PlanTypes.PLAN, one.key()))
        .link("council", (one, environment) -> AreaLoaders.council(environment, one.councilKey()))
        .field(
            "access",
            one -> new RecordAccess(one.accessClass(), one.embargoedUntil(), one.ownerKey()))
        .link(
            "respondsTo",
            (one, environment) ->
                one.inspectionKey() == null
                    ? CompletableFuture.completedFuture(null)
                    : InspectionLoaders.inspection(environment, one.inspectionKey()))
        .link(
            "clocks",
            (one, environment) ->
                ActionLoaders.clocks(environment, one, Arguments.dayOrToday(environment, "at")))
        .link("scheme", (one, environment) -> PlanLoaders.scheme(environment, one.schemeKey()))
        .link("workstreams", (one, environment) -> PlanLoaders.workstreams(environment, one.key()))
        .link("parent", (one, environment) -> PlanLoaders.plan(environment, one.parentKey()))
        .link(
            "parentAction",
            (one, environment) -> PlanLoaders.action(environment, one.parentActionKey()))
        .link("children", (one, environment) -> PlanLoaders.children(environment, one.key()))
        .link("actions", PlanPartFields::actions)
        .link("counts", PlanPartFields::counts)
        .link("milestones", (one, environment) -> ActionLoaders.milestones(environment, one.key()))
        .link("dataQuality", PlanPartFields::dataQuality);
  }

  private static TypeFields<Workstream> workstream() {
    return TypeFields.of(PlanTypes.WORKSTREAM, Workstream.class)
        .field("id", one -> id(PlanTypes.WORKSTREAM, one.key()))
        .link("plan", (one, environment) -> PlanLoaders.plan(environment, one.planKey()))
        .link("theme", PlanFields::theme)
        .link("actions", PlanPartFields::actions)
        .link("counts", PlanPartFields::counts);
  }

  private static CompletableFuture<@Nullable Theme> theme(
      Workstream workstream, DataFetchingEnvironment environment) {
    @Nullable String code = workstream.themeCode();
    return code == null
        ? CompletableFuture.completedFuture(null)
        : FrameworkLoaders.definitions(environment)
            .thenApply(known -> known.theme(code).orElse(null));
  }

  private static TypeFields<Milestone> milestone() {
    return TypeFields.of(PlanTypes.MILESTONE, Milestone.class)
        .field("id", one -> id(PlanTypes.MILESTONE, one.key()))
        .field("disagreement", Milestone::disagreement)
        .link("action", (one, environment) -> PlanLoaders.action(environment, one.actionKey()));
  }
}
