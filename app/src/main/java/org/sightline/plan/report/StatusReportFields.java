package org.sightline.plan.report;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.plan.Plan;
import org.sightline.plan.PlanLoaders;

/** The schema's questions about status reports, and how they are issued. */
@Singleton
class StatusReportFields implements RoomFields {
  private final ReportMutations mutations;

  StatusReportFields(ReportMutations mutations) {
    this.mutations = mutations;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("issueStatusReport", Input.to(mutations::issue))
                .dataFetcher("recordStatusReport", Input.to(mutations::record)))
        .type(plan().wiring())
        .type(report().wiring())
        .type(
            TypeFields.of("ReportedWorkstream", WorkstreamFigures.class)
                .field("name", one -> one.part().name())
                .field("position", one -> one.part().position())
                .field("themeCode", one -> one.part().themeCode())
                .field("statedTotal", one -> one.part().statedTotal())
                .field("summedTotal", one -> one.counts().total())
                .field("counts", one -> one.counts().byStatus())
                .field("byState", one -> one.counts().byState())
                .wiring())
        .type(
            TypeFields.of("ReportedAction", ReportedAction.class)
                .link(
                    "action",
                    (one, environment) -> PlanLoaders.action(environment, one.actionKey()))
                .wiring());
    Connection.wire(wiring, ReportTypes.REPORT);
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    Map<String, Class<? extends Record>> records =
        new HashMap<>(Connection.records(ReportTypes.REPORT));
    records.put(ReportTypes.REPORT, StatusReport.class);
    records.put("ReportedWorkstream", WorkstreamFigures.class);
    records.put("ReportedAction", ReportedAction.class);
    records.put("ReportedStatus", StatusFigure.class);
    records.put("ReportedState", StateFigure.class);
    records.put("NotStatedStatus", StatedStatus.class);
    records.put("StatusReportPayload", IssuePayload.class);
    return records;
  }

  private static TypeFields<Plan> plan() {
    return TypeFields.of(ReportTypes.PLAN, Plan.class)
        .link(StatusReportService.LIST, StatusReportFields::reports)
        .link(
            "latestReport",
            (plan, environment) ->
                ReportLoaders.reports(environment, plan.key())
                    .thenApply(all -> all.stream().findFirst().orElse(null)));
  }

  private static CompletableFuture<Connection<StatusReport>> reports(
      Plan plan, DataFetchingEnvironment environment) {
    PageRequest page =
        PageRequest.of(environment, StatusReportService.LIST, String.valueOf(plan.key()));
    boolean isWithEarlier = Boolean.TRUE.equals(environment.getArgument("earlierRevisions"));
    return ReportLoaders.reports(environment, plan.key())
        .thenApply(all -> StatusReportService.page(all, isWithEarlier, page));
  }

  private static TypeFields<StatusReport> report() {
    return TypeFields.of(ReportTypes.REPORT, StatusReport.class)
        .field("id", one -> new GlobalId(ReportTypes.REPORT, String.valueOf(one.key())).encoded())
        .field("isNewestRevision", StatusReport::isNewestRevision)
        .field("isFromActions", StatusReport::isFromActions)
        .link("plan", (one, environment) -> PlanLoaders.plan(environment, one.planKey()))
        .link("actions", (one, environment) -> ReportLoaders.actions(environment, one.key()))
        .link("summedTotal", figures(ReportFigures::summedTotal))
        .link("counts", figures(all -> all.whole().byStatus()))
        .link("byState", figures(all -> all.whole().byState()))
        .link("notStated", figures(all -> all.notStated()))
        .link("workstreams", figures(ReportFigures::workstreams))
        .link("dataQuality", figures(TotalsCheck::of));
  }

  private static Fetch figures(Function<ReportFigures, @Nullable Object> read) {
    return (report, environment) -> ReportLoaders.figures(environment, report).thenApply(read);
  }

  /** A field that is read from a report's figures. */
  private interface Fetch
      extends BiFunction<StatusReport, DataFetchingEnvironment, CompletableFuture<?>> {}
}
