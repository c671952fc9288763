package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** How fast files are imported, beside a bare COPY of the same file into a table of texts. */
class LargeFileTest {
  private static final long GIGABYTE = 1_000_000_000L;
  private static final int GROUPS = 5000;
  private static final String MAPPING =
      """
      name: large
      title: A large file, made for this test
      format: EES_CSV
      table: large/file
      publication: children-in-need
      access-class: PUBLISHED
      filters:
        category: {only: ["CATEGORY"]}
        group: {dimension: group, members: {MEMBERS}}
      period: {type: REPORTING_YEAR}
      measures:
      - indicator: repeat-child-protection-plans-percent
        value: CPP_subsequent_percent
        numerator: CPP_subsequent
        denominator: CPP_start
      """;

  @TempDir private Path folder;

  @Test
  @Tag("soak")
  void aGigabyteIsImportedInConstantMemory() throws Exception {
    defineMapping();
    Path file = folder.resolve("large.csv");
    long rows = write(file);
    try (Intake intake = new Intake(Map.of("sightline.definitions", folder.toString()))) {
      double copied = copySeconds(intake, file);

      ImportRun run =
          intake
              .imports()
              .run(new ImportRequest(file, "large.csv", "large", D3.RELEASE, null, null, true));

      ImportReport report = Reports.of(run);
      assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
      assertThat(report.observationsWritten()).isEqualTo(rows);
      say("1 GB, " + rows + " rows", rows, copied, report);
    }
  }

  @Test
  void aRealFileIsImportedAtASpeedWorthSaying() throws Exception {
    RealFile file = RealFile.of("children-in-need-d3-2025");
    try (Intake intake = new Intake()) {
      intake.imports().run(RealFile.of("children-in-need-b1-2025").request());
      double copied = copySeconds(intake, file.path());

      ImportReport report = Reports.of(intake.imports().run(file.request()));

      say("d3 2025", file.rows(), copied, report);
      assertThat(report.rowsTaken()).isEqualTo(file.rows());
    }
  }

  private static void say(String what, long rows, double copied, ImportReport report) {
    System.out.printf(
        "%s: imported in %.2f s, %d rows/s; bare COPY in %.2f s, %.0f rows/s; ratio %.1f; %s%n",
        what,
        report.seconds(),
        report.rowsPerSecond(),
        copied,
        rows / copied,
        report.seconds() / copied,
        report.secondsByPhase());
  }

  private static double copySeconds(Intake intake, Path file) throws SQLException, IOException {
    String header;
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      header = lines.findFirst().orElseThrow();
    }
    List<String> columns =
        Arrays.stream(header.split(",")).map(name -> '"' + name + "\" text").toList();
    intake.tell("CREATE TABLE bare (" + String.join(", ", columns) + ")");
    try (Connection connection = intake.database().connect();
        InputStream stream = Files.newInputStream(file)) {
      long start = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY bare FROM STDIN (FORMAT csv, HEADER)", stream);
      double seconds = (System.nanoTime() - start) / 1e9;
      intake.tell("DROP TABLE bare");
      return seconds;
    }
  }

  private void defineMapping() throws IOException {
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    String members =
        IntStream.range(0, GROUPS)
            .mapToObj(group -> "Group " + group + ": g" + group)
            .collect(Collectors.joining(", "));
    Files.writeString(
        mappings.resolve("large.yaml"),
        MAPPING.replace("CATEGORY", D3.CATEGORY).replace("MEMBERS", members));
  }

  /** As long as a gigabyte lasts: councils within years within groups. */
  private static long write(Path file) throws IOException {
    List<String> councils =
        List.of("E06000010", "E06000014", "E06000019", "E08000019", "E09000001");
    long rows = 0;
    long bytes = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(D3.HEADER.replace("category,", "category,group,") + "\n");
      for (int year = 1900; year < 2200 && bytes < GIGABYTE; year++) {
        for (int group = 0; group < GROUPS; group++) {
          for (String council : councils) {
            String row =
                D3.council(Integer.toString(year), "", council, "Group %d,100,%d,%d")
                    .formatted(group, group % 100, group % 100);
            out.write(row);
            out.newLine();
            bytes += row.length() + 1;
            rows++;
          }
        }
      }
    }
    return rows;
  }
}
