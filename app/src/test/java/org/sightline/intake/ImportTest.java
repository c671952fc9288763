package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files whole: again, in other releases, contradicting, broken off. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportTest {
  private static final String ALL_FIGURES = "SELECT count(*) FROM observation";
  private static final String FILE =
      D3.file(D3.hull("2024", "90,9,10"), D3.hull("2025", "100,20,20"));

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
        "TRUNCATE import_rejection, import_run, observation, source_file, edition_coverage, edition_breakdown, edition CASCADE");
  }

  @Test
  void theSameFileAgainChangesNothing() throws Exception {
    intake.bring(FILE, D3.MAPPING, D3.RELEASE);
    String everything =
        """
        SELECT concat_ws(' ', (SELECT max(id) FROM observation), (SELECT count(*) FROM source_file),
          (SELECT count(*) FROM edition), (SELECT count(*) FROM edition_coverage))
        """;
    List<String> before = intake.ask(everything);

    ImportRun again = intake.bring(FILE, D3.MAPPING, D3.RELEASE);

    assertThat(again.state()).isEqualTo(ImportState.UNCHANGED);
    assertThat(intake.ask(everything)).isEqualTo(before);
  }

  @Test
  void theSameFileIsNotOfTwoReleases() throws Exception {
    intake.bring(FILE, D3.MAPPING, D3.RELEASE);

    ImportRun other = intake.bring(FILE, D3.MAPPING, "children-in-need-2024");

    assertThat(other.state()).isEqualTo(ImportState.REFUSED);
    assertThat(other.message()).contains("children-in-need-2025", "children-in-need-2024");
  }

  @Test
  void aNewerReleaseSupersedesAndErasesNothing() throws Exception {
    intake.bring(FILE, D3.MAPPING, "children-in-need-2024");

    ImportRun newer = intake.bring(FILE.replace("90,9,10", "u,u,u"), D3.MAPPING, D3.RELEASE);

    assertThat(newer.state()).isEqualTo(ImportState.IMPORTED);
    assertThat(
            intake.ask(
                """
                SELECT concat_ws(' ', release.code, observation.value, observation.missing) FROM observation
                JOIN edition ON edition.id = observation.edition_id
                JOIN release ON release.id = edition.release_id
                JOIN period ON period.id = observation.period_id AND period.year = 2024
                JOIN indicator ON indicator.id = observation.indicator_id
                WHERE indicator.code = 'repeat-child-protection-plans-percent' ORDER BY 1
                """))
        .containsExactly("children-in-need-2024 10", "children-in-need-2025 LOW_RELIABILITY");
  }

  @Test
  void figuresOfAReleaseDoNotChange() throws Exception {
    intake.bring(FILE, D3.MAPPING, D3.RELEASE);
    List<String> before = intake.ask(ALL_FIGURES);

    ImportRun other =
        intake.bring(
            FILE.replace("90,9,10", "90,9,11") + D3.hull("2023", "1,1,100"),
            D3.MAPPING,
            D3.RELEASE);

    assertThat(other.state()).isEqualTo(ImportState.REFUSED);
    assertThat(other.message()).contains("name a new release");
    ImportReport report = Reports.of(other);
    assertThat(report.differenceCount()).isEqualTo(1);
    assertThat(report.differences())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.line()).isEqualTo(2);
              assertThat(one.indicator()).isEqualTo("repeat-child-protection-plans-percent");
              assertThat(one.standing()).startsWith("10 of 9");
              assertThat(one.given()).startsWith("11 of 9");
            });
    assertThat(intake.ask(ALL_FIGURES)).isEqualTo(before);
  }

  @Test
  void rowsThatStandAreKeptAndNewOnesAdded() throws Exception {
    intake.bring(FILE, D3.MAPPING, D3.RELEASE);

    ImportRun longer =
        intake.bring(
            FILE.replace("100,20,20", "100.0,20,20.00") + D3.hull("2023", "1,1,100"),
            D3.MAPPING,
            D3.RELEASE);

    ImportReport report = Reports.of(longer);
    assertThat(longer.state()).as(longer.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(report.observationsAlreadyThere()).isEqualTo(6);
    assertThat(report.observationsWritten()).isEqualTo(3);
    assertThat(report.provenanceMoved()).isZero();
    assertThat(intake.ask("SELECT count(*) FROM source_file")).containsExactly("2");
  }

  /** The database breaks the write off after the first rows of it. */
  @Test
  void aFailureInTheMiddleLeavesNothing() throws Exception {
    intake.tell(
        """
        CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF NEW.value = 20 THEN RAISE 'broken off'; END IF; RETURN NEW; END $$
        """);
    intake.tell(
        "CREATE TRIGGER break_off BEFORE INSERT ON observation FOR EACH ROW EXECUTE FUNCTION break_off()");
    try {
      ImportRun broken = intake.bring(FILE + D3.hull("bad", "1,1,1"), D3.MAPPING, D3.RELEASE);

      assertThat(broken.state()).isEqualTo(ImportState.FAILED);
      assertThat(broken.message()).contains("WRITING", "nothing of the file was written");
      assertThat(
              intake.ask(
                  "SELECT (SELECT count(*) FROM edition) + (SELECT count(*) FROM source_file) + count(*) FROM observation"))
          .containsExactly("0");
      assertThat(intake.imports().rejections(broken.id(), 10)).hasSize(1);
    } finally {
      intake.tell("DROP TRIGGER break_off ON observation");
      intake.tell("DROP FUNCTION break_off()");
    }
  }

  @Test
  void anImportWhoseProgramIsGoneIsEnded() throws Exception {
    intake.tell(
        """
        INSERT INTO import_run (id, file_name, mapping, release_code, state, phase, bytes_total, heartbeat_at)
        VALUES ('00000000-0000-0000-0000-000000000001', 'a.csv', 'm', 'r', 'RUNNING', 'WRITING', 1, now() - interval '61 s'),
          ('00000000-0000-0000-0000-000000000002', 'b.csv', 'm', 'r', 'RUNNING', 'WRITING', 1, now() - interval '30 s')
        """);

    assertThat(intake.imports().failStale()).isEqualTo(1);

    ImportRun gone = intake.imports().find(new UUID(0, 1)).orElseThrow();
    assertThat(gone.state()).isEqualTo(ImportState.FAILED);
    assertThat(gone.message()).contains("bring it again");
    assertThat(intake.imports().find(new UUID(0, 2)).orElseThrow().state())
        .isEqualTo(ImportState.RUNNING);
  }

  @Test
  void aStrictImportTakesAllRowsOrNone() throws Exception {
    ImportRun run = intake.bring(FILE + D3.hull("2023", "1,q,100"), D3.MAPPING, D3.RELEASE, true);

    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(run.message()).contains("Rows rejected: 1 of 3");
    assertThat(intake.ask(ALL_FIGURES)).containsExactly("0");
    assertThat(intake.imports().rejections(run.id(), 10)).hasSize(1);
  }

  @Test
  void everyRejectedRowIsStored() throws Exception {
    String rows =
        IntStream.range(0, 5000)
            .mapToObj(i -> D3.hull("2025", "tab\\\there " + i + ",1,1"))
            .collect(Collectors.joining("\n"));

    ImportRun run = intake.bring(FILE + rows, D3.MAPPING, D3.RELEASE);

    assertThat(Reports.of(run).rejectedByRule()).containsEntry("not-a-number", 5000L);
    assertThat(
            intake.ask(
                "SELECT concat_ws(' ', count(*), min(line), max(line)) FROM import_rejection WHERE import_id = ?",
                run.id()))
        .containsExactly("5000 4 5003");
    assertThat(intake.imports().rejections(run.id(), 1).getFirst().value())
        .isEqualTo("tab\\\there 0");
  }

  @Test
  void aFileWithoutARowToTakeIsRefused() throws Exception {
    ImportRun run = intake.bring(D3.file(D3.hull("2025", "q,q,q")), D3.MAPPING, D3.RELEASE);

    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(intake.imports().rejections(run.id(), 10)).hasSize(1);
  }

  @Test
  void aFileOfTheWrongShapeIsRefusedWhole() throws Exception {
    ImportRun run = intake.bring(FILE.replace("CPP_start", "cpp_starts"), D3.MAPPING, D3.RELEASE);

    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(run.message())
        .contains("Missing: CPP_start.", "Not expected: cpp_starts.", "Expected: time_period");
  }

  @Test
  void aFileOfChildrenIsRefusedWhole() throws Exception {
    ImportRun run = intake.bring(FILE.replace("la_name", "Date of Birth"), D3.MAPPING, D3.RELEASE);

    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(run.message()).contains("Date of Birth", "single children");
  }

  @Test
  void aFileOfAnotherEncodingIsRefusedWithThePlace(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("latin.csv");
    Files.write(file, FILE.replace("any name", "na\u00EFve").getBytes(StandardCharsets.ISO_8859_1));

    ImportRun run = intake.imports().run(request(file, D3.RELEASE, null));

    int offset = FILE.indexOf("any name") + 2;
    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(run.message()).contains("byte " + offset + ", on line 2");
  }

  private static ImportRequest request(Path file, String release, @Nullable LocalDate publishedOn) {
    return new ImportRequest(file, "d3.csv", D3.MAPPING, release, publishedOn, null, false);
  }
}
