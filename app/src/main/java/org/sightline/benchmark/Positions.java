package org.sightline.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.CompetitionRank;
import org.sightline.benchmark.statistics.Distribution;
import org.sightline.benchmark.statistics.Percentile;
import org.sightline.benchmark.statistics.QuantileGroup;
import org.sightline.graphql.BadUserInput;

/** Where a standing lies: among all of England, and against its own group. */
final class Positions {
  private static final int FEWEST_GROUPS = 2;
  private static final int MOST_GROUPS = 100;
  private static final int DECIMALS = 2;

  private Positions() {}

  /** The share of the others of England that are lower, in per cent at two decimals. */
  static Statistic<BigDecimal> percentile(Benchmark benchmark, Standing standing) {
    @Nullable BigDecimal value = standing.observation().value();
    if (value == null) {
      return Statistic.none(NoStatisticReason.NO_VALUE);
    }
    @Nullable Double percentile = Percentile.of(value, Distribution.of(benchmark.allValues()));
    return percentile == null
        ? Statistic.none(NoStatisticReason.TOO_FEW_VALUES)
        : Statistic.of(BigDecimal.valueOf(percentile).setScale(DECIMALS, RoundingMode.HALF_UP));
  }

  /**
   * Its group of so many, 1 being the best, among all of England.
   *
   * @throws BadUserInput unless groups is from 2 to 100
   */
  static Statistic<Integer> quantileGroup(Benchmark benchmark, Standing standing, int groups) {
    if (groups < FEWEST_GROUPS || groups > MOST_GROUPS) {
      throw new BadUserInput(
          "Councils are cut into %d to %d groups, not %d."
              .formatted(FEWEST_GROUPS, MOST_GROUPS, groups),
          "groups");
    }
    @Nullable BigDecimal value = standing.observation().value();
    if (value == null) {
      return Statistic.none(NoStatisticReason.NO_VALUE);
    }
    @Nullable CompetitionRank rank = benchmark.order().rank(value, benchmark.allValues());
    if (rank == null) {
      return Statistic.none(Directions.noneBecause(benchmark.indicator()));
    }
    if (benchmark.indicator().smallRange()) {
      return Statistic.none(NoStatisticReason.SMALL_RANGE);
    }
    @Nullable Integer group = QuantileGroup.of(rank.position(), rank.of(), groups);
    return group == null ? Statistic.none(NoStatisticReason.TOO_FEW_VALUES) : Statistic.of(group);
  }

  /** The value less the group's median, or null where there is no value. */
  static @Nullable BigDecimal differenceFromMedian(Benchmark benchmark, Standing standing) {
    @Nullable BigDecimal value = standing.observation().value();
    @Nullable Distribution group = benchmark.summary().distribution();
    return value == null || group == null ? null : value.subtract(group.median());
  }

  /**
   * The value less the best of the group, or null where it has no rank. Of several that are equally
   * near a target the one nearest the value.
   */
  static @Nullable BigDecimal differenceFromBest(Benchmark benchmark, Standing standing) {
    @Nullable BigDecimal value = standing.observation().value();
    if (value == null) {
      return null;
    }
    return benchmark
        .order()
        .best(GroupFigures.values(benchmark.observations()), value)
        .map(value::subtract)
        .orElse(null);
  }
}
