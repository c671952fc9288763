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

/** The project's own form, and how it meets the official file that it restates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongFormTest {
  private static final String MAPPING = "first-run-children-in-need-d3";
  private static final String HEADER =
      "indicator,breakdown,period,area,value,missing,numerator,numerator_missing,denominator,"
          + "denominator_missing,release,table,source_file,source_line\n";
  private static final String HULL =
      "repeat-child-protection-plans-percent,,2025,E06000010,20,,20,,100,,children-in-need-2025,children-in-need/d3,d3.csv,17\n";
  private static final String SOURCES =
      "SELECT DISTINCT concat_ws(' ', source_name, source_line) FROM observation ORDER BY 1";

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

  @Test
  void theReleaseAndTheSourceAreThoseOfTheRows() throws Exception {
    ImportRun run = intake.bring(HEADER + HULL, MAPPING, null);

    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(run.release()).isEqualTo("children-in-need-2025");
    assertThat(intake.ask(SOURCES)).containsExactly("d3.csv 17");
  }

  @Test
  void theOfficialFileTakesOverWhatItConfirms() throws Exception {
    intake.bring(HEADER + HULL, MAPPING, null);

    ImportRun official =
        intake.bring(D3.file(D3.hull("2025", "100,20,20.0")), D3.MAPPING, D3.RELEASE);

    assertThat(Reports.of(official).provenanceMoved()).isEqualTo(1);
    assertThat(Reports.of(official).observationsWritten()).isEqualTo(2);
    assertThat(intake.ask(SOURCES)).containsExactly("brought.csv 2");
  }

  @Test
  void aRestatementAfterTheOfficialFileChangesNothing() throws Exception {
    intake.bring(D3.file(D3.hull("2025", "100,20,20.0")), D3.MAPPING, D3.RELEASE);
    List<String> before = intake.ask(SOURCES);

    ImportRun restated = intake.bring(HEADER + HULL, MAPPING, null);

    assertThat(Reports.of(restated).observationsAlreadyThere()).isEqualTo(1);
    assertThat(Reports.of(restated).observationsWritten()).isZero();
    assertThat(intake.ask(SOURCES)).isEqualTo(before);
  }

  @Test
  void aRestatementThatContradictsTheOfficialFileIsRefused() throws Exception {
    intake.bring(D3.file(D3.hull("2025", "100,21,21")), D3.MAPPING, D3.RELEASE);

    ImportRun restated = intake.bring(HEADER + HULL, MAPPING, null);

    assertThat(restated.state()).isEqualTo(ImportState.REFUSED);
    assertThat(Reports.of(restated).differenceCount()).isEqualTo(1);
  }

  @Test
  void rowsOfTwoReleasesAreRefused() throws Exception {
    ImportRun run =
        intake.bring(
            HEADER + HULL + HULL.replace("children-in-need-2025", "children-in-need-2024"),
            MAPPING,
            null);

    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(run.message()).contains("Line 3 is of release children-in-need-2024");
  }

  @Test
  void anotherReleaseThanTheRowsIsRefused() throws Exception {
    ImportRun run = intake.bring(HEADER + HULL, MAPPING, "children-in-need-2024");

    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "repeat-child-protection-plans-percent,other,indicator,unknown-indicator",
    "'percent,,2025','percent,AGE,2025',breakdown,bad-breakdown",
    "'percent,,2025','percent,age=1;age=2,2025',breakdown,bad-breakdown",
    "'percent,,2025','percent,age=total,2025',breakdown,bad-breakdown",
    "'percent,,2025','percent,,25',period,bad-time-period",
    "E06000010,E06999999,area,unknown-area",
    "'20,,20','20,SUPPRESSED,20',missing,both-value-and-missing",
    "'20,,20',',,20',value,blank-cell",
    "'20,,20',',HIDDEN,20',missing,unknown-symbol",
    "'20,,20','x,,20',value,not-a-number",
    "'d3.csv,17','d3.csv,0',source_line,not-a-number",
    "'d3.csv,17',',17',source_file,blank-cell"
  })
  void aRowIsRejected(String right, String wrong, String column, String rule) throws Exception {
    ImportRun run =
        intake.bring(
            HEADER + HULL.replace("2025,E", "2024,E") + HULL.replace(right, wrong), MAPPING, null);

    assertThat(intake.imports().rejections(run.id(), 10))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.line()).isEqualTo(3);
              assertThat(one.column()).isEqualTo(column);
              assertThat(one.rule()).isEqualTo(rule);
            });
  }
}
