package org.sightline.benchmark;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.CompetitionRank;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.benchmark.statistics.Distribution;
import org.sightline.benchmark.statistics.QuartileBand;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.Observation;

/** Gives each observation of a group its rank in the group and its band in all. */
final class Places {
  private final Indicator indicator;
  private final Order order;
  private final List<BigDecimal> group;
  private final @Nullable Distribution whole;

  /**
   * @param order what ranks first
   * @param group the observations that are ranked
   * @param all the observations of all England, or of a made-up region: the bands are cut over them
   */
  Places(Indicator indicator, Order order, List<Observation> group, List<Observation> all) {
    this.indicator = indicator;
    this.order = order;
    this.group = order.measures(GroupFigures.values(group));
    List<BigDecimal> measures = order.measures(GroupFigures.values(all));
    whole = measures.size() < QuartileBand.FEWEST_VALUES ? null : Distribution.of(measures);
  }

  Standing standing(Observation observation, Change change) {
    @Nullable BigDecimal value = observation.value();
    if (value == null) {
      return unplaced(observation, NoRankReason.NO_VALUE, change);
    }
    @Nullable Direction first = order.first();
    if (first == null) {
      return unplaced(observation, NoRankReason.of(Directions.noneBecause(indicator)), change);
    }
    BigDecimal measure = order.measure(value);
    CompetitionRank rank = CompetitionRank.of(measure, group, first);
    if (indicator.smallRange()) {
      return new Standing(observation, rank, null, null, NoRankReason.SMALL_RANGE, change);
    }
    if (whole == null) {
      return new Standing(observation, rank, null, null, NoRankReason.TOO_FEW_VALUES, change);
    }
    QuartileBand band = QuartileBand.of(measure, whole, first);
    return new Standing(observation, rank, null, band, null, change);
  }

  private static Standing unplaced(Observation observation, NoRankReason reason, Change change) {
    return new Standing(observation, null, reason, null, reason, change);
  }
}
