package org.sightline.indicator;

import java.util.Collection;
import java.util.List;

/**
 * What is read of a series: some of its periods, in one breakdown.
 *
 * @param periods those of other series are passed over
 */
public record Slice(Series series, List<Period> periods, Breakdown breakdown) {
  public Slice {
    periods = List.copyOf(periods);
  }

  /** Of periods in any collection. */
  public static Slice of(Series series, Collection<Period> periods, Breakdown breakdown) {
    return new Slice(series, List.copyOf(periods), breakdown);
  }

  /** The editions of its periods that give values, or those that give only numerators. */
  List<PeriodEdition> editions(boolean derived) {
    return series.editions().stream()
        .filter(edition -> edition.derived() == derived && periods.contains(edition.period()))
        .toList();
  }
}
