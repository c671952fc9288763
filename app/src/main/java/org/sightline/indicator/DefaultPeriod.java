package org.sightline.indicator;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which period is meant where none is asked for. The newest of which official figures speak; where
 * they speak of none, the newest that more than half as many councils show as any other period, of
 * whatever type, that ends in the year up to it. So one council that is early, or that counts by
 * the month where others count by the quarter, changes nobody's question.
 */
final class DefaultPeriod {
  private record Shown(Period period, long councils) {}

  private static final Comparator<Shown> OLDEST_AND_LEAST_SHOWN_FIRST =
      Comparator.comparing((Shown shown) -> shown.period().endsOn())
          .thenComparing(Shown::councils)
          .thenComparing(Shown::period, Period.OLDEST_FIRST)
          .thenComparing(shown -> shown.period().type(), Comparator.reverseOrder());

  private DefaultPeriod() {}

  /** Of some editions; none where there are none. */
  static Optional<Period> of(Collection<PeriodEdition> editions) {
    Optional<Period> official =
        editions.stream()
            .filter(PeriodEdition::official)
            .map(PeriodEdition::period)
            .max(Period.OLDEST_FIRST);
    return official.isPresent() ? official : shownByMost(editions);
  }

  /** Each council has one edition of a period. Of periods that end on one day the most shown. */
  private static Optional<Period> shownByMost(Collection<PeriodEdition> editions) {
    List<Shown> all =
        editions.stream()
            .collect(Collectors.groupingBy(PeriodEdition::period, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> new Shown(entry.getKey(), entry.getValue()))
            .toList();
    return all.stream()
        .filter(shown -> 2 * shown.councils() > mostInTheYearTo(shown.period(), all))
        .max(OLDEST_AND_LEAST_SHOWN_FIRST)
        .map(Shown::period);
  }

  private static long mostInTheYearTo(Period period, List<Shown> all) {
    return all.stream()
        .filter(other -> !other.period().endsOn().isAfter(period.endsOn()))
        .filter(other -> !other.period().endsOn().isBefore(period.endsOn().minusYears(1)))
        .mapToLong(Shown::councils)
        .max()
        .orElse(0);
  }
}
