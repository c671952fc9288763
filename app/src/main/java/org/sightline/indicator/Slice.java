package org.sightline.indicator;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Some periods of a series, as they are to be read.
 *
 * @param ofAllAreas figures of every area; otherwise only of those that are named with the question
 */
public record Slice(
    Series series, Collection<Period> periods, Breakdown breakdown, boolean ofAllAreas) {
  public Slice {
    periods = Set.copyOf(periods);
  }

  /** Of the areas that are named with the question. */
  public static Slice of(Series series, Collection<Period> periods, Breakdown breakdown) {
    return new Slice(series, periods, breakdown, false);
  }

  Slice ofEveryArea() {
    return new Slice(series, periods, breakdown, true);
  }

  /** The editions that give its values. */
  Stream<PeriodEdition> given() {
    return editions().filter(edition -> !edition.derived());
  }

  /** The editions that give only what its values are derived from. */
  Stream<PeriodEdition> derived() {
    return editions().filter(PeriodEdition::derived);
  }

  /** Its own figures in one of its editions. */
  Wanted wanted(PeriodEdition edition) {
    return new Wanted(series.indicator().id(), edition, breakdown.code(), ofAllAreas);
  }

  private Stream<PeriodEdition> editions() {
    return series.editions().stream().filter(edition -> periods.contains(edition.period()));
  }
}
