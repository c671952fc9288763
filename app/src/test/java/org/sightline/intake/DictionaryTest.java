package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.RealData;
import org.sightline.TestSightline;

/** The official data dictionary as it was published, imported and set against our definitions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DictionaryTest {
  private static final String MAPPING = "lait-data-dictionary";
  private static final String HEADER =
      "Measure_code,Topic,Measure,Chart_title,Measure_short,Polarity,y_axis_name,state_funded_flag,Table_status,"
          + "Description,Last Update,Next Update,Data Owner (DO) /Supplier and Contact Details,Methodology,"
          + "Hyperlink(s),dps,Year_Type,No_Quartile\n";

  private TestSightline sightline;
  private ImportRun run;

  @BeforeAll
  void importTheRealFile() throws IOException {
    Path file = RealData.file("lait/lait_data_dictionary.csv");
    sightline = TestSightline.empty();
    run = bringIn(file, "lait-data-dictionary-2026-04", LocalDate.of(2026, 4, 1));
  }

  @AfterAll
  void stop() {
    if (sightline != null) {
      sightline.close();
    }
  }

  private ImportRun bringIn(Path file, String release, LocalDate day) throws IOException {
    return sightline
        .get(ImportService.class)
        .run(
            new ImportRequest(
                file, file.getFileName().toString(), MAPPING, release, day, null, false));
  }

  @Test
  void everyMeasureOfTheFileIsTaken() throws IOException {
    ImportReport report = Reports.of(run);

    assertThat(run.message())
        .isEqualTo(
            "Written dictionary entries: 448, of rows taken: 448; stood already: 0; rows rejected: 0.");
    assertThat(report.rowsRead()).isEqualTo(448);
    assertThat(report.rowsWithoutMeasure()).isZero();
    assertThat(sightline.ask("{ dictionary { measure } }").at("/dictionary")).hasSize(448);
    assertThat(
            bringIn(
                    RealData.file("lait/lait_data_dictionary.csv"),
                    "lait-data-dictionary-2026-04",
                    LocalDate.of(2026, 4, 1))
                .state())
        .isEqualTo(ImportState.UNCHANGED);
  }

  @Test
  void cellsOfSeveralLinesDaysOfASpreadsheetAndAbsentWordsAreRead() {
    JsonNode infants =
        sightline
            .ask(
                """
                { dictionary(topic: "Health and Wellbeing", search: "InfMort") { code measure polarity decimals noQuartile
                    yearType lastUpdate nextUpdate nextUpdateWords methodology links dataOwner sourceLine } }
                """)
            .at("/dictionary/0");

    assertThat(infants.at("/code").asText()).isEqualTo("4");
    assertThat(infants.at("/polarity").asText()).isEqualTo("LOWER_IS_BETTER");
    assertThat(infants.at("/decimals").isNull()).isTrue();
    assertThat(infants.at("/noQuartile").asBoolean()).isFalse();
    assertThat(infants.at("/yearType").asText()).isEqualTo("Calendar Year");
    assertThat(infants.at("/lastUpdate").asText()).isEqualTo("2025-06-01");
    assertThat(infants.at("/nextUpdate").asText()).isEqualTo("2026-06-01");
    assertThat(infants.at("/nextUpdateWords").isNull()).isTrue();
    assertThat(infants.at("/methodology").asText().lines().count()).isGreaterThan(5);
    assertThat(infants.at("/links/0").asText()).startsWith("https://www.ons.gov.uk/");
    assertThat(infants.at("/sourceLine").asInt()).isEqualTo(2);
    JsonNode covered =
        sightline
            .ask(
                "{ dictionary(search: \"Vacancies_cover\") { lastUpdate lastUpdateWords noQuartile } }")
            .at("/dictionary/0");
    assertThat(covered.at("/lastUpdate").isNull()).isTrue();
    assertThat(covered.at("/lastUpdateWords").asText()).isEqualTo("New data");
    assertThat(covered.at("/noQuartile").asBoolean()).isTrue();
  }

  @Test
  void everyIndicatorThatNamesAMeasureIsFoundAndAgrees() {
    List<String> found = new ArrayList<>();
    for (JsonNode indicator :
        sightline
            .ask(
                "{ indicators { code polaritySource dictionary { name measure } dictionaryDifferences } }")
            .at("/indicators")) {
      String code = indicator.at("/code").asText();
      boolean isNamed =
          indicator
              .at("/polaritySource")
              .asText()
              .startsWith("DfE LAIT data dictionary, measure '");
      assertThat(indicator.at("/dictionary").isObject()).as(code).isEqualTo(isNamed);
      assertThat(indicator.at("/dictionaryDifferences")).as(code).isEmpty();
      if (isNamed) {
        assertThat(indicator.at("/polaritySource").asText())
            .contains("'" + indicator.at("/dictionary/name").asText() + "'");
        found.add(indicator.at("/dictionary/measure").asText());
      }
    }
    assertThat(found)
        .hasSize(40)
        .doesNotHaveDuplicates()
        .contains("LAC", "ReReferral", "PrevRegCPR");
  }

  @Test
  void anUnknownTopicNamesThoseThereAre() {
    assertThat(sightline.mistake("{ dictionary(topic: \"Care\") { name } }"))
        .contains("There is no topic 'Care'. Allowed: ", "Children Looked After");
  }

  @Test
  void aNewerReleaseSupersedesAndSaysWhereOurDefinitionsDiffer(@TempDir Path folder)
      throws IOException {
    try (TestSightline other = TestSightline.empty()) {
      Path file = folder.resolve("dictionary.csv");
      Files.writeString(
          file,
          HEADER
              + row("124", "LAC", "High", "45962", "TBC", "1", "N")
              + row("124", "LAC", "Low", "45962", "TBC", "1", "N")
              + row("1", "", "Low", "45962", "TBC", "1", "NA")
              + row("1", "A", "Middling", "45962", "TBC", "1", "NA")
              + row("1", "B", "Low", "7", "TBC", "1", "NA")
              + row("1", "C", "Low", "45962", "TBC", "many", "NA")
              + row("1", "D", "Low", "45962", "TBC", "1", "yes")
              + row("1", "E", "-", "Discontinued", "NA", "NA", "NA"));

      ImportRun refusedRows = bringIn(other, file, "dictionary-one", "2026-04-01");

      assertThat(refusedRows.state()).isEqualTo(ImportState.IMPORTED);
      assertThat(Reports.of(refusedRows).rejectedByRule())
          .containsOnly(
              Map.entry("duplicate-row", 1L),
              Map.entry("blank-cell", 1L),
              Map.entry("unknown-polarity", 1L),
              Map.entry("not-a-day", 1L),
              Map.entry("not-decimals", 1L),
              Map.entry("unknown-flag", 1L));
      assertThat(
              other
                  .ask(
                      "{ indicator(code: \"children-looked-after-rate\") { dictionaryDifferences } }")
                  .at("/indicator/dictionaryDifferences"))
          .extracting(JsonNode::asText)
          .containsExactly(
              "The polarity is NEUTRAL here and HIGHER_IS_BETTER in the official dictionary.",
              "The decimals are 0 here and 1 in the official dictionary.",
              "Quartile bands are given here, and the official dictionary holds the range too small for them.");
      assertThat(other.ask("{ dictionary(search: \"E Measure\") { lastUpdateWords } }").toString())
          .contains("Discontinued");

      Files.writeString(file, HEADER + row("124", "LAC", "-", "45962", "TBC", "NA", "NA"));
      assertThat(bringIn(other, file, "dictionary-one", "2026-04-01").message())
          .contains("Entries of the file that differ", ": 1 (line", "name a new release");
      assertThat(bringIn(other, file, "dictionary-two", "2026-05-01").state())
          .isEqualTo(ImportState.IMPORTED);
      assertThat(
              other
                  .ask(
                      "{ indicator(code: \"children-looked-after-rate\") { dictionaryDifferences } dictionary { measure } }")
                  .toString())
          .isEqualTo(
              "{\"indicator\":{\"dictionaryDifferences\":[]},\"dictionary\":[{\"measure\":\"LAC\"}]}");
    }
  }

  @Test
  void anotherFileIsNoDictionary(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("other.csv");
    Files.writeString(file, "Measure_code,Topic\n1,2\n");

    assertThat(bringIn(file, "no-dictionary", LocalDate.of(2026, 4, 1)).message())
        .contains("does not have the shape of the mapping lait-data-dictionary", "Polarity");
  }

  private static ImportRun bringIn(TestSightline sightline, Path file, String release, String day)
      throws IOException {
    return sightline
        .get(ImportService.class)
        .run(
            new ImportRequest(
                file, "dictionary.csv", MAPPING, release, LocalDate.parse(day), null, false));
  }

  private static String row(
      String code,
      String measure,
      String polarity,
      String last,
      String next,
      String decimals,
      String quartile) {
    return "%s,Children Looked After,%s Measure,Chart,%s,%s,Rate,NA,table,\"Two\nlines\",%s,%s,DfE,-,https://example.org/,%s,Annual,%s\n"
        .formatted(code, measure, measure, polarity, last, next, decimals, quartile);
  }
}
