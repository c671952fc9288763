package org.sightline.inspection;

import org.jspecify.annotations.Nullable;
import org.sightline.inspection.framework.Grade;
import org.sightline.inspection.framework.JudgementArea;

/**
 * A grade in an area, or why there is none.
 *
 * @param missing null where there is a grade, and then missingSentence is null too
 * @param source who states the grade; null where none does
 * @param statedAs the source's own words, null where it gives none
 */
public record Judgement(
    JudgementArea area,
    @Nullable Grade grade,
    @Nullable NoGradeReason missing,
    @Nullable String missingSentence,
    @Nullable InspectionSource source,
    @Nullable String statedAs) {
  public Judgement {
    if ((grade == null) != (missing != null && missingSentence != null)) {
      throw new IllegalArgumentException("A judgement is a grade, or a reason with a sentence.");
    }
  }
}
