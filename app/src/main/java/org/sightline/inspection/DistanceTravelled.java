package org.sightline.inspection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.framework.Grade;
import org.sightline.inspection.framework.JudgementArea;

/** Compares two inspections of a council, concept by concept and on one scale only. */
final class DistanceTravelled {
  private DistanceTravelled() {}

  /**
   * The last earlier inspection with a grade on anything that this one's framework asks about too;
   * nothing where none is in sight. An own record stands back behind official ones.
   *
   * @param history every inspection of the council, the newest first
   */
  static Optional<Inspection> previous(Inspection inspection, List<Inspection> history) {
    List<String> concepts =
        inspection.framework().areas().stream()
            .map(JudgementArea::concept)
            .filter(Objects::nonNull)
            .toList();
    return InspectionService.officialFirst(history).stream()
        .filter(one -> one.isBefore(inspection.day()))
        .filter(
            one ->
                one.judged().stream()
                    .filter(judgement -> judgement.grade() != null)
                    .anyMatch(judgement -> concepts.contains(conceptOf(judgement))))
        .findFirst();
  }

  /** A movement for each concept that either of the two judges, in their frameworks' order. */
  static List<JudgementMovement> between(Optional<Inspection> earlier, Inspection later) {
    Stream<String> concepts =
        Stream.concat(
            later.concepts().stream(),
            earlier.stream().flatMap(inspection -> inspection.concepts().stream()));
    return concepts.distinct().map(concept -> movement(concept, earlier, later)).toList();
  }

  private static JudgementMovement movement(
      String concept, Optional<Inspection> earlier, Inspection later) {
    @Nullable Judgement from =
        earlier.flatMap(inspection -> inspection.ofConcept(concept)).orElse(null);
    @Nullable Judgement to = later.ofConcept(concept).orElse(null);
    @Nullable Boolean isSame =
        earlier.map(one -> one.framework().code().equals(later.framework().code())).orElse(null);
    Optional<String> whyNot = whyNot(concept, earlier, later, from, to);
    if (whyNot.isPresent() || from == null || to == null) {
      return new JudgementMovement(
          concept,
          from,
          to,
          null,
          null,
          isSame,
          null,
          whyNot.orElse("There is nothing to compare."));
    }
    int steps = position(from) - position(to);
    return new JudgementMovement(
        concept, from, to, steps, direction(steps), isSame, note(concept, from, to), null);
  }

  private static Optional<String> whyNot(
      String concept,
      Optional<Inspection> earlier,
      Inspection later,
      @Nullable Judgement from,
      @Nullable Judgement to) {
    if (earlier.isEmpty()) {
      return Optional.of("No earlier graded inspection of the council is in sight.");
    }
    if (from == null || to == null) {
      String framework = (from == null ? earlier.get() : later).framework().name();
      return Optional.of("'%s' asks nothing about '%s'.".formatted(framework, concept));
    }
    if (from.grade() == null || to.grade() == null) {
      return Optional.ofNullable(
          from.grade() == null ? from.missingSentence() : to.missingSentence());
    }
    return from.area().scale().equals(to.area().scale())
        ? Optional.empty()
        : Optional.of(
            "Then the scale was '%s' and now it is '%s': grades of two scales are not compared."
                .formatted(from.area().scale(), to.area().scale()));
  }

  private static @Nullable String note(String concept, Judgement from, Judgement to) {
    JudgementArea then = from.area();
    JudgementArea now = to.area();
    boolean isSameArea = then.code().equals(now.code()) && then.framework().equals(now.framework());
    return isSameArea
        ? null
        : "Compared by the concept '%s': '%s' (%s) then, '%s' (%s) now; they ask about the same thing and are not the same judgement."
            .formatted(concept, then.name(), then.framework(), now.name(), now.framework());
  }

  private static int position(Judgement judgement) {
    return Optional.ofNullable(judgement.grade()).map(Grade::position).orElseThrow();
  }

  private static MovementDirection direction(int steps) {
    if (steps == 0) {
      return MovementDirection.SAME;
    }
    return steps > 0 ? MovementDirection.IMPROVED : MovementDirection.WORSENED;
  }

  private static String conceptOf(Judgement judgement) {
    return Objects.requireNonNullElse(judgement.area().concept(), "");
  }
}
