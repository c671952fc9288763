package org.sightline.indicator;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which period is meant where none is asked for. The newest of which official figures speak; where
 * they speak of none, the newest over by the day asked about that more than half as many councils
 * show as any other period, of whatever type, that ends in the two years up to it; or, where there
 * is none, as any earlier one. So one council that is early, that gives figures of a year to come
 * or after years without any, or that counts by the month where others count by the quarter,
 * changes nobody's question.
 */
final class DefaultPeriod {
  private record Shown(Period period, long councils) {}

  private static final Comparator<Shown> OLDEST_AND_LEAST_SHOWN_FIRST =
      Comparator.comparing((Shown shown) -> shown.period().endsOn())
          .thenComparing(Shown::councils)
          .thenComparing(Shown::period, Period.OLDEST_FIRST)
          .thenComparing(shown -> shown.period().type(), Comparator.reverseOrder());

  private DefaultPeriod() {}

  /** Of some editions, for a day; none where there are none. */
  static Optional<Period> of(Collection<PeriodEdition> editions, LocalDate asAt) {
    Optional<Period> official =
        editions.stream()
            .filter(PeriodEdition::official)
            .map(PeriodEdition::period)
            .max(Period.OLDEST_FIRST);
    return official.isPresent() ? official : shownByMost(editions, asAt);
  }

  /**
   * Each council has one edition of a period. Of periods that end on one day the most shown. Where
   * all of them are to come, they are all there is.
   */
  private static Optional<Period> shownByMost(Collection<PeriodEdition> editions, LocalDate asAt) {
    List<Shown> shown = shown(editions);
    List<Shown> over = shown.stream().filter(one -> !one.period().endsOn().isAfter(asAt)).toList();
    List<Shown> all = over.isEmpty() ? shown : over;
    return all.stream()
        .filter(one -> 2 * one.councils() > mostBefore(one.period(), all))
        .max(OLDEST_AND_LEAST_SHOWN_FIRST)
        .map(Shown::period);
  }

  private static List<Shown> shown(Collection<PeriodEdition> editions) {
    return editions.stream()
        .collect(Collectors.groupingBy(PeriodEdition::period, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> new Shown(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static long mostBefore(Period period, List<Shown> all) {
    List<Shown> earlier =
        all.stream()
            .filter(other -> !other.period().equals(period))
            .filter(other -> !other.period().endsOn().isAfter(period.endsOn()))
            .toList();
    List<Shown> near =
        earlier.stream()
            .filter(other -> !other.period().endsOn().isBefore(period.endsOn().minusYears(2)))
            .toList();
    return (near.isEmpty() ? earlier : near).stream().mapToLong(Shown::councils).max().orElse(0);
  }
}
