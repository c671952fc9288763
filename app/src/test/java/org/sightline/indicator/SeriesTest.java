package org.sightline.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which period is meant where none is asked for, and which period is a year before another. */
class SeriesTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);

  private final List<PeriodEdition> editions = new ArrayList<>();

  @Test
  void ofNothingNoPeriodIsMeant() {
    assertThat(DefaultPeriod.of(editions, TODAY)).isEmpty();
  }

  @Test
  void theNewestOfOneCouncilAloneIsMeant() {
    shown(month("2024-11"), 1);
    shown(month("2024-12"), 1);

    assertThat(meant()).isEqualTo("2024-12");
  }

  @Test
  void oneOfTwoCouncilsThatIsEarlyMovesNothing() {
    shown(month("2024-11"), 2);
    shown(month("2024-12"), 1);

    assertThat(meant()).isEqualTo("2024-11");
  }

  @Test
  void moreThanHalfOfTheCouncilsMoveIt() {
    shown(month("2024-11"), 4);
    shown(month("2024-12"), 2);
    assertThat(meant()).isEqualTo("2024-11");

    shown(month("2024-12"), 1);
    assertThat(meant()).isEqualTo("2024-12");
  }

  @Test
  void aCouncilThatIsEarlyTwiceMovesNothingEither() {
    shown(month("2024-10"), 5);
    shown(month("2024-11"), 1);
    shown(month("2024-12"), 1);

    assertThat(meant()).isEqualTo("2024-10");
  }

  @Test
  void aGroupThatBecameSmallerIsFollowedWithinTwoYears() {
    shown(month("2022-10"), 5);
    shown(month("2024-10"), 1);
    assertThat(meant()).isEqualTo("2022-10");

    shown(month("2024-11"), 1);
    assertThat(meant()).isEqualTo("2024-11");
  }

  @Test
  void aPeriodToComeMovesNothing() {
    shown(month("2024-11"), 5);
    shown(month("2031-12"), 1);
    assertThat(meant()).isEqualTo("2024-11");

    editions.clear();
    shown(month("2031-12"), 1);
    assertThat(meant()).isEqualTo("2031-12");
  }

  @Test
  void oneCouncilAfterYearsWithoutFiguresMovesNothing() {
    shown(month("2020-11"), 5);
    shown(month("2023-06"), 1);
    assertThat(meant()).isEqualTo("2020-11");

    shown(month("2022-06"), 4);
    assertThat(meant()).isEqualTo("2022-06");
  }

  @Test
  void ofTypesThatEndOnOneDayTheMostShownIsMeant() {
    shown(month("2024-12"), 2);
    shown(new Period(99, PeriodType.SNAPSHOT, day("2024-12-31"), day("2024-12-31"), 2024, "d"), 3);

    assertThat(meant()).isEqualTo("d");
  }

  @Test
  void anOfficialPeriodIsMeantHoweverManyCouncilsShowANewerOne() {
    shown(month("2024-12"), 9);
    editions.add(edition(month("2024-01"), true));

    assertThat(meant()).isEqualTo("2024-01");
  }

  @Test
  void theEndOfFebruaryIsAYearAfterTheEndOfFebruary() {
    assertThat(month("2025-02").isAYearAfter(month("2024-02"))).isTrue();
    assertThat(month("2025-02").isAYearAfter(month("2024-01"))).isFalse();
    assertThat(snapshot("2025-02-28").isAYearAfter(snapshot("2024-02-29"))).isTrue();
    assertThat(snapshot("2025-03-31").isAYearAfter(snapshot("2024-03-31"))).isTrue();
    assertThat(snapshot("2024-12-31").isAYearAfter(month("2023-12"))).isFalse();
  }

  private String meant() {
    return DefaultPeriod.of(editions, TODAY).map(Period::code).orElseThrow();
  }

  private void shown(Period period, int councils) {
    for (int i = 0; i < councils; i++) {
      editions.add(edition(period, false));
    }
  }

  private PeriodEdition edition(Period period, boolean official) {
    int number = editions.size();
    Release release =
        new Release(number, "r" + number, "p", "t", period.endsOn(), "a test", official);
    return new PeriodEdition(period, number, release, false, new PeriodEdition.Definition(1, 0));
  }

  private static Period month(String text) {
    YearMonth month = YearMonth.parse(text);
    return new Period(
        month.hashCode(),
        PeriodType.MONTH,
        month.atDay(1),
        month.atEndOfMonth(),
        month.getYear(),
        text);
  }

  private static Period snapshot(String text) {
    LocalDate day = day(text);
    return new Period(day.hashCode(), PeriodType.SNAPSHOT, day, day, day.getYear(), text);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
