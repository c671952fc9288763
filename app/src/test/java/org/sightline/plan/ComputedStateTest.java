package org.sightline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What days say of an action, and when that contradicts what is declared. */
class ComputedStateTest {
  private static final LocalDate AT = LocalDate.parse("2021-02-15");

  @ParameterizedTest
  @CsvSource({
    "2021-02-14, , , , OVERDUE",
    "2021-02-15, , , , ON_TRACK",
    "2021-03-31, 2021-02-16, , , NOT_STARTED",
    "2021-03-31, 2021-02-15, , , ON_TRACK",
    ", , , , NOT_STATED",
    "2021-01-31, , 2021-02-15, , COMPLETED",
    "2021-01-31, , 2021-02-16, , OVERDUE",
    "2021-03-31, , 2021-02-01, 2021-02-15, COMPLETED_WITH_IMPACT",
    "2021-03-31, , 2021-02-01, 2021-02-16, COMPLETED",
  })
  void daysSayHowAnActionStands(
      @Nullable LocalDate due,
      @Nullable LocalDate started,
      @Nullable LocalDate completed,
      @Nullable LocalDate impact,
      CanonicalState expected) {
    assertThat(
            ComputedState.of(
                    action(null, due, started, completed, impact),
                    AT,
                    DueDay.CURRENT,
                    scheme(CanonicalState.ON_TRACK))
                .state())
        .isEqualTo(expected);
  }

  /** Only states are compared: in one scheme amber is on track, in the other it is at risk. */
  @ParameterizedTest
  @CsvSource({
    "ON_TRACK, 2021-01-31, , true",
    "AT_RISK, 2021-01-31, , true",
    "AT_RISK, 2021-03-31, , false",
    "OVERDUE, 2021-01-31, , false",
    "OVERDUE, 2021-03-31, , true",
    "COMPLETED, 2021-01-31, 2021-01-20, false",
    "COMPLETED, 2021-01-31, , true",
    "COMPLETED, , , true",
    "ON_TRACK, 2021-03-31, 2021-01-20, true",
    "COMPLETED_WITH_IMPACT, 2021-03-31, 2021-01-20, true",
    "NOT_STATED, 2021-01-31, , false",
  })
  void whatIsDeclaredIsComparedByStates(
      CanonicalState declared,
      @Nullable LocalDate due,
      @Nullable LocalDate completed,
      boolean disagrees) {
    StatusScheme scheme = scheme(declared);
    ComputedState computed =
        ComputedState.of(action("A", due, null, completed, null), AT, DueDay.CURRENT, scheme);

    assertThat(computed.disagreement(scheme, "A").isPresent()).isEqualTo(disagrees);
    assertThat(computed.disagreement(scheme, null)).isEmpty();
  }

  @Test
  void whatIsDeclaredDoneWithoutADayIsNotLateByItsDueDate() {
    StatusScheme scheme = scheme(CanonicalState.COMPLETED);
    Action action = action("A", AT.minusDays(1), null, null, null);

    ComputedState computed = ComputedState.of(action, AT, DueDay.CURRENT, scheme);

    assertThat(computed.state()).isEqualTo(CanonicalState.NOT_STATED);
    assertThat(computed.basis()).isEqualTo("It is declared done; no day of completion is stated.");
    assertThat(
            new ActionFilter(null, false, AT, null, null, AT)
                .of(List.of(action), List.of(), scheme))
        .isEmpty();
    assertThat(ActionCounts.of(List.of(action), scheme, AT).computed())
        .containsExactly(new ActionCounts.OfState(CanonicalState.NOT_STATED, 1));
  }

  private static StatusScheme scheme(CanonicalState declared) {
    return new StatusScheme(
        1,
        null,
        "test",
        "Test",
        "a test",
        List.of(
            new Status("A", "Amber", "as the case says", declared),
            new Status("D", "Done", "done", CanonicalState.COMPLETED)));
  }

  private static Action action(
      @Nullable String status,
      @Nullable LocalDate due,
      @Nullable LocalDate started,
      @Nullable LocalDate completed,
      @Nullable LocalDate impact) {
    OffsetDateTime now = OffsetDateTime.parse("2021-02-15T12:00:00Z");
    return new Action(
        1,
        1,
        1,
        1,
        1,
        new ActionPlace(1, 1, "1.1", 1),
        "1.1",
        "Do",
        null,
        due,
        due,
        status,
        started,
        completed,
        impact,
        null,
        0,
        0,
        null,
        null,
        now,
        now,
        0);
  }
}
