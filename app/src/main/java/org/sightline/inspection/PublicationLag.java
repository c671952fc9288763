package org.sightline.inspection;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.calendar.WorkingDays;
import org.sightline.inspection.framework.ClockStart;

/**
 * How long the report or letter took.
 *
 * @param usual the clock that says how long it usually takes; null where the framework's version
 *     has none
 * @param isLate null where that is not known
 * @param basis in a sentence
 */
record PublicationLag(
    DayCount fromFirstDay,
    DayCount fromLastDay,
    @Nullable InspectionClock usual,
    @Nullable Boolean isLate,
    String basis) {

  static PublicationLag of(Inspection inspection, LocalDate at, WorkingDays calendar) {
    Optional<InspectionClock> usual = InspectionClock.ofLetter(inspection, calendar);
    return new PublicationLag(
        DayCount.toPublication(inspection, ClockStart.FIRST_DAY, calendar),
        DayCount.toPublication(inspection, ClockStart.LAST_DAY, calendar),
        usual.orElse(null),
        usual.map(clock -> isLate(clock.state(at))).orElse(null),
        usual
            .map(clock -> clock.sentence(at))
            .orElse(
                "Version %s of the framework says nothing of how long a report of its type takes."
                    .formatted(inspection.frameworkVersion().version())));
  }

  private static @Nullable Boolean isLate(ClockState state) {
    return switch (state) {
      case MET, RUNNING -> false;
      case MET_LATE, OVERDUE, PASSED -> true;
      case NOT_KNOWN, DOES_NOT_APPLY -> null;
    };
  }
}
