package org.sightline.inspection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.framework.Framework;
import org.sightline.inspection.framework.FrameworkVersion;
import org.sightline.inspection.framework.InspectionType;
import org.sightline.inspection.framework.JudgementArea;
import org.sightline.inspection.framework.VisitTheme;

/**
 * A council's inspection as its sources tell of it: each field from the source of best precedence
 * that says anything, null or empty where none does.
 *
 * @param frameworkVersion the one that holds on the first day or, where that is not known, on the
 *     day of publication
 * @param judged every area of every version of the framework, in its order
 * @param accounts what each source says, by precedence
 * @param version counts the changes of an own record
 */
public record Inspection(
    int key,
    int councilKey,
    Framework framework,
    FrameworkVersion frameworkVersion,
    @Nullable InspectionType type,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    DatePrecision precision,
    DatePrecision lastDayPrecision,
    @Nullable LocalDate publishedOn,
    @Nullable Boolean isPublished,
    List<VisitTheme> visitThemes,
    @Nullable String leadInspector,
    @Nullable String reportUrl,
    @Nullable String outcome,
    List<Judgement> judged,
    List<InspectionAccount> accounts,
    List<ShownField> shownFrom,
    List<SourceDisagreement> disagreements,
    RecordAccess access,
    int version) {
  public Inspection {
    visitThemes = List.copyOf(visitThemes);
    judged = List.copyOf(judged);
    accounts = List.copyOf(accounts);
    shownFrom = List.copyOf(shownFrom);
    disagreements = List.copyOf(disagreements);
  }

  /** The first day or, where none is known, the day of publication; null where neither is known. */
  public @Nullable LocalDate day() {
    return firstDay == null ? publishedOn : firstDay;
  }

  /** Whether it came before a day; one of no known day came before none. */
  boolean isBefore(@Nullable LocalDate day) {
    LocalDate own = day();
    return own != null && day != null && own.isBefore(day);
  }

  /** Whether an organisation has recorded it as its own; nobody owns what is official. */
  boolean isOwned() {
    return access.ownerKey() != null;
  }

  /** Whether any source in sight gives it a grade that its version has. */
  public boolean isGraded() {
    return judged.stream().anyMatch(one -> one.grade() != null);
  }

  /** The areas that the version judges. */
  List<Judgement> judgementsOfVersion() {
    return judged.stream().filter(one -> frameworkVersion.judges(one.area())).toList();
  }

  /** What it says of an area of the framework, of whatever version; nothing for any other area. */
  public Optional<Judgement> judgement(String areaCode) {
    return judged.stream().filter(one -> one.area().code().equals(areaCode)).findFirst();
  }

  /**
   * What it says of a concept: by its version's area or, where that has none, another version's.
   */
  Optional<Judgement> ofConcept(String concept) {
    return judged.stream()
        .filter(one -> concept.equals(one.area().concept()))
        .min(Comparator.comparing(one -> !frameworkVersion.judges(one.area())));
  }

  /** The concepts that the version judges, in the framework's order. */
  List<String> concepts() {
    return judgementsOfVersion().stream()
        .map(Judgement::area)
        .map(JudgementArea::concept)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
