package org.sightline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.TestSightline;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkingDaysTest {
  private static final int SAMPLES = 500;

  private TestSightline sightline;
  private WorkingDays days;

  @BeforeAll
  void read() {
    sightline = TestSightline.empty();
    days =
        sightline
            .get(ViewerTransactions.class)
            .read(
                Viewer.ANONYMOUS,
                new Question("test", null, "working days"),
                () -> sightline.get(CalendarService.class).workingDays());
  }

  @AfterAll
  void stop() {
    sightline.close();
  }

  @ParameterizedTest
  @CsvSource({
    "2022-11-25, 30, 2023-01-11, over Christmas: three days were none",
    "2022-06-01, 1, 2022-06-06, two days of the jubilee and a weekend",
    "2020-05-07, 1, 2020-05-11, the Friday of VE Day instead of the Monday",
    "2020-05-01, 1, 2020-05-04, which was a working day that year",
    "2023-01-13, 20, 2023-02-10, a draft plan after Hull's report",
    "2023-01-13, 70, 2023-04-25, its final plan: Easter was none",
    "2024-03-30, 0, 2024-03-30, no working day is the day itself"
  })
  void aClockEndsOnItsWorkingDay(LocalDate from, int count, LocalDate to, String why) {
    assertThat(days.after(from, count)).as(why).contains(to);
  }

  @Test
  void countingThereAndBackGivesTheSame() {
    Random random = new Random(20180101);
    for (int sample = 0; sample < SAMPLES; sample++) {
      LocalDate from = LocalDate.of(2009, 1, 1).plusDays(random.nextInt(6000));
      int count = random.nextInt(120);
      LocalDate to = days.after(from, count).orElseThrow();

      assertThat(days.between(from, to)).hasValue(count);
      assertThat(days.between(to, from)).hasValue(-count);
      assertThat(count == 0 || days.isWorkingDay(to).orElseThrow()).isTrue();
    }
  }

  @Test
  void oneMoreDayIsALaterDayAndPartsAddUp() {
    Random random = new Random(20260401);
    for (int sample = 0; sample < SAMPLES; sample++) {
      LocalDate from = LocalDate.of(2009, 1, 1).plusDays(random.nextInt(6000));
      int one = random.nextInt(60);
      int other = random.nextInt(60);

      assertThat(days.after(from, one + 1).orElseThrow())
          .isAfter(days.after(from, one).orElseThrow());
      assertThat(days.after(days.after(from, one).orElseThrow(), other))
          .isEqualTo(days.after(from, one + other));
    }
  }

  @Test
  void noWeekendIsAWorkingDayAndAFullWeekHasFive() {
    LocalDate monday = LocalDate.of(2024, 9, 2);
    assertThat(
            IntStream.range(0, 7)
                .mapToObj(monday::plusDays)
                .filter(day -> days.isWorkingDay(day).orElseThrow())
                .map(LocalDate::getDayOfWeek))
        .containsExactly(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY);
    assertThat(days.between(monday, monday.plusWeeks(1))).hasValue(5);
  }

  @Test
  void beyondTheKnownHolidaysNothingIsCountedAndASentenceSaysSo() {
    assertThat(days.after(LocalDate.of(2027, 12, 1), 70)).isEmpty();
    assertThat(days.after(LocalDate.of(2040, 1, 2), 0)).isEmpty();
    assertThat(days.after(LocalDate.of(2008, 12, 31), 1)).isEmpty();
    assertThat(days.between(LocalDate.of(2027, 12, 1), LocalDate.of(2028, 1, 4))).isEmpty();
    assertThat(days.isWorkingDay(LocalDate.of(2028, 1, 4))).isEmpty();
    assertThat(days.limits())
        .isEqualTo(
            "Bank holidays are known from 2009-01-01 to 2027-12-28; before and after, working days are not counted.");
  }

  @Test
  void withoutAnyHolidayNothingIsCounted() {
    WorkingDays none = new WorkingDays(List.of());

    assertThat(none.after(LocalDate.of(2024, 9, 2), 1)).isEqualTo(Optional.empty());
    assertThat(none.limits()).startsWith("No bank holiday is known");
  }

  @Test
  void aClockDoesNotRunBack() {
    assertThatThrownBy(() -> days.after(LocalDate.of(2024, 9, 2), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
