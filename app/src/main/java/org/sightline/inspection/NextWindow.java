package org.sightline.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.framework.FrameworkWindow;
import org.sightline.inspection.framework.Grade;
import org.sightline.inspection.framework.InspectionType;

/**
 * When the next inspection is to be expected. It is always an estimate.
 *
 * @param type what is to be expected
 * @param basis of what it was made, in a sentence
 */
public record NextWindow(
    InspectionType type,
    LocalDate from,
    LocalDate to,
    boolean isEstimate,
    String basis,
    String source) {

  /**
   * The windows after an inspection.
   *
   * @param windows the earliest first
   * @param because why there is none; null where there is one
   */
  record Answer(List<NextWindow> windows, @Nullable String because) {
    @Nullable NextWindow first() {
      return windows.isEmpty() ? null : windows.getFirst();
    }

    private static Answer none(String because) {
      return new Answer(List.of(), because);
    }
  }

  /**
   * What follows an inspection by its framework's version.
   *
   * @param history every inspection of the council that is known by then, the newest first
   */
  static Answer after(Inspection inspection, List<Inspection> history) {
    @Nullable LocalDate day = inspection.day();
    if (day == null || !inspection.isGraded()) {
      return Answer.none("An estimate is made after a graded inspection of a known day only.");
    }
    Optional<Inspection> later =
        InspectionService.officialFirst(history).stream()
            .filter(one -> follows(one, inspection) && one.isGraded())
            .findFirst();
    if (later.isPresent()) {
      return Answer.none(
          "The council was inspected again from %s on.".formatted(later.get().day()));
    }
    List<NextWindow> windows =
        inspection.frameworkVersion().windows().stream()
            .filter(window -> fits(window, inspection))
            .filter(window -> history.stream().noneMatch(one -> is(one, window, inspection)))
            .flatMap(window -> window(window, inspection, day).stream())
            .toList();
    return windows.isEmpty()
        ? Answer.none(
            "Version %s of the framework gives no window after these grades, or what it gives has come."
                .formatted(inspection.frameworkVersion().version()))
        : new Answer(windows, null);
  }

  private static boolean follows(Inspection one, Inspection inspection) {
    return one.framework().code().equals(inspection.framework().code())
        && inspection.isBefore(one.day());
  }

  private static boolean is(Inspection one, FrameworkWindow window, Inspection inspection) {
    return follows(one, inspection)
        && one.type() != null
        && one.type().code().equals(window.nextType());
  }

  private static boolean fits(FrameworkWindow window, Inspection inspection) {
    if (window.area() == null) {
      return true;
    }
    Optional<Grade> grade =
        inspection.judgement(window.area()).flatMap(one -> Optional.ofNullable(one.grade()));
    return grade.isPresent()
        && (window.grades() == null || window.grades().contains(grade.get().code()));
  }

  private static Optional<NextWindow> window(
      FrameworkWindow window, Inspection inspection, LocalDate day) {
    String basis =
        "An estimate: %d to %d months after %s, by version %s of the framework."
            .formatted(
                window.fromMonths(),
                window.toMonths(),
                inspection.firstDay() == null ? "publication, " + day : "the first day, " + day,
                inspection.frameworkVersion().version());
    return inspection
        .framework()
        .type(window.nextType())
        .map(
            type ->
                new NextWindow(
                    type,
                    day.plusMonths(window.fromMonths()),
                    day.plusMonths(window.toMonths()),
                    true,
                    basis,
                    window.source()));
  }
}
