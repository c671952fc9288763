package org.sightline.plan.comparison;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaLoaders;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** The schema's question that puts plans side by side. */
@Singleton
class PlanComparisonFields implements RoomFields {
  private final PlanComparisonService comparisons;

  PlanComparisonFields(PlanComparisonService comparisons) {
    this.comparisons = comparisons;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("planComparison", this::comparison))
        .type(
            TypeFields.of("ComparedPlan", ComparedPlan.class)
                .link(
                    "council",
                    (one, environment) ->
                        AreaLoaders.council(environment, one.counted().plan().councilKey()))
                .field("plan", one -> one.counted().plan())
                .field("asAt", one -> one.counted().asAt())
                .field("report", one -> one.counted().report())
                .field("basis", ComparedPlan::basis)
                .wiring())
        .type(
            TypeFields.of("UnmappedWorkstream", UnmappedWorkstream.class)
                .link(
                    "council",
                    (one, environment) -> AreaLoaders.council(environment, one.plan().councilKey()))
                .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "PlanComparison",
        PlanComparison.class,
        "ComparedPlan",
        ComparedPlan.class,
        "PlanMeasures",
        PlanMeasures.class,
        "PlanFigure",
        PlanFigure.class,
        "PlanThemeMeasures",
        ThemeMeasures.class,
        "PlanTheme",
        Theme.class,
        "UnmappedWorkstream",
        UnmappedWorkstream.class);
  }

  private PlanComparison comparison(DataFetchingEnvironment environment) {
    LocalDate at = Arguments.dayOrToday(environment, "at");
    @Nullable LocalDate from = environment.getArgument("from");
    return comparisons.compare(
        new ComparisonAsked(
            environment.getArgument("among"),
            at,
            environment.getArgument("theme"),
            Objects.requireNonNullElse(from, at.minusYears(1))));
  }
}
