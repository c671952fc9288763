package org.sightline.benchmark;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.council.CouncilGroup;
import org.sightline.indicator.PeriodType;

/**
 * What a benchmark is asked for.
 *
 * @param period a period's code, or null for the default
 * @param periodType the period's type, or null for any
 * @param direction which end ranks first, or null to go by the indicator's polarity
 * @param breakdown members by dimension, over the indicator's default
 * @param neighbourModel a model's code, or null for the newest
 */
public record BenchmarkQuestion(
    String indicator,
    @Nullable String period,
    @Nullable PeriodType periodType,
    CouncilGroup among,
    LocalDate asAt,
    @Nullable Direction direction,
    Map<String, String> breakdown,
    @Nullable String neighbourModel) {
  public BenchmarkQuestion {
    breakdown = Map.copyOf(breakdown);
  }
}
