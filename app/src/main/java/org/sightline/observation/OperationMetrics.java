package org.sightline.observation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.sightline.graphql.ErrorCode;
import org.sightline.graphql.operation.Answer;
import org.sightline.graphql.operation.Observed;
import org.sightline.graphql.operation.OperationObserver;
import org.sightline.tenancy.RunningOperation;

/** Counts operations: how long, how dear, how many statements and rows, and how they ended. */
@Context
final class OperationMetrics implements OperationObserver {
  private static final Duration[] BUCKETS =
      IntStream.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 30_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);
  private static final double[] QUANTILES = {0.5, 0.95, 0.99};

  private final MeterRegistry registry;
  private final KnownNames names = new KnownNames();
  private final Counter cancelled;
  private final Counter budgetRefused;

  OperationMetrics(MeterRegistry registry) {
    this.registry = registry;
    // There from the start, at nought: an alert sees the first that comes.
    cancelled =
        counter("sightline.operations.cancelled", "Operations whose clients went away.")
            .register(registry);
    budgetRefused =
        counter("sightline.budget.refused", "Operations for which too little budget was left.")
            .register(registry);
    Arrays.stream(ErrorCode.values()).map(Enum::name).forEach(this::refused);
  }

  @Override
  public void ended(Observed observed) {
    Timer.builder("sightline.operation")
        .description("Operations, from when they were read until their answer was made.")
        .tag("operation", names.of(observed))
        .tag("type", Words.type(observed))
        .tag("outcome", Words.outcome(observed))
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(observed.took());
    summary("sightline.operation.cost", "What operations were charged.")
        .record((double) observed.cost());
    summary("sightline.operation.statements", "Statements of operations.")
        .record((double) observed.statements().statements());
    summary("sightline.operation.rows", "Rows that operations read or changed.")
        .record((double) observed.statements().rows());
    observed.codes().stream().distinct().map(this::refused).forEach(Counter::increment);
    if (observed.stopped() == RunningOperation.Reason.CLIENT_GONE) {
      cancelled.increment();
    }
    if (observed.kind() == Answer.Kind.RATE_LIMITED) {
      budgetRefused.increment();
    }
  }

  @Override
  public void refusedAtTheDoor() {
    refused(ErrorCode.RATE_LIMITED.name()).increment();
    budgetRefused.increment();
  }

  private Counter refused(String code) {
    return counter("sightline.operations.refused", "Operations by the code of their errors.")
        .tag("code", code)
        .register(registry);
  }

  private static Counter.Builder counter(String name, String description) {
    return Counter.builder(name).description(description);
  }

  private DistributionSummary summary(String name, String description) {
    return DistributionSummary.builder(name)
        .description(description)
        .publishPercentiles(QUANTILES)
        .register(registry);
  }
}
