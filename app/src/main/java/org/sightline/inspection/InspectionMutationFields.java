package org.sightline.inspection;

import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
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
            .dataFetcher("recordInspection", by(inspections::record))
            .dataFetcher("amendInspection", by(inspections::amend))
            .dataFetcher("recordFindings", by(findings::record))
            .dataFetcher("amendFinding", by(findings::amend))
            .dataFetcher("changeRecordAccess", by(access::change)));
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

  private static <P> DataFetcher<P> by(Function<Input, P> change) {
    return environment -> change.apply(Input.of(environment, "input"));
  }
}
