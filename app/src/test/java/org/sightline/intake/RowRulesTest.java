package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows are taken, which are rejected, and what is said of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowRulesTest {
  private static final String GOOD = D3.hull("2025", "100,20,20");

  private Intake intake;

  @BeforeAll
  void start() {
    intake = new Intake();
  }

  @AfterAll
  void stop() {
    intake.close();
  }

  @BeforeEach
  void forget() throws Exception {
    intake.tell(
        "TRUNCATE import_rejection, observation, source_file, edition_coverage, edition_breakdown, edition CASCADE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025,Reporting year,Local authority,E92000001,,,,810,E06000010,,%s,,20,20 | CPP_start | blank-cell | ''",
        "2025,Reporting year,Local authority,E92000001,,,,810,E06000010,,%s,\"1,000\",20,20 | CPP_start | not-a-number | 1,000",
        "2025,Reporting year,Local authority,E92000001,,,,810,E06000010,,%s,1e3,20,20 | CPP_start | not-a-number | 1e3",
        "2025,Reporting year,Local authority,E92000001,,,,810,E06000010,,%s,100,q,20 | CPP_subsequent | unknown-symbol | q",
        "2025,Reporting year,Local authority,E92000001,,,,810,E06000010,,Something else,100,20,20 | category | unknown-filter-text | Something else",
        "2025,Reporting year,Local authority,E92000001,,,,810,E06999999,,%s,100,20,20 | new_la_code | unknown-area | E06999999",
        "2025,Reporting year,Local authority,E92000001,,,,,,,%s,100,20,20 | new_la_code | blank-cell | ''",
        "2025,Reporting year,Local authority,E92000001,,,,000,,,%s,100,20,20 | old_la_code | unknown-area | 000",
        "2025,Reporting year,Local authority,E92000001,,,,884,E06000010,,%s,100,20,20 | old_la_code | council-codes-disagree | 884",
        "2025,Reporting year,Regional,E92000001,,E12999999,,,,,%s,100,20,20 | region_code | unknown-area | E12999999",
        "2025,Reporting year,National,W92000004,,,,,,,%s,100,20,20 | country_code | unknown-area | W92000004",
        "2025,Reporting year,Galactic,E92000001,,,,,,,%s,100,20,20 | geographic_level | unknown-geographic-level | Galactic",
        "25,Reporting year,Local authority,E92000001,,,,810,E06000010,,%s,100,20,20 | time_period | bad-time-period | 25",
        "202426,Academic year,Local authority,E92000001,,,,810,E06000010,,%s,100,20,20 | time_period | bad-time-period | 202426",
        "2025,Q1,Local authority,E92000001,,,,810,E06000010,,%s,100,20,20 | time_identifier | bad-time-identifier | Q1",
        "2025,March,Local authority,E92000001,,,,810,E06000010,,%s,100,20,20 | time_identifier | bad-time-identifier | March"
      })
  void aRowIsRejectedAndTheOthersGoOn(String row, String column, String rule, String value)
      throws Exception {
    ImportRun run =
        intake.bring(
            D3.file(GOOD, row.formatted(D3.CATEGORY), D3.england("2025", "10,5,50")),
            D3.MAPPING,
            D3.RELEASE);

    ImportReport report = Reports.of(run);
    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(report.rowsRead()).isEqualTo(3);
    assertThat(report.rowsTaken()).isEqualTo(2);
    assertThat(report.rejectedByRule()).hasSize(1).containsEntry(rule, 1L);
    assertThat(report.observations()).isEqualTo(6);
    List<Rejection> rejections = intake.imports().rejections(run.id(), 10);
    assertThat(rejections).hasSize(1);
    Rejection rejection = rejections.getFirst();
    assertThat(rejection.line()).isEqualTo(3);
    assertThat(rejection.column()).isEqualTo(column);
    assertThat(rejection.rule()).isEqualTo(rule);
    assertThat(rejection.value()).isEqualTo(value);
    assertThat(rejection.message()).endsWith(".");
  }

  @Test
  void aWrongNumberOfFieldsIsRejected() throws Exception {
    ImportRun run =
        intake.bring(D3.file(GOOD, GOOD + ",7", "2025,too few"), D3.MAPPING, D3.RELEASE);

    assertThat(Reports.of(run).rejectedByRule()).containsEntry("wrong-number-of-fields", 2L);
  }

  @Test
  void symbolsAreReasonsAndOldOnesAreCounted() throws Exception {
    ImportRun run =
        intake.bring(
            D3.file(
                D3.hull("2025", "c,z,x"),
                D3.hull("2024", "u,low,k"),
                D3.hull("2023", ":,~,.."),
                D3.hull("2022", "5,.,.")),
            D3.MAPPING,
            D3.RELEASE);

    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(Reports.of(run).warnings())
        .containsEntry("old-symbol : read as NOT_AVAILABLE", 2L)
        .containsEntry("old-symbol ~ read as ROUNDS_TO_ZERO", 2L)
        .containsEntry("old-symbol .. read as NOT_AVAILABLE", 1L);
    assertThat(
            intake.ask(
                """
                SELECT concat_ws(' ', period.year, observation.missing, observation.numerator_missing,
                  observation.denominator_missing)
                FROM observation
                JOIN period ON period.id = observation.period_id
                JOIN indicator ON indicator.id = observation.indicator_id
                WHERE indicator.code = 'repeat-child-protection-plans-percent' AND period.year IN (2024, 2025)
                ORDER BY 1
                """))
        .containsExactly(
            "2024 ROUNDS_TO_ZERO ROUNDS_TO_ZERO LOW_RELIABILITY",
            "2025 NOT_AVAILABLE NOT_APPLICABLE SUPPRESSED");
  }

  @Test
  void aByteOrderMarkQuotedBlanksOtherOrderAndBlankLinesDoNotDisturb() throws Exception {
    String text =
        "\uFEFFCPP_subsequent_percent,la_name,new_la_code,old_la_code,region_name,region_code,country_name,"
            + "country_code,geographic_level,time_identifier,time_period,category,CPP_start,CPP_subsequent\r\n"
            + "24.5,\"\",\"\",,,\"\",England,E92000001,National,Reporting year,2025,\""
            + D3.CATEGORY
            + "\",61840,15130\r\n"
            + "\r\n"
            + "20,\"Hull,\ncity\",E06000010,,,,England,E92000001,Local authority,Reporting year,2025,"
            + D3.CATEGORY
            + ",100,20\r\n"
            + "20,,E06000010,810,,,England,E92000001,Local authority,Reporting year,2024,"
            + D3.CATEGORY
            + ",,20\r\n";

    ImportRun run = intake.bring(text, D3.MAPPING, D3.RELEASE);

    ImportReport report = Reports.of(run);
    assertThat(report.rowsTaken()).isEqualTo(2);
    assertThat(report.warnings()).containsEntry("blank line left out", 1L);
    assertThat(intake.imports().rejections(run.id(), 10))
        .singleElement()
        .satisfies(one -> assertThat(one.line()).isEqualTo(6));
  }

  @Test
  void areasAreFoundByCodeWhateverTheirName() throws Exception {
    intake.bring(
        D3.file(
            D3.council("2024", "370", "E08000016", "1,1,100"),
            D3.council("2025", "370", "E08000038", "2,1,50"),
            D3.council("2023", "", "E06000010", "3,1,33"),
            D3.council("2022", "810", "", "4,1,25"),
            D3.council("2021", "940 / 941", "E06000061 / E06000062", "5,1,20")),
        D3.MAPPING,
        D3.RELEASE);

    assertThat(
            intake.ask(
                """
                SELECT DISTINCT concat_ws(' ', period.year, area.name) FROM observation
                JOIN area ON area.id = observation.area_id
                JOIN period ON period.id = observation.period_id ORDER BY 1
                """))
        .containsExactly(
            "2021 North Northamptonshire / West Northamptonshire",
            "2022 Kingston upon Hull, City of",
            "2023 Kingston upon Hull, City of",
            "2024 Barnsley",
            "2025 Barnsley");
  }

  @Test
  void otherGeographicLevelsAreSkippedAndSaid() throws Exception {
    ImportRun run =
        intake.bring(
            D3.file(
                GOOD,
                GOOD.replace("Local authority", "Ward"),
                GOOD.replace("Local authority", "Ward")),
            D3.MAPPING,
            D3.RELEASE);

    ImportReport report = Reports.of(run);
    assertThat(report.skippedByLevel()).containsEntry("Ward", 2L);
    assertThat(report.rowsTaken()).isEqualTo(1);
  }

  @Test
  void aLaterRowOfTheSameFigureIsRejected() throws Exception {
    ImportRun run =
        intake.bring(
            D3.file(GOOD, D3.england("2025", "10,5,50"), D3.hull("2025", "999,20,2"), GOOD),
            D3.MAPPING,
            D3.RELEASE);

    ImportReport report = Reports.of(run);
    assertThat(report.rejectedByRule()).containsEntry("duplicate-row", 2L);
    assertThat(report.rowsTaken()).isEqualTo(2);
    assertThat(intake.imports().rejections(run.id(), 10))
        .extracting(Rejection::line)
        .containsExactly(4, 5);
    assertThat(intake.ask("SELECT count(*) FROM observation WHERE value = 999"))
        .containsExactly("0");
  }
}
