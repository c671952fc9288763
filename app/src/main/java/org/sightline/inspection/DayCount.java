package org.sightline.inspection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sightline.calendar.WorkingDays;
import org.sightline.inspection.framework.ClockStart;

/**
 * How many days there are from a day of an inspection to its publication, the first of them not
 * counted.
 *
 * @param workingDays null where that is not known: basis says why
 * @param calendarDays null where that is not known: basis says why
 */
record DayCount(@Nullable Integer workingDays, @Nullable Integer calendarDays, String basis) {

  static DayCount toPublication(Inspection inspection, ClockStart from, WorkingDays calendar) {
    Optional<LocalDate> start = InspectionDays.exact(inspection, from);
    Optional<LocalDate> end = InspectionDays.exact(inspection, ClockStart.PUBLICATION);
    if (start.isEmpty() || end.isEmpty()) {
      ClockStart missing = start.isEmpty() ? from : ClockStart.PUBLICATION;
      return new DayCount(null, null, InspectionDays.unknown(inspection, missing));
    }
    OptionalInt working = calendar.between(start.get(), end.get());
    String days =
        "From %s, %s, to publication, %s; the first does not count."
            .formatted(InspectionDays.words(from), start.get(), end.get());
    return new DayCount(
        working.isEmpty() ? null : working.getAsInt(),
        Math.toIntExact(ChronoUnit.DAYS.between(start.get(), end.get())),
        working.isEmpty() ? days + " " + calendar.limits() : days);
  }
}
