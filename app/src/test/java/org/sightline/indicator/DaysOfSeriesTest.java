package org.sightline.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the single days of a series are. */
class DaysOfSeriesTest {
  private final List<PeriodEdition> editions = new ArrayList<>();

  @Test
  void withoutOfficialFiguresADayIsAMonthEndOrAnother() {
    shown("2025-02-28", false);
    shown("2025-03-31", false);
    shown("2025-04-15", false);

    told(
        tuple("2025-02-28", PeriodType.MONTH_END),
        tuple("2025-03-31", PeriodType.MONTH_END),
        tuple("2025-04-15", PeriodType.OTHER_DAY));
  }

  @Test
  void theDayOfOfficialFiguresIsASnapshotInWhateverYearAndWhoeverCounts() {
    shown("2024-03-31", true);
    shown("2025-03-31", false);
    shown("2025-06-30", false);
    shown("2025-07-01", false);

    told(
        tuple("2024-03-31", PeriodType.SNAPSHOT),
        tuple("2025-03-31", PeriodType.SNAPSHOT),
        tuple("2025-06-30", PeriodType.MONTH_END),
        tuple("2025-07-01", PeriodType.OTHER_DAY));
  }

  @Test
  void theEndOfFebruaryIsOneDayOfEveryYear() {
    shown("2024-02-29", true);
    shown("2025-02-28", false);
    shown("2028-02-28", false);

    told(
        tuple("2024-02-29", PeriodType.SNAPSHOT),
        tuple("2025-02-28", PeriodType.SNAPSHOT),
        tuple("2028-02-28", PeriodType.OTHER_DAY));
  }

  private void told(org.assertj.core.groups.Tuple... days) {
    assertThat(DaysOfSeries.told(editions))
        .extracting(one -> one.period().code(), one -> one.period().type())
        .containsExactly(days);
  }

  private void shown(String text, boolean official) {
    LocalDate day = LocalDate.parse(text);
    int number = editions.size();
    editions.add(
        new PeriodEdition(
            new Period(number, PeriodType.SNAPSHOT, day, day, day.getYear(), text),
            number,
            new Release(number, "r" + number, "p", "t", day, "a test", official),
            false,
            new PeriodEdition.Definition(1, 0)));
  }
}
