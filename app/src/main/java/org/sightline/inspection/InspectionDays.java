package org.sightline.inspection;

import java.time.LocalDate;
import java.util.Optional;
import org.sightline.inspection.framework.ClockStart;

/** The days of an inspection from which others are counted. */
final class InspectionDays {
  private InspectionDays() {}

  /** One of its days; nothing where no source gives it, or only as a month or a year. */
  static Optional<LocalDate> exact(Inspection inspection, ClockStart start) {
    return switch (start) {
      case FIRST_DAY ->
          Optional.ofNullable(inspection.firstDay())
              .filter(_ -> inspection.precision() == DatePrecision.DAY);
      case LAST_DAY ->
          Optional.ofNullable(inspection.lastDay())
              .filter(_ -> inspection.lastDayPrecision() == DatePrecision.DAY);
      case PUBLICATION -> Optional.ofNullable(inspection.publishedOn());
    };
  }

  /** Why one of its days is not known. */
  static String unknown(Inspection inspection, ClockStart start) {
    boolean isRough =
        switch (start) {
          case FIRST_DAY -> inspection.firstDay() != null;
          case LAST_DAY -> inspection.lastDay() != null;
          case PUBLICATION -> false;
        };
    return isRough
        ? "Sources in sight give %s as a month or a year only.".formatted(words(start))
        : "No source in sight states %s.".formatted(words(start));
  }

  /** A day in words. */
  static String words(ClockStart start) {
    return switch (start) {
      case FIRST_DAY -> "the first day";
      case LAST_DAY -> "the last day";
      case PUBLICATION -> "the day of publication";
    };
  }
}
