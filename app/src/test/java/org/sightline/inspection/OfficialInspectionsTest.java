package org.sightline.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.RealData;
import org.sightline.TestSightline;

/** What the answers say of Ofsted's own history, put in line by line. */
class OfficialInspectionsTest {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** The medians that the project's domain paper states, section 8: in working days. */
  @Test
  void reportsTakeThirtyNineWorkingDaysFromTheStartAndThoseOfShortInspectionsThirtyFour()
      throws IOException {
    Path file = RealData.file("ofsted/la_inspection_outcomes_2025__ILACS_inspection_history.csv");
    try (InspectionWorld world = new InspectionWorld(TestSightline.empty())) {
      bring(file, world);

      List<JsonNode> standard = all(world, "ilacs-standard");
      List<JsonNode> brief = all(world, "ilacs-short");

      assertThat(standard).hasSize(171);
      assertThat(brief).hasSize(100);
      assertThat(median(standard, "workingDays")).isEqualTo(39);
      assertThat(median(brief, "workingDays")).isEqualTo(34);
      assertThat(median(standard, "calendarDays")).isEqualTo(53);
      assertThat(median(brief, "calendarDays")).isEqualTo(46);
    }
  }

  private static void bring(Path file, InspectionWorld world) throws IOException {
    int source = world.source("OFFICIAL_STATISTICS", "2025-06-01");
    String text = Files.readString(file).replace("\uFEFF", "");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        int inspection = world.official(row.getField("Local authority area code"), "ilacs");
        world.account(
            inspection,
            source,
            row.getField("Inspection type").contains("Short") ? "ilacs-short" : "ilacs-standard",
            LocalDate.parse(row.getField("Inspection date"), DAY).toString(),
            null,
            LocalDate.parse(row.getField("Publication date"), DAY).toString(),
            "");
      }
    }
  }

  private static List<JsonNode> all(InspectionWorld world, String type) {
    List<JsonNode> found = new ArrayList<>();
    String after = "";
    while (found.isEmpty() || !after.isEmpty()) {
      JsonNode page =
          world
              .sightline()
              .ask(
                  "{ inspections(types: [\"%s\"], first: 100%s) { pageInfo { hasNextPage endCursor } edges { node { publicationLag { fromFirstDay { workingDays calendarDays } } } } } }"
                      .formatted(type, after))
              .get("inspections");
      page.get("edges").forEach(edge -> found.add(edge.at("/node/publicationLag/fromFirstDay")));
      after =
          page.at("/pageInfo/hasNextPage").asBoolean()
              ? ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asText())
              : "";
    }
    return found;
  }

  private static int median(List<JsonNode> lags, String field) {
    int[] days = lags.stream().mapToInt(lag -> lag.get(field).asInt()).sorted().toArray();
    return days.length % 2 == 1
        ? days[days.length / 2]
        : (days[days.length / 2 - 1] + days[days.length / 2]) / 2;
  }
}
