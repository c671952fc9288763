package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaService;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroupService;
import org.sightline.council.GroupArgument;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Suggestions;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.inspection.framework.FrameworkService;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.inspection.framework.JudgementArea;

/** Reads what is asked about inspections, and says in a sentence what cannot be asked. */
@Singleton
class InspectionQuestions {
  private final InspectionService inspections;
  private final FrameworkService frameworks;
  private final AreaService areaService;
  private final CouncilGroupService groups;

  InspectionQuestions(
      InspectionService inspections,
      FrameworkService frameworks,
      AreaService areaService,
      CouncilGroupService groups) {
    this.inspections = inspections;
    this.frameworks = frameworks;
    this.areaService = areaService;
    this.groups = groups;
  }

  /**
   * One page of the inspections of a group.
   *
   * @throws BadUserInput when a framework or a type is unknown, or the first day comes after the
   *     last
   */
  Connection<Inspection> page(
      @Nullable Map<String, Object> among,
      @Nullable List<String> ofFrameworks,
      @Nullable List<String> ofTypes,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      PageRequest page) {
    Frameworks definitions = frameworks.all();
    if (ofFrameworks != null) {
      ofFrameworks.forEach(code -> definitions.get(code, "frameworks"));
    }
    if (ofTypes != null) {
      ofTypes.forEach(code -> definitions.type(code, "types"));
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw new BadUserInput("from, %s, comes after to, %s.".formatted(from, to), "from");
    }
    List<Integer> councils = members(among).stream().map(Council::key).toList();
    return inspections.page(
        new InspectionFilter(councils, ofFrameworks, ofTypes, from, to), page, definitions);
  }

  private List<Council> members(@Nullable Map<String, Object> among) {
    Areas areas = areaService.all();
    return groups.members(GroupArgument.read(among), areas, null);
  }

  /**
   * What an inspection says of an area of its framework.
   *
   * @throws BadUserInput when the framework has no such area; the message names those it has
   */
  static Judgement judgement(Inspection inspection, String area) {
    List<String> known = inspection.framework().areas().stream().map(JudgementArea::code).toList();
    return inspection
        .judgement(area)
        .orElseThrow(
            () ->
                new BadUserInput(
                    "The framework '%s' judges no area '%s'.%s %s"
                        .formatted(
                            inspection.framework().code(),
                            area,
                            Suggestions.didYouMean(area, known),
                            known.isEmpty()
                                ? "It judges none."
                                : "Allowed: %s.".formatted(String.join(", ", known))),
                    "area",
                    known));
  }

  /**
   * The inspection since which distance is travelled: the one before where none is named.
   *
   * @param history every inspection of the council, the newest first
   * @throws BadUserInput when the one named is not an earlier one of the same council in sight
   */
  static Optional<Inspection> earlier(
      Inspection inspection, @Nullable String since, List<Inspection> history) {
    if (since == null) {
      return DistanceTravelled.previous(inspection, history);
    }
    return Optional.of(
        GlobalId.number(InspectionFields.INSPECTION, since)
            .flatMap(key -> history.stream().filter(one -> one.key() == key).findFirst())
            .filter(one -> one.isBefore(inspection.day()))
            .orElseThrow(
                () ->
                    new BadUserInput(
                        "since names no earlier inspection of the same council that you may see.",
                        "since")));
  }
}
