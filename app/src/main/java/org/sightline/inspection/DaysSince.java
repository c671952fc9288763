package org.sightline.inspection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.framework.ClockStart;

/**
 * How many calendar days there are from an inspection to a day.
 *
 * @param days null where that is not known, or the inspection came later: basis says why
 * @param since the day from which they are counted
 * @param from which day of the inspection that is
 */
record DaysSince(
    @Nullable Integer days, @Nullable LocalDate since, @Nullable ClockStart from, String basis) {

  static DaysSince of(Inspection inspection, LocalDate at) {
    Optional<ClockStart> from =
        List.of(ClockStart.LAST_DAY, ClockStart.FIRST_DAY, ClockStart.PUBLICATION).stream()
            .filter(start -> InspectionDays.exact(inspection, start).isPresent())
            .findFirst();
    if (from.isEmpty()) {
      return new DaysSince(
          null, null, null, "No source in sight states a day, so none can be counted.");
    }
    LocalDate since = InspectionDays.exact(inspection, from.get()).orElseThrow();
    String which = InspectionDays.words(from.get());
    return since.isAfter(at)
        ? new DaysSince(
            null, since, from.get(), "%s, %s, comes after %s.".formatted(capital(which), since, at))
        : new DaysSince(
            Math.toIntExact(ChronoUnit.DAYS.between(since, at)),
            since,
            from.get(),
            "Calendar days from %s, %s, to %s.".formatted(which, since, at));
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
