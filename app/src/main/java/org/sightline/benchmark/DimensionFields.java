package org.sightline.benchmark;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** The schema's question that lays out a dimension. */
@Singleton
class DimensionFields implements RoomFields {
  private final DimensionService dimensionService;

  DimensionFields(DimensionService dimensionService) {
    this.dimensionService = dimensionService;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("benchmarkByDimension", this::benchmarkByDimension))
        .type(
            TypeFields.of("TotalCheck", TotalCheck.class)
                .field("withinTolerance", TotalCheck::withinTolerance)
                .field("basis", TotalCheck::basis)
                .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "DimensionTable", DimensionTable.class,
        "DimensionColumn", DimensionTable.Column.class,
        "DimensionTotal", DimensionTable.Total.class,
        "TotalCheck", TotalCheck.class);
  }

  private DimensionTable benchmarkByDimension(DataFetchingEnvironment environment) {
    return dimensionService.table(
        Arguments.required(environment, "indicator"),
        Arguments.required(environment, "dimension"),
        BenchmarkFields.question(environment));
  }
}
