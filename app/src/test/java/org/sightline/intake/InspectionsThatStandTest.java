package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.intake.InspectionTables.BEFORE_2023;
import static org.sightline.intake.InspectionTables.HISTORY;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.BesideOthers;
import org.sightline.TestSightline;

/** Official files and the demonstration's papers tell of the same inspections. */
@BesideOthers
class InspectionsThatStandTest {
  private static final String DEMONSTRATION = "demonstration";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demonstration ofsted-outcomes-history ofsted-inspections-2009-2023",
        "demonstration ofsted-inspections-2009-2023 ofsted-outcomes-history",
        "ofsted-outcomes-history demonstration ofsted-inspections-2009-2023",
        "ofsted-inspections-2009-2023 ofsted-outcomes-history demonstration"
      })
  void whateverComesFirstEachInspectionStandsOnce(String order) throws Exception {
    try (Intake intake = new Intake()) {
      for (String one : order.split(" ", -1)) {
        bring(intake, one);
      }

      assertThat(graded(intake))
          .containsExactly(
              "E06000010 ilacs: ofsted-hull-2022 ofsted-ilacs-restated ofsted-inspections-2009-2023 ofsted-outcomes-history",
              "E06000010 ilacs: ofsted-hull-2022 ofsted-ilacs-restated ofsted-inspections-2009-2023 ofsted-outcomes-history",
              "E06000014 ilacs: ofsted-ilacs-restated ofsted-inspections-2009-2023 ofsted-outcomes-history sightline-domain-paper",
              "E06000014 ilacs: ofsted-ilacs-restated ofsted-outcomes-history",
              "E06000014 sif: ofsted-2009-2023-restated ofsted-inspections-2009-2023 york-overview-2020",
              "E06000019 ilacs: herefordshire-scrutiny-2020 ofsted-ilacs-restated ofsted-inspections-2009-2023 ofsted-outcomes-history",
              "E06000019 ilacs: ofsted-ilacs-restated ofsted-inspections-2009-2023 ofsted-outcomes-history");
      assertThat(ofNovember2022(intake)).startsWith("REPORT", "OFFICIAL_STATISTICS");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HISTORY, BEFORE_2023})
  void whatStandsWithoutAMappingStaysAsItIs(String mapping) throws Exception {
    try (Intake intake = new Intake()) {
      bring(intake, DEMONSTRATION);
      List<String> before = kept(intake);

      bring(intake, mapping);

      assertThat(before).isNotEmpty();
      assertThat(kept(intake)).isEqualTo(before);
    }
  }

  private static void bring(Intake intake, String what) throws IOException {
    if (what.equals(DEMONSTRATION)) {
      TestSightline.migrateWithPeople(intake.database());
      return;
    }
    ImportRun run = InspectionTables.bring(intake, what);
    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
  }

  /** The graded inspections of the three councils that the demonstration knows, with sources. */
  private static List<String> graded(Intake intake) throws SQLException {
    return intake.ask(
        """
        SELECT line FROM (SELECT area_code.code || ' ' || inspection.framework_code || ': '
          || string_agg(source.code, ' ' ORDER BY source.code COLLATE "C") AS line
        FROM inspection JOIN area_code ON area_id = council_id AND scheme = 'ONS'
        JOIN inspection_account AS account ON account.inspection_id = inspection.id
        JOIN inspection_source AS source ON source.id = source_id
        WHERE area_code.code IN ('E06000010', 'E06000014', 'E06000019') AND inspection.framework_code IN ('ilacs', 'sif')
        GROUP BY inspection.id, area_code.code
        HAVING bool_or(source.code IN ('ofsted-hull-2022', 'ofsted-ilacs-restated', 'ofsted-2009-2023-restated'))
          OR bool_or(source.code = 'ofsted-outcomes-history')
          OR (area_code.code = 'E06000014' AND inspection.framework_code = 'sif')) AS told
        ORDER BY line COLLATE "C"
        """);
  }

  private static List<String> ofNovember2022(Intake intake) throws SQLException {
    return intake.ask(
        """
        SELECT source.kind FROM inspection_account AS account JOIN inspection_source AS source ON source.id = source_id
        WHERE inspection_id = (
          SELECT inspection_id FROM inspection_account JOIN inspection ON inspection.id = inspection_id
          JOIN inspection_source ON inspection_source.id = source_id
          WHERE inspection_source.code = 'ofsted-outcomes-history' AND starts_on = '2022-11-14'
            AND council_id = (SELECT area_id FROM area_code WHERE scheme = 'ONS' AND code = 'E06000010'))
        ORDER BY source.precedence
        """);
  }

  private static List<String> kept(Intake intake) throws SQLException {
    return intake.ask(
        """
        SELECT account::text || (
          SELECT coalesce(string_agg(judgement::text, ' ' ORDER BY area_code), '') FROM judgement
          WHERE account_id = account.id)
        FROM inspection_account AS account JOIN inspection_source AS source ON source.id = source_id
        WHERE source.mapping IS NULL ORDER BY account.id
        """);
  }
}
