package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.intake.InspectionTables.HISTORY;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.BesideOthers;

/** Rows of tables of inspections that are wrong, corrected, or hard to tell apart. */
@BesideOthers
class InspectionRowsTest {
  private static final String HEADER =
      "Web link,Local authority area code,Local authority name,Local authority status,Ofsted region,Inspection date,Publication date,Inspection type,Overall effectiveness,The impact of leaders on social work practice with children and families,The experiences and progress of children who need help and protection,The experiences and progress of children in care,The experiences and progress of care leavers\n";
  private static final String LEEDS = row("E08000035", "15/02/2021", "12/04/2021", "Good");

  private Intake intake;

  @BeforeEach
  void start() {
    intake = new Intake();
  }

  @AfterEach
  void stop() {
    if (intake != null) {
      intake.close();
    }
  }

  private static String row(String code, String first, String published, String grade) {
    return ",%s,,,,%s,%s,ILACS Standard Inspection,%s,Good,Good,Good,\n"
        .formatted(code, first, published, grade);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "E06000010 | 31/02/2021 | 12/04/2021 | Good | Inspection date | not-a-day | A day is written as 31/03/2025, 31/03/25 or 2025-03-31.",
        "E06000010 | 15/02/2021 | 12/01/2021 | Good | Publication date | published-before-it-begins | The day of publication is before the first day, 2021-02-15.",
        "E06000010 | 15/02/2021 | 12/04/2021 | Fine | Overall effectiveness | unknown-grade | This is no grade of overall-effectiveness. Allowed: Outstanding, Good, Requires improvement to be good, Inadequate.",
        "X06000010 | 15/02/2021 | 12/04/2021 | Good | Local authority area code | unknown-council | No one council of England",
        "E10000006 | 15/05/2023 | 12/07/2023 | Good | Local authority area code | outside-its-life | Cumbria has existed",
        "E06000010 | `` | `` | Good | Publication date | blank-cell | The row has grades of an inspection and no day for it.",
        "E08000035 | 15/02/2021 | 12/04/2021 | Inadequate | (whole row) | duplicate-row | Line 2 speaks of the same inspection; the first counts."
      })
  void aRowThatCannotBeIsRejectedWithASentence(
      String code,
      String first,
      String published,
      String grade,
      String column,
      String rule,
      String sentence)
      throws IOException {
    ImportRun run =
        intake.bring(HEADER + LEEDS + row(code, first, published, grade), HISTORY, null);

    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    Rejection rejection = intake.imports().rejections(run.id(), 10).getFirst();
    assertThat(rejection.line()).isEqualTo(3);
    assertThat(rejection.column()).isEqualTo(column);
    assertThat(rejection.rule()).isEqualTo(rule);
    assertThat(rejection.message()).startsWith(sentence);
  }

  @Test
  void anUnknownTypeIsRejectedAndABlankOneIsNotSaid() throws IOException, SQLException {
    ImportRun run =
        intake.bring(
            HEADER
                + LEEDS.replace("ILACS Standard Inspection", "Visit")
                + row("E06000010", "15/02/2021", "12/04/2021", "Good")
                    .replace("ILACS Standard Inspection", ""),
            HISTORY,
            null);

    assertThat(Reports.of(run).rejectedByRule()).containsOnlyKeys("unknown-type");
    assertThat(intake.ask("SELECT count(*) FROM inspection_account WHERE type_code IS NULL"))
        .containsExactly("1");
  }

  @Test
  void aCorrectedFileOfTheSameSourceTakesThePlaceOfItsOwnAccounts() throws Exception {
    ImportRun _ = intake.bring(HEADER + LEEDS, HISTORY, null);
    List<String> inspection = intake.ask("SELECT id FROM inspection");

    ImportRun corrected =
        intake.bring(
            HEADER + row("E08000035", "16/02/2021", "13/04/2021", "Outstanding"), HISTORY, null);

    assertThat(corrected.state()).isEqualTo(ImportState.IMPORTED);
    assertThat(Reports.of(corrected).observationsWritten()).isEqualTo(1);
    assertThat(intake.ask("SELECT id FROM inspection")).isEqualTo(inspection);
    assertThat(
            intake.ask(
                """
                SELECT starts_on || ' ' || published_on || ' ' || grade_code
                FROM inspection_account JOIN judgement ON account_id = id WHERE area_code = 'overall-effectiveness'
                """))
        .containsExactly("2021-02-16 2021-04-13 outstanding");
  }

  @Test
  void aRowThatALaterFileLeavesAwayStays() throws Exception {
    String hull = row("E06000010", "14/01/2019", "17/05/2019", "Inadequate");
    ImportRun _ = intake.bring(HEADER + LEEDS + hull, HISTORY, null);

    ImportRun _ = intake.bring(HEADER + hull, HISTORY, null);

    assertThat(intake.ask("SELECT count(*) FROM inspection_account")).containsExactly("2");
  }

  @Test
  void anInspectionBetweenTwoThatAreAsNearIsOneOfItsOwn() throws Exception {
    ImportRun _ =
        intake.bring(
            HEADER
                + row("E08000035", "01/02/2021", "01/04/2021", "Good")
                + row("E08000035", "13/03/2021", "01/05/2021", "Good"),
            HISTORY,
            null);
    ImportRun _ =
        intake.bring(asAt("E08000035", "21/02/2021", "16/04/2021"), "ofsted-outcomes-as-at", null);
    assertThat(intake.ask("SELECT count(*) FROM inspection")).containsExactly("3");

    ImportRun _ =
        intake.bring(asAt("E08000035", "20/02/2021", "16/04/2021"), "ofsted-outcomes-as-at", null);
    assertThat(
            intake.ask(
                """
                SELECT count(*) || ' ' || max(starts_on) - min(starts_on) FROM inspection_account
                GROUP BY inspection_id ORDER BY 1
                """))
        .containsExactly("1 0", "2 19");
  }

  private static String asAt(String code, String first, String published) {
    return HEADER.replace("Local authority status,", "").replace("Inspection type,", "")
        + ",%s,,,%s,%s,Good,Good,Good,Good,\n".formatted(code, first, published);
  }

  @Test
  void aTableOfAnotherShapeAReleaseAndAStrictImportAreRefused() throws IOException {
    ImportRun shape = intake.bring("a,b\n1,2\n", HISTORY, null);
    ImportRun strict = intake.bring(HEADER + LEEDS + LEEDS, HISTORY, null, true);
    ImportRun none = intake.bring(HEADER, HISTORY, null);

    assertThat(shape.message()).contains("does not have the shape of the mapping " + HISTORY);
    assertThat(strict.message()).startsWith("Rows rejected: 1 of 2");
    assertThat(none.message()).startsWith("No row of the file speaks of an inspection");
    assertThat(List.of(shape.state(), strict.state(), none.state()))
        .containsOnly(ImportState.REFUSED);
    assertThatThrownBy(() -> intake.bring(HEADER + LEEDS, HISTORY, "children-in-need-2025"))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageStartingWith("A table of inspections is part of no release");
  }
}
