package org.sightline.benchmark;

import java.time.LocalDate;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.indicator.Breakdown;
import org.sightline.indicator.Figures;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.Observation;
import org.sightline.indicator.Period;
import org.sightline.indicator.Series;

/**
 * What benchmarks and trends of one indicator are made of, read already.
 *
 * @param surroundings what its figures are compared with
 */
record Material(Series series, Breakdown breakdown, Figures figures, Surroundings surroundings) {
  Indicator indicator() {
    return series.indicator();
  }

  Areas areas() {
    return surroundings.areas();
  }

  LocalDate asAt() {
    return series.asAt();
  }

  /** What an observation is compared with. */
  Comparators comparators(Observation observation) {
    return new Comparators(observation, surroundings);
  }

  /** How an observation changed. */
  Change change(Observation observation) {
    return Change.of(
        series, observation, (Period earlier) -> figures.of(observation.area(), earlier));
  }

  /** A council's trend over some periods of one type. */
  Trend trend(Council council, TrendPeriods periods) {
    return new Trend(
        council,
        indicator(),
        breakdown,
        asAt(),
        periods.type(),
        periods.list().stream().map(period -> point(figures.of(council, period))).toList());
  }

  private Trend.Point point(Observation observation) {
    return new Trend.Point(
        observation,
        change(observation),
        comparators(observation),
        series.version(observation.period()),
        series.isSeriesBreak(observation.period()));
  }
}
