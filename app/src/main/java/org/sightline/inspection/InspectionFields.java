package org.sightline.inspection;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.council.AreaLoaders;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.PageRequest;

/** The schema's questions about inspections. */
@Singleton
class InspectionFields implements RoomFields {
  static final String INSPECTION = "Inspection";

  private final InspectionQuestions questions;

  InspectionFields(InspectionQuestions questions) {
    this.questions = questions;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher(InspectionService.LIST, this::inspections))
        .type(
            TypeFields.of(INSPECTION, Inspection.class)
                .field("id", one -> new GlobalId(INSPECTION, String.valueOf(one.key())).encoded())
                .link(
                    "council",
                    (one, environment) -> AreaLoaders.council(environment, one.councilKey()))
                .fetch("judgements", InspectionFields::judgements)
                .fetch("judgement", InspectionFields::judgement)
                .field("basis", InspectionBasis::of)
                .link(
                    "findings",
                    (one, environment) -> InspectionLoaders.findings(environment, one.key()))
                .wiring());
    wiring.type(
        TypeFields.of("InspectionSource", InspectionSource.class)
            .field("precedence", InspectionSource::precedence)
            .wiring());
    Connection.wire(wiring, INSPECTION);
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    Map<String, Class<? extends Record>> records = new HashMap<>(Connection.records(INSPECTION));
    records.put(INSPECTION, Inspection.class);
    records.put("Judgement", Judgement.class);
    records.put("InspectionSource", InspectionSource.class);
    records.put("InspectionAccount", InspectionAccount.class);
    records.put("ShownField", ShownField.class);
    records.put("SourceDisagreement", SourceDisagreement.class);
    records.put("SourcedValue", SourcedValue.class);
    return records;
  }

  private Connection<Inspection> inspections(DataFetchingEnvironment environment) {
    return questions.page(
        environment.getArgument("among"),
        environment.getArgument("frameworks"),
        environment.getArgument("types"),
        environment.getArgument("from"),
        environment.getArgument("to"),
        PageRequest.of(environment, InspectionService.LIST));
  }

  private static List<Judgement> judgements(
      Inspection inspection, DataFetchingEnvironment environment) {
    return Boolean.TRUE.equals(environment.getArgument("all"))
        ? inspection.judged()
        : inspection.judgementsOfVersion();
  }

  private static Judgement judgement(Inspection inspection, DataFetchingEnvironment environment) {
    return InspectionQuestions.judgement(inspection, Arguments.required(environment, "area"));
  }
}
