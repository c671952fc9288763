package org.sightline.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.calendar.WorkingDays;
import org.sightline.inspection.framework.ClockStart;
import org.sightline.inspection.framework.ClockSubject;
import org.sightline.inspection.framework.FrameworkClock;

/**
 * A clock of the framework's version as it runs for an inspection.
 *
 * @param applies whether what it is for is there, as far as rows in sight tell
 * @param beginsOn null where that day is not known
 * @param dueOn null where it cannot be counted
 * @param metOn the day of publication, for a letter; null where it is not known
 * @param basis in a sentence
 */
public record InspectionClock(
    FrameworkClock clock,
    boolean applies,
    @Nullable LocalDate beginsOn,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate metOn,
    String basis) {

  /** The clocks of an inspection; one of its type stands for the one of every type. */
  static List<InspectionClock> of(
      Inspection inspection, List<Finding> findings, WorkingDays calendar) {
    boolean hasPriorityAction =
        findings.stream().anyMatch(one -> one.kind() == FindingKind.PRIORITY_ACTION);
    return clocks(inspection).stream()
        .map(clock -> of(inspection, clock, hasPriorityAction, calendar))
        .toList();
  }

  /** The clock of its report or letter, where the version has one. */
  static Optional<InspectionClock> ofLetter(Inspection inspection, WorkingDays calendar) {
    return clocks(inspection).stream()
        .filter(clock -> clock.appliesTo() == ClockSubject.LETTER)
        .findFirst()
        .map(clock -> of(inspection, clock, false, calendar));
  }

  private static List<FrameworkClock> clocks(Inspection inspection) {
    @Nullable String type = inspection.type() == null ? null : inspection.type().code();
    List<FrameworkClock> all =
        inspection.frameworkVersion().clocks().stream()
            .filter(clock -> clock.type() == null || clock.type().equals(type))
            .toList();
    return all.stream()
        .filter(clock -> clock.type() != null || !hasItsOwn(clock.appliesTo(), all))
        .toList();
  }

  private static boolean hasItsOwn(ClockSubject subject, List<FrameworkClock> all) {
    return all.stream().anyMatch(clock -> clock.appliesTo() == subject && clock.type() != null);
  }

  private static InspectionClock of(
      Inspection inspection,
      FrameworkClock clock,
      boolean hasPriorityAction,
      WorkingDays calendar) {
    boolean isLetter = clock.appliesTo() == ClockSubject.LETTER;
    boolean applies =
        isLetter ? !Boolean.FALSE.equals(inspection.isPublished()) : hasPriorityAction;
    Optional<LocalDate> begins = InspectionDays.exact(inspection, clock.beginsWith());
    Optional<LocalDate> due = begins.flatMap(day -> calendar.after(day, clock.workingDays()));
    return new InspectionClock(
        clock,
        applies,
        begins.orElse(null),
        due.orElse(null),
        isLetter ? inspection.publishedOn() : null,
        basis(inspection, clock, begins, due, calendar));
  }

  private static String basis(
      Inspection inspection,
      FrameworkClock clock,
      Optional<LocalDate> begins,
      Optional<LocalDate> due,
      WorkingDays calendar) {
    ClockStart start = clock.beginsWith();
    if (begins.isEmpty()) {
      return InspectionDays.unknown(inspection, start);
    }
    String counted =
        "%d working days after %s, %s; %s."
            .formatted(
                clock.workingDays(),
                InspectionDays.words(start),
                begins.get(),
                clock.isRequired() ? "it has to be kept" : "it is what is usual");
    return due.isEmpty() ? counted + " " + calendar.limits() : counted;
  }

  /** Whether its last day lies before a day; null where that is not known. */
  @Nullable Boolean isOver(LocalDate at) {
    return dueOn == null ? null : dueOn.isBefore(at);
  }

  /** How it stands on a day. Whether a plan came in time is for the plan to say. */
  ClockState state(LocalDate at) {
    if (!applies) {
      return ClockState.DOES_NOT_APPLY;
    }
    if (dueOn == null) {
      return ClockState.NOT_KNOWN;
    }
    if (metOn != null && !metOn.isAfter(at)) {
      return metOn.isAfter(dueOn) ? ClockState.MET_LATE : ClockState.MET;
    }
    if (!dueOn.isBefore(at)) {
      return ClockState.RUNNING;
    }
    return clock.appliesTo() == ClockSubject.LETTER ? ClockState.OVERDUE : ClockState.PASSED;
  }

  /** The same in a sentence. */
  String sentence(LocalDate at) {
    return switch (state(at)) {
      case MET -> "%s: published on %s, due by %s.".formatted(clock.name(), metOn, dueOn);
      case MET_LATE ->
          "%s: published on %s, after it was due on %s.".formatted(clock.name(), metOn, dueOn);
      case RUNNING -> "%s: due by %s.".formatted(clock.name(), dueOn);
      case OVERDUE ->
          "%s: overdue on %s. It was due by %s, and no source in sight has it published."
              .formatted(clock.name(), at, dueOn);
      case PASSED ->
          "%s: it was due by %s; the plan says whether it came.".formatted(clock.name(), dueOn);
      case NOT_KNOWN -> "%s: %s".formatted(clock.name(), basis);
      case DOES_NOT_APPLY -> doesNotApply();
    };
  }

  private String doesNotApply() {
    return clock.appliesTo() == ClockSubject.LETTER
        ? "%s: the body does not publish it.".formatted(clock.name())
        : "%s: no priority action of this inspection is in sight.".formatted(clock.name());
  }
}
