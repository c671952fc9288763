package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import org.sightline.graphql.OperationLimit;

/** How many benchmarks one query may ask for, over all its aliases. */
@Singleton
final class BenchmarkLimit implements OperationLimit {
  /** How many members a dimension that is laid out is taken to have: nobody knows before. */
  private static final int OF_A_DIMENSION = 20;

  @Override
  public String name() {
    return "benchmarks";
  }

  @Override
  public int most() {
    return 60;
  }

  @Override
  public String sentence() {
    return "A query asks for at most %s benchmarks, one for each indicator of each field and alias;"
        + " a dimension that is laid out counts as "
        + OF_A_DIMENSION
        + ". Ask for the others in another request.";
  }

  @Override
  public int cost(String field, Map<String, Object> arguments) {
    return switch (field) {
      case "benchmark", "citedBenchmark" -> 1;
      case "benchmarks" ->
          arguments.get("indicators") instanceof Collection<?> all ? all.size() : 1;
      case "benchmarkByDimension" -> OF_A_DIMENSION;
      default -> 0;
    };
  }
}
