package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.CompetitionRank;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.benchmark.statistics.Distribution;
import org.sightline.benchmark.statistics.QuartileBand;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorTarget;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Polarity;

/** Gives each observation of a group its rank in the group and its band in all. */
final class Places {
  private final Indicator indicator;
  private final @Nullable Direction direction;
  private final UnaryOperator<BigDecimal> scale;
  private final List<BigDecimal> groupValues;
  private final @Nullable Distribution whole;

  /**
   * @param direction which end ranks first, or null where neither does
   * @param group the observations that are ranked
   * @param all the observations of all England, or of a made-up region: the bands are cut over them
   */
  Places(
      Indicator indicator,
      @Nullable Direction direction,
      List<Observation> group,
      List<Observation> all) {
    this(indicator, direction, group, all, UnaryOperator.identity());
  }

  private Places(
      Indicator indicator,
      @Nullable Direction direction,
      List<Observation> group,
      List<Observation> all,
      UnaryOperator<BigDecimal> scale) {
    this.indicator = indicator;
    this.direction = direction;
    this.scale = scale;
    groupValues = GroupFigures.values(group).stream().map(scale).toList();
    List<BigDecimal> allValues = GroupFigures.values(all).stream().map(scale).toList();
    whole = allValues.size() < QuartileBand.FEWEST_VALUES ? null : Distribution.of(allValues);
  }

  /** By how far a value is from a target, beyond its tolerance: the closest first. */
  static Places near(
      IndicatorTarget target, Indicator indicator, List<Observation> group, List<Observation> all) {
    return new Places(indicator, Direction.LOWER_FIRST, group, all, target::distance);
  }

  Standing standing(Observation observation, Change change) {
    @Nullable BigDecimal value = observation.value();
    if (value == null) {
      return unplaced(observation, NoRankReason.NO_VALUE, change);
    }
    if (direction == null) {
      return unplaced(
          observation,
          indicator.polarity() == Polarity.NEAR_TARGET
              ? NoRankReason.NO_TARGET
              : NoRankReason.NEUTRAL_POLARITY,
          change);
    }
    CompetitionRank rank = CompetitionRank.of(scale.apply(value), groupValues, direction);
    if (indicator.smallRange()) {
      return new Standing(observation, rank, null, null, NoRankReason.SMALL_RANGE, change);
    }
    if (whole == null) {
      return new Standing(observation, rank, null, null, NoRankReason.TOO_FEW_VALUES, change);
    }
    QuartileBand band = QuartileBand.of(scale.apply(value), whole, direction);
    return new Standing(observation, rank, null, band, null, change);
  }

  private static Standing unplaced(Observation observation, NoRankReason reason, Change change) {
    return new Standing(observation, null, reason, null, reason, change);
  }
}
