package org.sightline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.sightline.RealData;

/** The four tables of inspections as they were published, and what came of them. */
final class InspectionTables {
  static final String HISTORY = "ofsted-outcomes-history";
  static final String AS_AT = "ofsted-outcomes-as-at";
  static final String BEFORE_2023 = "ofsted-inspections-2009-2023";
  static final String COMMUNITY = "community-ilacs-overview";

  private InspectionTables() {}

  /** Imports one of the real files by its mapping. */
  static ImportRun bring(Intake intake, String mapping) throws IOException {
    Path file = RealData.file("ofsted/" + fileName(mapping));
    return intake
        .imports()
        .run(
            new ImportRequest(
                file, String.valueOf(file.getFileName()), mapping, null, null, null, false));
  }

  static String fileName(String mapping) {
    return switch (mapping) {
      case HISTORY -> "la_inspection_outcomes_2025__ILACS_inspection_history.csv";
      case AS_AT -> "la_inspection_outcomes_2025__Inspections_as_at_31_March.csv";
      case BEFORE_2023 -> "csc_england_2023__LA_inspections_2009-2023.csv";
      default -> "ofsted_csc_ilacs_overview.xlsx";
    };
  }

  /** Every inspection with all that every source says of it, without ids. */
  static List<String> all(Intake intake) throws SQLException {
    return intake.ask(
        """
        SELECT area.name || ' ' || framework_code || ': ' || string_agg(account.text, '; ' ORDER BY account.text) AS line
        FROM inspection JOIN area ON area.id = council_id
        JOIN LATERAL (
          SELECT concat_ws(' ', source.code, type_code, starts_on, ends_on, account.published_on, lead_inspector, report_url,
            (SELECT string_agg(concat_ws('=', area_code, grade_code, missing, stated_as), ',' ORDER BY area_code)
             FROM judgement WHERE account_id = account.id)) AS text
          FROM inspection_account AS account JOIN inspection_source AS source ON source.id = source_id
          WHERE inspection_id = inspection.id) AS account ON true
        GROUP BY inspection.id, area.name, framework_code ORDER BY 1
        """);
  }

  /** What each source says of one area of a council's inspection published in a year. */
  static List<String> said(Intake intake, String council, String area, int year)
      throws SQLException {
    return intake.ask(
        """
        SELECT source.code || ' ' || concat_ws(' ', judgement.grade_code, judgement.missing, judgement.stated_as)
        FROM judgement JOIN inspection_account AS account ON account.id = account_id
        JOIN inspection ON inspection.id = inspection_id JOIN area ON area.id = council_id
        JOIN inspection_source AS source ON source.id = source_id
        WHERE area.name = ? AND area_code = ? AND extract(year FROM account.published_on) = ? ORDER BY 1
        """,
        council,
        area,
        year);
  }
}
