package org.sightline.inspection;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.inspection.InspectionMatrix.AreaCounts;
import org.sightline.inspection.InspectionMatrix.Gap;
import org.sightline.inspection.InspectionMatrix.GradeCount;
import org.sightline.inspection.InspectionMatrix.ReasonCount;
import org.sightline.inspection.InspectionMatrix.Row;

/** The schema's questions about councils' inspections side by side, and one after another. */
@Singleton
class MatrixFields implements RoomFields {
  private final MatrixService matrices;

  MatrixFields(MatrixService matrices) {
    this.matrices = matrices;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query").dataFetcher("inspectionMatrix", this::matrix))
        .type(
            TypeFields.of(InspectionFields.INSPECTION, Inspection.class)
                .link("previous", MatrixFields::previous)
                .link("distanceTravelled", MatrixFields::distanceTravelled)
                .wiring())
        .type(row().wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "InspectionMatrix",
        InspectionMatrix.class,
        "InspectionMatrixRow",
        Row.class,
        "InspectionMatrixGap",
        Gap.class,
        "JudgementCounts",
        AreaCounts.class,
        "GradeCount",
        GradeCount.class,
        "NoGradeCount",
        ReasonCount.class,
        "JudgementMovement",
        JudgementMovement.class);
  }

  private InspectionMatrix matrix(DataFetchingEnvironment environment) {
    return matrices.matrix(
        environment.getArgument("among"),
        Arguments.dayOrToday(environment, "at"),
        Arguments.required(environment, "framework"));
  }

  private static TypeFields<Row> row() {
    return TypeFields.of("InspectionMatrixRow", Row.class)
        .field("judgements", row -> row.inspection().judged())
        .field("daysSince", row -> DaysSince.of(row.inspection(), row.at()))
        .link(
            "publicationLag",
            (row, environment) ->
                InspectionLoaders.workingDays(environment)
                    .thenApply(calendar -> PublicationLag.of(row.inspection(), row.at(), calendar)))
        .field("previous", row -> before(row).orElse(null))
        .field("distanceTravelled", row -> DistanceTravelled.between(before(row), row.inspection()))
        .field("nextWindow", row -> next(row).first())
        .field("noNextWindowBecause", row -> next(row).because());
  }

  private static Optional<Inspection> before(Row row) {
    return DistanceTravelled.previous(row.inspection(), row.history());
  }

  private static NextWindow.Answer next(Row row) {
    return NextWindow.after(row.inspection(), row.history());
  }

  private static CompletableFuture<@Nullable Inspection> previous(
      Inspection inspection, DataFetchingEnvironment environment) {
    return InspectionLoaders.ofCouncil(environment, inspection.councilKey())
        .thenApply(history -> DistanceTravelled.previous(inspection, history).orElse(null));
  }

  private static CompletableFuture<List<JudgementMovement>> distanceTravelled(
      Inspection inspection, DataFetchingEnvironment environment) {
    @Nullable String since = environment.getArgument("since");
    return InspectionLoaders.ofCouncil(environment, inspection.councilKey())
        .thenApply(
            history ->
                DistanceTravelled.between(
                    InspectionQuestions.earlier(inspection, since, history), inspection));
  }
}
