package org.sightline.inspection;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import org.sightline.graphql.Input;
import org.sightline.graphql.RoomFields;

/** The schema's changes of inspections, findings, and of who may see a record. */
@Singleton
class InspectionMutationFields implements RoomFields {
  private final InspectionChanges inspections;
  private final FindingChanges findings;
  private final RecordAccessService access;

  InspectionMutationFields(
      InspectionChanges inspections, FindingChanges findings, RecordAccessService access) {
    this.inspections = inspections;
    this.findings = findings;
    this.access = access;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        TypeRuntimeWiring.newTypeWiring("Mutation")
            .dataFetcher("recordInspection", Input.to(inspections::record))
            .dataFetcher("amendInspection", Input.to(inspections::amend))
            .dataFetcher("recordFindings", Input.to(findings::record))
            .dataFetcher("amendFinding", Input.to(findings::amend))
            .dataFetcher("changeRecordAccess", Input.to(access::change)));
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "RecordInspectionPayload",
        InspectionPayload.class,
        "AmendInspectionPayload",
        InspectionPayload.class,
        "RecordFindingsPayload",
        FindingsPayload.class,
        "AmendFindingPayload",
        FindingPayload.class,
        "ChangeRecordAccessPayload",
        RecordAccessChange.Payload.class,
        "RecordAccessChange",
        RecordAccessChange.class);
  }
}
