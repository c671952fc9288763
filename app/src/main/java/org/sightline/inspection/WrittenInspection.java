package org.sightline.inspection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.framework.Grade;
import org.sightline.inspection.framework.InspectionType;
import org.sightline.inspection.framework.JudgementArea;
import org.sightline.inspection.framework.VisitTheme;

/** What a council writes of an inspection of its own. */
record WrittenInspection(
    InspectionType type,
    LocalDate firstDay,
    @Nullable LocalDate lastDay,
    DatePrecision precision,
    @Nullable LocalDate publishedOn,
    @Nullable Boolean isPublished,
    List<VisitTheme> visitThemes,
    @Nullable String leadInspector,
    @Nullable String reportUrl,
    @Nullable String outcome,
    @Nullable String paragraph,
    List<WrittenGrade> grades) {

  /**
   * A grade in an area.
   *
   * @param grade null takes away what was there
   */
  record WrittenGrade(JudgementArea area, @Nullable Grade grade, @Nullable String statedAs) {}
}
