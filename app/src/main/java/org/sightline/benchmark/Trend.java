package org.sightline.benchmark;

import java.time.LocalDate;
import java.util.List;
import org.sightline.council.Council;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.Observation;

/**
 * One council's series on one indicator.
 *
 * @param points one for each period in which the council existed, the oldest first
 */
public record Trend(
    Council area, Indicator indicator, Breakdown breakdown, LocalDate asAt, List<Point> points) {

  /** One period of a series. */
  public record Point(Observation observation, Change change, Comparators comparators) {}

  public Trend {
    points = List.copyOf(points);
  }
}
