package org.sightline.plan;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            .dataFetcher("definePlanScheme", Input.to(schemes::define))
            .dataFetcher("recordPlan", Input.to(plans::record))
            .dataFetcher("amendPlan", Input.to(plans::amend))
            .dataFetcher("recordWorkstreams", Input.to(workstreams::record))
            .dataFetcher("amendWorkstream", Input.to(workstreams::amend))
            .dataFetcher("recordActions", Input.to(recording::record))
            .dataFetcher("amendAction", Input.to(actions::amend))
            .dataFetcher("completeAction", Input.to(actions::complete))
            .dataFetcher("reopenAction", Input.to(actions::reopen))
            .dataFetcher("removeAction", Input.to(actions::remove))
            .dataFetcher("recordImpact", Input.to(links::recordImpact))
            .dataFetcher("linkFinding", Input.to(links::linkFinding))
            .dataFetcher("unlinkFinding", Input.to(links::unlinkFinding))
            .dataFetcher("linkIndicator", Input.to(links::linkIndicator))
            .dataFetcher("unlinkIndicator", Input.to(links::unlinkIndicator))
            .dataFetcher("setDependency", Input.to(links::setDependency))
            .dataFetcher("recordMilestone", Input.to(milestones::record)));
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
}
