package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.BesideOthers;
import org.sightline.RealData;
import org.sightline.TestSightline;

/** Files of what councils are: the long form, and Ofsted's outcomes as they were published. */
@BesideOthers
class AttributeImportTest {
  private static final String LONG_FORM = "council-attributes";
  private static final String HEADER = "council,attribute,value,from,to,source\n";
  private static final String HISTORY =
      "ofsted/la_inspection_outcomes_2025__ILACS_inspection_history.csv";
  private static final String AS_AT =
      "ofsted/la_inspection_outcomes_2025__Inspections_as_at_31_March.csv";

  private TestSightline sightline;

  @BeforeEach
  void start() {
    sightline = TestSightline.empty();
  }

  @AfterEach
  void stop() {
    if (sightline != null) {
      sightline.close();
    }
  }

  @Test
  void aValueHoldsFromItsDayUntilTheNextOrUntilAStatedEnd() throws IOException {
    ImportRun run =
        bring(
            """
            E08000035,practice-model,Restorative practice,01/04/2015,,a paper of Leeds
            383,practice-model,Signs of Safety,2021-04-01,31/03/2024,a paper of Leeds
            leeds,case-system,Mosaic,2019-01-01,,"a paper, with a comma"
            """);

    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(run.message())
        .isEqualTo("Written values: 3, of rows taken: 3; stood already: 0; rows rejected: 0.");
    assertThat(run.release()).isEmpty();
    assertThat(histories("E08000035"))
        .containsExactly(
            "Mosaic 2019-01-01 null",
            "Restorative practice 2015-04-01 2021-03-31",
            "Signs of Safety 2021-04-01 2024-03-31");
  }

  @Test
  void theSameFileAgainChangesNothingAndAnEndIsTakenWhereNoneStood() throws IOException {
    String signs = "E08000035,practice-model,Signs of Safety,2021-04-01,";
    assertThat(bring(signs + ",a paper\n").state()).isEqualTo(ImportState.IMPORTED);

    assertThat(bring(signs + ",a paper\n").state()).isEqualTo(ImportState.UNCHANGED);
    ImportRun ended = bring(signs + "2024-03-31,a later paper\n");

    assertThat(ended.state()).isEqualTo(ImportState.IMPORTED);
    assertThat(Reports.of(ended).observationsWritten()).isEqualTo(1);
    assertThat(histories("E08000035")).containsExactly("Signs of Safety 2021-04-01 2024-03-31");
    assertThat(bring(signs + ",a paper\n").state()).isEqualTo(ImportState.UNCHANGED);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "Leads,case-system,Mosaic,2020-01-01,,x | council | unknown-council | No one council of England is called 'Leads' on 2020-01-01.",
        "X06000001,case-system,Mosaic,2020-01-01,,x | council | unknown-council | No one council",
        "E12000003,case-system,Mosaic,2020-01-01,,x | council | unknown-council | No one council",
        "Cumbria,case-system,Mosaic,2023-04-01,,x | council | unknown-council | No one council",
        "E10000006,case-system,Mosaic,2023-04-01,,x | council | outside-its-life | Cumbria has existed from 2009-01-01 to 2023-03-31",
        "383,case-sytem,Mosaic,2020-01-01,,x | attribute | unknown-attribute | There is no attribute 'case-sytem'. Allowed: case-system, deprivation-decile,",
        "383,intervention-state,Notice,2020-01-01,,x | value | unknown-value | This is no value of intervention-state. Allowed: None, Improvement notice, Statutory direction.",
        "383,case-system,Mosaic,1/4/2020,,x | from | not-a-day | A day is written as 31/03/2025 or 2025-03-31.",
        "383,case-system,Mosaic,31/02/2020,,x | from | not-a-day | A day is written as",
        "383,case-system,Mosaic,2020-01-01,2019-12-31,x | to | ends-before-it-begins | The last day is before the first, 2020-01-01.",
        "383,case-system,Mosaic,2020-01-01,, | source | blank-cell | The cell is blank.",
        "383,case-system,,2020-01-01,,x | value | blank-cell | The cell is blank.",
        "383,case-system,Mosaic,2020-01-01,,x,y | (whole row) | wrong-number-of-fields | Fields of the row: 7; of the header: 6.",
        "E06000010,intervention-state,None,2022-08-01,,x | (whole row) | contradicts | From 2022-08-01 on 'Improvement notice' stands, by The project's domain paper",
        "E06000010,intervention-state,None,2022-01-01,2022-08-01,x | (whole row) | overlaps | The days overlap with 'Improvement notice' from 2022-08-01",
        "E06000010,intervention-lead,Adviser,2021-01-01,,x | (whole row) | overlaps | The days overlap with 'Commissioner' from 2020-04-01 to 2021-03-31",
      })
  void aRowThatCannotBeIsRejectedWithASentence(
      String row, String column, String rule, String sentence) throws IOException {
    ImportRun run = bring("383,regional-adoption-agency,One Adoption,2020-01-01,,x\n" + row + "\n");

    assertThat(run.state()).isEqualTo(ImportState.IMPORTED);
    Rejection rejection = sightline.get(ImportService.class).rejections(run.id(), 10).getFirst();
    assertThat(rejection.line()).isEqualTo(3);
    assertThat(rejection.column()).isEqualTo(column);
    assertThat(rejection.rule()).isEqualTo(rule);
    assertThat(rejection.message()).startsWith(sentence);
  }

  @Test
  void aRowThatIsThereTwiceCountsOnce() throws IOException {
    String row = "383,case-system,Mosaic,2020-01-01,,x\n";

    ImportRun run = bring(row + row);

    assertThat(Reports.of(run).rejectedByRule()).containsExactly(entry("duplicate-row"));
    assertThat(histories("E08000035")).hasSize(1);
  }

  private static Map.Entry<String, Long> entry(String rule) {
    return Map.entry(rule, 1L);
  }

  @Test
  void aStrictImportTakesAllRowsOrNoneAndAFileWithoutAGoodRowIsRefused() throws IOException {
    String wrong = "Leads,case-system,Mosaic,2020-01-01,,x\n";

    ImportRun strict =
        bring(HEADER + "383,case-system,Mosaic,2020-01-01,,x\n" + wrong, LONG_FORM, null, true);
    ImportRun none = bring(wrong);

    assertThat(strict.state()).isEqualTo(ImportState.REFUSED);
    assertThat(strict.message()).startsWith("Rows rejected: 1 of 2");
    assertThat(none.state()).isEqualTo(ImportState.REFUSED);
    assertThat(none.message()).startsWith("No row of the file can be taken");
    assertThat(histories("E08000035")).isEmpty();
  }

  @Test
  void anotherShapeAndAReleaseAreRefused() throws IOException {
    ImportRun shape = bring("council,value\n383,x\n", LONG_FORM, null, false);

    assertThat(shape.state()).isEqualTo(ImportState.REFUSED);
    assertThat(shape.message()).contains("Missing: attribute, from, to, source.");
    assertThatThrownBy(() -> bring(HEADER, LONG_FORM, "children-in-need-2025", false))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageStartingWith("A file of attributes is part of no release");
  }

  @Test
  void ofstedsHistoryGivesEveryGradeFromItsPublicationOn() throws IOException {
    ImportRun run = bringReal(HISTORY, "ofsted-outcomes-history");

    ImportReport report = Reports.of(run);
    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(report.rowsRead()).isEqualTo(271);
    assertThat(report.rowsRejected()).isZero();
    assertThat(report.observationsWritten()).isEqualTo(271);
    assertThat(run.message())
        .endsWith("Values of overall-effectiveness: 265 new, 6 stood already.");
    List<String> turned =
        councils(
            "overall-effectiveness\", anyOf: [\"Inadequate\"], at: \"2020-03-31\", and: {attribute: \"overall-effectiveness\", anyOf: [\"Good\", \"Outstanding\"], at: \"2025-03-31\"}");
    assertThat(turned)
        .contains("East Riding of Yorkshire", "St. Helens")
        .doesNotContain("Kingston upon Hull, City of", "Devon", "Leeds");
    assertThat(councils("overall-effectiveness\", anyOf: [\"Inadequate\"], at: \"2023-01-12\""))
        .contains("Kingston upon Hull, City of", "Herefordshire, County of");
    assertThat(councils("overall-effectiveness\", anyOf: [\"Inadequate\"], at: \"2023-01-13\""))
        .doesNotContain("Kingston upon Hull, City of")
        .contains("Herefordshire, County of");
  }

  @Test
  void theOutcomesAsAtADayAddNothingToTheHistoryAndTellTheSameGrades() throws IOException {
    ImportRun asAt = bringReal(AS_AT, "ofsted-outcomes-as-at");
    assertThat(asAt.state()).as(asAt.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(counts("2026-01-01")).containsExactly(36, 67, 31, 19);

    ImportRun history = bringReal(HISTORY, "ofsted-outcomes-history");

    assertThat(history.state()).isEqualTo(ImportState.IMPORTED);
    assertThat(history.message()).matches(".*: 1[0-9]{2} new, 1[5-9][0-9] stood already\\.");
    assertThat(counts("2026-01-01")).containsExactly(36, 67, 31, 19);
    assertThat(bringReal(AS_AT, "ofsted-outcomes-as-at").state()).isEqualTo(ImportState.UNCHANGED);
    assertThat(bringReal(HISTORY, "ofsted-outcomes-history").state())
        .isEqualTo(ImportState.UNCHANGED);
  }

  /** What an operator brought in outlives a new start's reference data. */
  @Test
  void theDefinitionsLoadedAnewLeaveWhatCameByFile() throws Exception {
    ImportRun _ = bringReal(HISTORY, "ofsted-outcomes-history");
    List<Integer> before = counts("2025-03-31");

    try (var owner = sightline.database().connect();
        var statement = owner.createStatement()) {
      statement.execute("UPDATE reference_version SET sha256 = ''");
    }
    TestSightline.migrate(sightline.database());

    assertThat(counts("2025-03-31")).isEqualTo(before);
  }

  /** Outstanding, good, requires improvement, inadequate. */
  private List<Integer> counts(String day) {
    JsonNode values =
        sightline
            .ask(
                "{ attributes(code: \"overall-effectiveness\", at: \"%s\") { values { councils } } }"
                    .formatted(day))
            .at("/attributes/0/values");
    return values.findValues("councils").stream().map(JsonNode::asInt).toList();
  }

  private List<String> councils(String attribute) {
    return sightline
        .ask("{ councils(in: {attribute: {attribute: \"" + attribute + "}}) { name } }")
        .findValuesAsText("name");
  }

  private List<String> histories(String code) {
    JsonNode council =
        sightline
            .ask(
                "{ council(code: \"%s\") { attributeHistory { value validFrom validTo } } }"
                    .formatted(code))
            .at("/council/attributeHistory");
    List<String> all = new ArrayList<>();
    council.forEach(
        one ->
            all.add(
                "%s %s %s"
                    .formatted(
                        one.get("value").asText(),
                        one.get("validFrom").asText(),
                        one.get("validTo").asText())));
    return all;
  }

  private ImportRun bring(String rows) throws IOException {
    return bring(HEADER + rows, LONG_FORM, null, false);
  }

  private ImportRun bring(String text, String mapping, @Nullable String release, boolean strict)
      throws IOException {
    Path file = Files.createTempFile("attributes-test-", ".csv");
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      return run(file, "brought.csv", mapping, release, strict);
    } finally {
      Files.delete(file);
    }
  }

  private ImportRun bringReal(String path, String mapping) throws IOException {
    Path file = RealData.file(path);
    return run(file, String.valueOf(file.getFileName()), mapping, null, false);
  }

  private ImportRun run(
      Path file, String name, String mapping, @Nullable String release, boolean strict)
      throws IOException {
    return sightline
        .get(ImportService.class)
        .run(new ImportRequest(file, name, mapping, release, null, null, strict));
  }
}
