package org.sightline.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.CompetitionRank;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.benchmark.statistics.DirectionOfTravel;
import org.sightline.council.Area;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.MissingReason;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;

/**
 * The areas of a group by how much they changed between two periods of one definition.
 *
 * @param direction which end is better, or null where neither is: then nothing is ranked
 * @param from the first period, or null where the series has none that compares
 * @param changes the best first; by name where nothing is ranked
 * @param missing those of whom no change can be told
 */
public record Improvers(
    Indicator indicator,
    Breakdown breakdown,
    LocalDate asAt,
    @Nullable Direction direction,
    @Nullable Period from,
    Period to,
    List<Improvement> changes,
    List<Missing> missing,
    @Nullable NoStatisticReason noRankBecause,
    String basis) {

  /**
   * One area's change.
   *
   * @param rank by the change, or null where nothing is ranked
   * @param rankNow by the value in the last period, among all of the group that have one then
   */
  public record Improvement(
      @Nullable CompetitionRank rank,
      Observation from,
      Observation to,
      BigDecimal change,
      DirectionOfTravel directionOfTravel,
      MoreThanChance chance,
      @Nullable CompetitionRank rankNow) {
    public Area area() {
      return to.area();
    }
  }

  /**
   * An area of which no change can be told.
   *
   * @param missingThen why there is no value in the first period, null where there is one
   * @param missingNow why there is no value in the last period, null where there is one
   */
  public record Missing(
      Area area,
      NoChangeReason reason,
      @Nullable MissingReason missingThen,
      @Nullable MissingReason missingNow) {}

  public Improvers {
    changes = List.copyOf(changes);
    missing = List.copyOf(missing);
  }
}
