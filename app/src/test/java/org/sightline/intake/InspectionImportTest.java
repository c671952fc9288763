package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.intake.InspectionTables.AS_AT;
import static org.sightline.intake.InspectionTables.BEFORE_2023;
import static org.sightline.intake.InspectionTables.COMMUNITY;
import static org.sightline.intake.InspectionTables.HISTORY;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.BesideOthers;

/** The four real files, imported as they are. */
@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectionImportTest {
  private final Map<String, ImportRun> runs = new HashMap<>();
  private Intake intake;

  @BeforeAll
  void bringAll() throws IOException {
    intake = new Intake();
    for (String mapping : List.of(BEFORE_2023, COMMUNITY, AS_AT, HISTORY)) {
      runs.put(mapping, InspectionTables.bring(intake, mapping));
    }
  }

  @AfterAll
  void close() {
    if (intake != null) {
      intake.close();
    }
  }

  @Test
  void everyRowIsTakenOrRejectedWithItsRule() {
    assertRows(HISTORY, 271, 271, Map.of());
    assertRows(AS_AT, 153, 153, Map.of());
    assertRows(COMMUNITY, 153, 153, Map.of());
    assertRows(
        BEFORE_2023, 160, 156, Map.of("blank-row", 2L, "heading", 1L, "repeated-header", 1L));
  }

  private void assertRows(String mapping, long read, long taken, Map<String, Long> rejected) {
    ImportRun run = Objects.requireNonNull(runs.get(mapping));
    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    ImportReport report = Reports.of(run);
    assertThat(report.rowsRead()).isEqualTo(read);
    assertThat(report.rowsTaken()).isEqualTo(taken);
    assertThat(report.rejectedByRule()).isEqualTo(rejected);
    assertThat(report.rowsRead()).isEqualTo(report.rowsTaken() + report.rowsRejected());
  }

  @Test
  void whatIsNoRowIsReportedByItsLine() {
    ImportRun run = Objects.requireNonNull(runs.get(BEFORE_2023));
    assertThat(intake.imports().rejections(run.id(), 10))
        .extracting(Rejection::rule)
        .containsExactly("blank-row", "blank-row", "heading", "repeated-header");
    assertThat(intake.imports().rejections(run.id(), 10))
        .isSortedAccordingTo(Comparator.comparingInt(Rejection::line))
        .allSatisfy(one -> assertThat(one.message()).endsWith("."))
        .allSatisfy(one -> assertThat(one.line()).isGreaterThan(150));
  }

  @Test
  void theInspectionsAreThoseOfTheFiles() throws SQLException {
    assertThat(
            intake.ask(
                """
                SELECT framework_code || ' ' || count(*) FROM inspection GROUP BY framework_code ORDER BY 1
                """))
        .containsExactly(
            "child-protection 51", "ilacs 315", "sif 173", "slac 163", "targeted-looked-after 5");
    assertThat(
            intake.ask(
                """
                SELECT source.code || ' ' || framework_code || ' ' || count(*)
                FROM judgement JOIN inspection_account AS account ON account.id = account_id
                JOIN inspection_source AS source ON source.id = source_id
                GROUP BY source.code, framework_code ORDER BY 1
                """))
        .containsExactly(
            "community-ilacs-overview ilacs 765",
            "ofsted-inspections-2009-2023 child-protection 51",
            "ofsted-inspections-2009-2023 ilacs 731",
            "ofsted-inspections-2009-2023 sif 1190",
            "ofsted-inspections-2009-2023 slac 315",
            "ofsted-inspections-2009-2023 targeted-looked-after 5",
            "ofsted-outcomes-as-at ilacs 765",
            "ofsted-outcomes-history ilacs 1355");
  }

  @Test
  void filesInAnyOrderGiveTheSameInspections() throws Exception {
    for (List<String> order :
        List.of(
            List.of(HISTORY, COMMUNITY, BEFORE_2023, AS_AT),
            List.of(AS_AT, BEFORE_2023, HISTORY, COMMUNITY))) {
      try (Intake other = new Intake()) {
        for (String mapping : order) {
          assertThat(InspectionTables.bring(other, mapping).state())
              .isEqualTo(ImportState.IMPORTED);
        }
        assertThat(InspectionTables.all(other)).isEqualTo(InspectionTables.all(intake));
      }
    }
  }

  @Test
  void theSameFileAgainChangesNothing() throws Exception {
    List<String> before =
        intake.ask("SELECT inspection_account::text FROM inspection_account ORDER BY 1");

    for (String mapping : List.of(COMMUNITY, HISTORY, BEFORE_2023, AS_AT)) {
      ImportRun again = InspectionTables.bring(intake, mapping);
      assertThat(again.state()).as(again.message()).isEqualTo(ImportState.UNCHANGED);
      assertThat(Reports.of(again).observationsWritten()).isZero();
    }

    assertThat(intake.ask("SELECT inspection_account::text FROM inspection_account ORDER BY 1"))
        .isEqualTo(before);
  }

  @Test
  void aDayThatOneSourceHasOtherwiseStandsBesideTheOthers() throws SQLException {
    assertThat(days("Nottingham", 2022))
        .containsExactly(
            "community-ilacs-overview none 2022-09-05",
            "ofsted-inspections-2009-2023 ilacs-standard 2022-11-05",
            "ofsted-outcomes-as-at none 2022-09-05",
            "ofsted-outcomes-history ilacs-standard 2022-09-05");
    assertThat(days("Merton", 2022))
        .containsExactly(
            "ofsted-inspections-2009-2023 ilacs-standard 2022-05-09",
            "ofsted-outcomes-as-at none 2022-05-09",
            "ofsted-outcomes-history ilacs-short 2022-05-09");
  }

  private List<String> days(String council, int year) throws SQLException {
    List<String> inspections =
        intake.ask(
            """
            SELECT string_agg(source.code || ' ' || coalesce(type_code, 'none') || ' ' || account.published_on, '|' ORDER BY source.code)
            FROM inspection JOIN area ON area.id = council_id
            JOIN inspection_account AS account ON account.inspection_id = inspection.id
            JOIN inspection_source AS source ON source.id = source_id
            WHERE area.name = ? AND extract(year FROM account.published_on) = ? GROUP BY inspection.id
            """,
            council,
            year);
    assertThat(inspections).hasSize(1);
    return List.of(inspections.getFirst().split("\\|", -1));
  }

  @Test
  void gradesThatSourcesHaveOtherwiseAreAllKept() throws SQLException {
    assertThat(InspectionTables.said(intake, "St. Helens", "help-and-protection", 2023))
        .containsExactly(
            "community-ilacs-overview good good",
            "ofsted-outcomes-as-at requires-improvement",
            "ofsted-outcomes-history requires-improvement");
    assertThat(InspectionTables.said(intake, "St. Helens", "children-in-care", 2023))
        .containsExactly(
            "community-ilacs-overview requires-improvement requires improvement",
            "ofsted-outcomes-as-at good",
            "ofsted-outcomes-history good");
    assertThat(InspectionTables.said(intake, "St. Helens", "care-leavers", 2023))
        .containsExactly(
            "community-ilacs-overview good good",
            "ofsted-outcomes-as-at outstanding",
            "ofsted-outcomes-history outstanding");
    assertThat(disagreements("community-ilacs-overview"))
        .containsExactly(
            "Nottingham care-leavers",
            "St. Helens care-leavers",
            "St. Helens children-in-care",
            "St. Helens help-and-protection");
    assertThat(disagreements("ofsted-outcomes-as-at")).isEmpty();
    assertThat(disagreements("ofsted-inspections-2009-2023")).isEmpty();
  }

  /** Where a source grades an area otherwise than the history does, or one of the two has none. */
  private List<String> disagreements(String source) throws SQLException {
    return intake.ask(
        """
        SELECT area.name || ' ' || other.area_code
        FROM inspection JOIN area ON area.id = council_id
        JOIN inspection_account AS a ON a.inspection_id = inspection.id
        JOIN inspection_source AS s ON s.id = a.source_id AND s.code = 'ofsted-outcomes-history'
        JOIN inspection_account AS b ON b.inspection_id = inspection.id
        JOIN inspection_source AS t ON t.id = b.source_id AND t.code = ?
        JOIN judgement AS other ON other.account_id = b.id
        LEFT JOIN judgement AS said ON said.account_id = a.id AND said.area_code = other.area_code
        WHERE (said.grade_code, said.missing) IS DISTINCT FROM (other.grade_code, other.missing)
        ORDER BY 1
        """,
        source);
  }

  @Test
  void sevenInspectionsBeforeTheAreaExistedAgreeOnceTheyAreRead() throws SQLException {
    assertThat(
            intake.ask(
                """
                SELECT count(*) || ' ' || string_agg(DISTINCT missing, ' ') FROM judgement
                WHERE stated_as = 'inspection_pre_dates_judgement'
                """))
        .containsExactly("7 BEFORE_AREA_EXISTED");
    assertThat(InspectionTables.said(intake, "North Northamptonshire", "care-leavers", 2022))
        .containsExactly(
            "community-ilacs-overview BEFORE_AREA_EXISTED inspection_pre_dates_judgement",
            "ofsted-outcomes-as-at BEFORE_AREA_EXISTED",
            "ofsted-outcomes-history BEFORE_AREA_EXISTED");
  }

  @Test
  void careBefore2023IsOneAreaWithCareLeaversByTheFirstDayAndNotByThePublication()
      throws SQLException {
    assertThat(
            InspectionTables.said(
                intake, "Kingston upon Hull, City of", "care-and-care-leavers", 2023))
        .containsExactly(
            "ofsted-inspections-2009-2023 good",
            "ofsted-outcomes-as-at good",
            "ofsted-outcomes-history good");
    assertThat(
            InspectionTables.said(intake, "Kingston upon Hull, City of", "children-in-care", 2023))
        .isEmpty();
    assertThat(
            intake.ask(
                """
                SELECT DISTINCT area_code FROM judgement JOIN inspection_account AS account ON account.id = account_id
                WHERE framework_code = 'ilacs' AND starts_on < '2023-01-01' AND area_code = 'children-in-care'
                  OR starts_on >= '2023-01-01' AND area_code = 'care-and-care-leavers'
                """))
        .isEmpty();
  }

  @Test
  void anInspectionAfterApril2026HasNoOverallGradeAndSaysWhy() throws SQLException {
    for (String council : List.of("Brent", "Somerset")) {
      assertThat(InspectionTables.said(intake, council, "overall-effectiveness", 2026))
          .containsExactly("community-ilacs-overview NOT_JUDGED_UNDER_FRAMEWORK nan");
    }
  }

  @Test
  void aGradeWrittenAsADashIsNotStated() throws SQLException {
    assertThat(
            intake.ask(
                """
                SELECT framework_code || ' ' || area_code || ' ' || missing || ' ' || count(*) FROM judgement
                WHERE stated_as = '-' GROUP BY framework_code, area_code, missing ORDER BY 1
                """))
        .containsExactly(
            "sif adoption NOT_STATED 2",
            "sif care-leavers NOT_STATED 1",
            "sif looked-after-and-permanence NOT_STATED 1",
            "slac looked-after-overall-effectiveness NOT_STATED 1");
  }

  @Test
  void councilsThatShareACodeOrANameAreToldApart() throws SQLException {
    assertThat(
            intake.ask(
                """
                SELECT area.name || ' ' || string_agg(framework_code, ' ' ORDER BY coalesce(starts_on, account.published_on))
                FROM inspection JOIN area ON area.id = council_id
                JOIN inspection_account AS account ON account.inspection_id = inspection.id
                JOIN inspection_source AS source ON source.id = source_id
                WHERE (source.code = 'community-ilacs-overview' AND area.name IN ('Cumberland', 'Westmorland and Furness'))
                  OR (source.code = 'ofsted-inspections-2009-2023' AND area.name LIKE 'Dorset%')
                GROUP BY area.id, area.name ORDER BY 1
                """))
        .containsExactly(
            "Cumberland ilacs", "Dorset ilacs", "Dorset slac sif", "Westmorland and Furness ilacs");
  }

  @Test
  void theLeadInspectorTheReportAndTheLastDayAreKept() throws SQLException {
    assertThat(
            intake.ask(
                """
                SELECT concat_ws(' ', lead_inspector, report_url, starts_on, ends_on, published_on)
                FROM inspection_account JOIN inspection ON inspection.id = inspection_id
                JOIN area ON area.id = council_id WHERE area.name = 'Barnsley' AND lead_inspector IS NOT NULL
                """))
        .containsExactly(
            "anna gravelle https://files.ofsted.gov.uk/v1/file/50231520 2023-09-11 2023-09-15 2023-10-27");
  }
}
