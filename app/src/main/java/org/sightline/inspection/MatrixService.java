package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaService;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroup;
import org.sightline.council.CouncilGroupService;
import org.sightline.council.GroupArgument;
import org.sightline.inspection.InspectionMatrix.AreaCounts;
import org.sightline.inspection.InspectionMatrix.Gap;
import org.sightline.inspection.InspectionMatrix.GradeCount;
import org.sightline.inspection.InspectionMatrix.ReasonCount;
import org.sightline.inspection.InspectionMatrix.Row;
import org.sightline.inspection.framework.Framework;
import org.sightline.inspection.framework.FrameworkService;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.inspection.framework.JudgementArea;

/** Puts the latest inspections of a group of councils side by side. */
@Singleton
class MatrixService {
  private final InspectionService inspections;
  private final FrameworkService frameworks;
  private final AreaService areaService;
  private final CouncilGroupService groups;

  MatrixService(
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
   * The matrix of a group on a day, in as many statements for many councils as for one.
   *
   * @param among null for all of England
   * @throws org.sightline.graphql.BadUserInput when there is no such framework
   */
  InspectionMatrix matrix(@Nullable Map<String, Object> among, LocalDate at, String framework) {
    Frameworks definitions = frameworks.all();
    Framework asked = definitions.get(framework, "framework");
    CouncilGroup group = GroupArgument.read(among);
    List<Council> members = members(group, at);
    Map<Integer, List<Inspection>> known =
        inspections.ofCouncils(members.stream().map(Council::key).toList(), definitions);
    List<Row> rows = new ArrayList<>();
    List<Gap> missing = new ArrayList<>();
    for (Council council : members) {
      List<Inspection> history = until(at, known.getOrDefault(council.key(), List.of()));
      Optional<Inspection> latest =
          history.stream().filter(one -> belongsInto(one, asked)).findFirst();
      latest.ifPresentOrElse(
          inspection -> rows.add(new Row(council, inspection, at, history)),
          () -> missing.add(gap(council, asked, at)));
    }
    return new InspectionMatrix(
        asked,
        asked.versionOn(at),
        at,
        asked.areas(),
        rows,
        missing,
        asked.areas().stream().map(area -> counts(area, rows, definitions)).toList(),
        basis(asked, at));
  }

  private static String basis(Framework framework, LocalDate at) {
    return "The latest graded inspection by '%s' of each council whose first day or, where none is known, publication comes no later than %s, of the inspections in sight; a council's own record of grades only where no official one is. Counts are over these rows."
        .formatted(framework.name(), at);
  }

  /** Those of a named group stay in it with their reason; of others only those that are there. */
  private List<Council> members(CouncilGroup group, LocalDate at) {
    Areas areas = areaService.all();
    return groups.members(group, areas, null, at).stream()
        .filter(council -> group instanceof CouncilGroup.Named || council.existsOn(at))
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  private static List<Inspection> until(LocalDate at, List<Inspection> history) {
    return InspectionService.officialFirst(
        history.stream().filter(one -> one.isBefore(at.plusDays(1))).toList());
  }

  private static boolean belongsInto(Inspection inspection, Framework framework) {
    return inspection.framework().code().equals(framework.code())
        && (framework.areas().isEmpty() || inspection.isGraded());
  }

  private static Gap gap(Council council, Framework framework, LocalDate at) {
    return council.existsOn(at)
        ? new Gap(
            council,
            NoInspectionReason.NEVER_INSPECTED_UNDER_FRAMEWORK,
            "No %sinspection of %s by '%s' up to %s is in sight."
                .formatted(
                    framework.areas().isEmpty() ? "" : "graded ",
                    council.name(),
                    framework.name(),
                    at))
        : new Gap(
            council,
            NoInspectionReason.NOT_THERE_ON_DAY,
            "%s is no council on %s.".formatted(council.name(), at));
  }

  private static AreaCounts counts(JudgementArea area, List<Row> rows, Frameworks definitions) {
    List<Judgement> judgements =
        rows.stream().flatMap(row -> row.inspection().judgement(area.code()).stream()).toList();
    List<GradeCount> grades =
        definitions.grades(area.scale()).stream()
            .map(
                grade ->
                    new GradeCount(
                        grade,
                        Math.toIntExact(
                            judgements.stream()
                                .filter(one -> Objects.equals(one.grade(), grade))
                                .count())))
            .toList();
    List<ReasonCount> missing =
        Arrays.stream(NoGradeReason.values())
            .map(
                reason ->
                    new ReasonCount(
                        reason,
                        Math.toIntExact(
                            judgements.stream().filter(one -> one.missing() == reason).count())))
            .filter(one -> one.councils() > 0)
            .toList();
    return new AreaCounts(
        area, grades.stream().mapToInt(GradeCount::councils).sum(), grades, missing);
  }
}
