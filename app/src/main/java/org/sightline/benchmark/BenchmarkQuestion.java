package org.sightline.benchmark;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroup;
import org.sightline.council.GroupArgument;
import org.sightline.indicator.Period;
import org.sightline.indicator.PeriodType;

/**
 * What benchmarks are asked for, whatever the indicators.
 *
 * @param period a period's code, or null for the newest of each indicator
 * @param periodType the period's type where the code alone could mean two, or null
 * @param among who is compared
 * @param amongAsAsked the same as the schema let it in, or null for all of England
 * @param direction which end ranks first, or null to go by the indicator's polarity
 * @param breakdown members by dimension, over the indicator's default
 * @param neighbourModel a model's code, or null for the newest
 * @param knownAt by when the figures had come in, or null for whatever has come
 */
public record BenchmarkQuestion(
    @Nullable String period,
    @Nullable PeriodType periodType,
    CouncilGroup among,
    @Nullable Map<String, Object> amongAsAsked,
    LocalDate asAt,
    @Nullable Direction direction,
    Map<String, String> breakdown,
    @Nullable String neighbourModel,
    @Nullable OffsetDateTime knownAt) {
  public BenchmarkQuestion {
    breakdown = Map.copyOf(breakdown);
  }

  /** The same of one member of a dimension, or of all. */
  BenchmarkQuestion of(String dimension, String member) {
    Map<String, String> members = new HashMap<>(breakdown);
    members.put(dimension, member);
    return new BenchmarkQuestion(
        period, periodType, among, amongAsAsked, asAt, direction, members, neighbourModel, knownAt);
  }

  /** The question that a council's profile answers: all whom it is compared with, in a period. */
  static BenchmarkQuestion among(
      Council council, List<Council> members, Period period, Surroundings surroundings) {
    @Nullable Map<String, Object> among =
        council.generated()
            ? Map.of("councils", members.stream().map(Council::code).toList())
            : null;
    return new BenchmarkQuestion(
        period.code(),
        period.type(),
        GroupArgument.read(among),
        among,
        surroundings.asAt(),
        null,
        Map.of(),
        surroundings.model().code(),
        null);
  }
}
