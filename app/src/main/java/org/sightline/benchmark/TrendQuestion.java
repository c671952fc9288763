package org.sightline.benchmark;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.PeriodType;

/**
 * What a trend is asked for.
 *
 * @param from the first period's code, or null for the oldest
 * @param to the last period's code, or null for the newest
 * @param periodType the type of every point, or null for the default
 * @param breakdown members by dimension, over the indicator's default
 * @param neighbourModel a model's code, or null for the newest
 */
public record TrendQuestion(
    String council,
    String indicator,
    @Nullable String from,
    @Nullable String to,
    @Nullable PeriodType periodType,
    LocalDate asAt,
    Map<String, String> breakdown,
    @Nullable String neighbourModel) {
  public TrendQuestion {
    breakdown = Map.copyOf(breakdown);
  }
}
