package org.sightline.plan;

import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sightline.graphql.Input;
import org.sightline.graphql.RoomFields;

/** The schema's changes of plans and what hangs on them. */
@Singleton
class PlanMutationFields implements RoomFields {
  private final SchemeChanges schemes;
  private final PlanChanges plans;
  private final WorkstreamChanges workstreams;
  private final ActionRecording recording;
  private final ActionChanges actions;
  private final ActionLinkChanges links;
  private final MilestoneChanges milestones;

  PlanMutationFields(
      SchemeChanges schemes,
      PlanChanges plans,
      WorkstreamChanges workstreams,
      ActionRecording recording,
      ActionChanges actions,
      ActionLinkChanges links,
      MilestoneChanges milestones) {
    this.schemes = schemes;
    this.plans = plans;
    this.workstreams = workstreams;
    this.recording = recording;
    this.actions = actions;
    this.links = links;
    this.milestones = milestones;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        TypeRuntimeWiring.newTypeWiring("Mutation")
            .dataFetcher("definePlanScheme", by(schemes::define))
            .dataFetcher("recordPlan", by(plans::record))
            .dataFetcher("amendPlan", by(plans::amend))
            .dataFetcher("recordWorkstreams", by(workstreams::record))
            .dataFetcher("amendWorkstream", by(workstreams::amend))
            .dataFetcher("recordActions", by(recording::record))
            .dataFetcher("amendAction", by(actions::amend))
            .dataFetcher("completeAction", by(actions::complete))
            .dataFetcher("reopenAction", by(actions::reopen))
            .dataFetcher("removeAction", by(actions::remove))
            .dataFetcher("recordImpact", by(links::recordImpact))
            .dataFetcher("linkFinding", by(links::linkFinding))
            .dataFetcher("unlinkFinding", by(links::unlinkFinding))
            .dataFetcher("linkIndicator", by(links::linkIndicator))
            .dataFetcher("unlinkIndicator", by(links::unlinkIndicator))
            .dataFetcher("setDependency", by(links::setDependency))
            .dataFetcher("recordMilestone", by(milestones::record)));
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    Map<String, Class<? extends Record>> records = new HashMap<>();
    List.of(
            "AmendAction",
            "CompleteAction",
            "ReopenAction",
            "RemoveAction",
            "RecordImpact",
            "LinkFinding",
            "UnlinkFinding",
            "LinkIndicator",
            "UnlinkIndicator",
            "SetDependency")
        .forEach(name -> records.put(name + "Payload", ActionPayload.class));
    records.put("DefinePlanSchemePayload", SchemePayload.class);
    records.put("RecordPlanPayload", PlanPayload.class);
    records.put("AmendPlanPayload", PlanPayload.class);
    records.put("RecordWorkstreamsPayload", WorkstreamsPayload.class);
    records.put("AmendWorkstreamPayload", WorkstreamPayload.class);
    records.put("RecordActionsPayload", ActionsPayload.class);
    records.put("RecordMilestonePayload", MilestonePayload.class);
    return records;
  }

  private static <T> DataFetcher<T> by(Function<Input, T> change) {
    return environment -> change.apply(Input.of(environment, "input"));
  }
}
