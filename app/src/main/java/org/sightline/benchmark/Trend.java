package org.sightline.benchmark;

import java.time.LocalDate;
import java.util.List;
import org.sightline.council.Council;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.Observation;
import org.sightline.indicator.PeriodType;

/**
 * One council's series on one indicator.
 *
 * @param periodType of every point
 * @param points one for each period in which the council existed, the oldest first
 */
public record Trend(
    Council area,
    Indicator indicator,
    Breakdown breakdown,
    LocalDate asAt,
    PeriodType periodType,
    List<Point> points) {

  /**
   * One period of a series.
   *
   * @param version of the definition, from 1
   * @param seriesBreak it is the first period of a definition that does not compare with the one
   *     before
   */
  public record Point(
      Observation observation,
      Change change,
      Comparators comparators,
      int version,
      boolean seriesBreak) {
    /** Whether its period comes right after another's, without a gap and without a break. */
    boolean follows(Point other) {
      return !seriesBreak && observation.period().follows(other.observation.period());
    }
  }

  public Trend {
    points = List.copyOf(points);
  }
}
