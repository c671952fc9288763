package org.sightline.inspection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.framework.InspectionType;
import org.sightline.inspection.framework.VisitTheme;

/**
 * What one source says of an inspection; null, or an empty list, where it says nothing.
 *
 * @param precision how exactly the first and the last day are known
 * @param isPublished false: the body does not publish it
 * @param judgements the areas of which it speaks, in the framework's order
 * @param sourceLine the line of the source's file, from 1
 */
public record InspectionAccount(
    int key,
    InspectionSource source,
    @Nullable InspectionType type,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    DatePrecision precision,
    @Nullable LocalDate publishedOn,
    @Nullable Boolean isPublished,
    List<VisitTheme> visitThemes,
    @Nullable String leadInspector,
    @Nullable String reportUrl,
    @Nullable String outcome,
    @Nullable Integer sourceLine,
    @Nullable String paragraph,
    List<Judgement> judgements) {
  public InspectionAccount {
    visitThemes = List.copyOf(visitThemes);
    judgements = List.copyOf(judgements);
  }
}
