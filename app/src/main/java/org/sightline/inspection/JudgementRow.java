package org.sightline.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.inspection.framework.Grade;
import org.sightline.inspection.framework.JudgementArea;

/** What an account says of an area, as it is kept. */
record JudgementRow(
    int accountKey,
    String area,
    String scale,
    @Nullable String grade,
    @Nullable String missing,
    @Nullable String statedAs) {

  static JudgementRow read(ResultSet row) throws SQLException {
    return new JudgementRow(
        row.getInt("account_id"),
        row.getString("area_code"),
        row.getString("scale_code"),
        row.getString("grade_code"),
        row.getString("missing"),
        row.getString("stated_as"));
  }

  Judgement judgement(JudgementArea of, InspectionSource source, Frameworks definitions) {
    if (grade != null) {
      Grade found = definitions.grade(scale, grade).orElseThrow();
      return new Judgement(of, found, null, null, source, statedAs);
    }
    NoGradeReason reason = NoGradeReason.valueOf(String.valueOf(missing));
    return new Judgement(of, null, reason, sentence(of, reason), source, statedAs);
  }

  private static String sentence(JudgementArea of, NoGradeReason reason) {
    return switch (reason) {
      case NOT_STATED -> "The source states no grade for '%s'.".formatted(of.name());
      case NOT_JUDGED_UNDER_FRAMEWORK ->
          "The framework has no judgement on '%s' for this inspection.".formatted(of.name());
      case BEFORE_AREA_EXISTED -> "'%s' was not yet judged apart then.".formatted(of.name());
    };
  }
}
