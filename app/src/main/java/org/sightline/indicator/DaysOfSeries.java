package org.sightline.indicator;

import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the single days of one indicator apart. A day of the year of which official figures speak,
 * in whatever year, is a {@link PeriodType#SNAPSHOT}; the last day of a month is a {@link
 * PeriodType#MONTH_END}; every other is an {@link PeriodType#OTHER_DAY}. Only official figures
 * decide, which everybody sees: no council's return changes what another's is.
 */
final class DaysOfSeries {
  private final Set<MonthDay> official;

  private DaysOfSeries(Collection<PeriodEdition> editions) {
    official =
        editions.stream()
            .filter(PeriodEdition::official)
            .map(PeriodEdition::period)
            .filter(period -> period.type() == PeriodType.SNAPSHOT)
            .map(DaysOfSeries::dayAfter)
            .collect(Collectors.toSet());
  }

  /** The editions of one indicator, each day of the type that it is. */
  static List<PeriodEdition> told(Collection<PeriodEdition> editions) {
    DaysOfSeries days = new DaysOfSeries(editions);
    return editions.stream()
        .map(
            edition ->
                edition.period().type() == PeriodType.SNAPSHOT
                    ? edition.as(days.type(edition.period()))
                    : edition)
        .toList();
  }

  private PeriodType type(Period day) {
    if (official.contains(dayAfter(day))) {
      return PeriodType.SNAPSHOT;
    }
    return dayAfter(day).getDayOfMonth() == 1 ? PeriodType.MONTH_END : PeriodType.OTHER_DAY;
  }

  /** By the day after, so that the end of February is one day of every year. */
  private static MonthDay dayAfter(Period day) {
    return MonthDay.from(day.endsOn().plusDays(1));
  }
}
