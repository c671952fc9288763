package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.BesideOthers;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.MappingCatalogue;

/** The thirteen official files as they were published, over the figures of the first run. */
@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealReleasesTest {
  private final List<RealFile> files = RealFile.all();
  private final Map<String, ImportRun> runs = new TreeMap<>();
  private Intake intake;

  @BeforeAll
  void importAll() throws Exception {
    intake = new Intake();
    intake.bean(FirstRun.class).load(step -> {});
    for (RealFile file : files) {
      runs.put(file.mapping(), intake.imports().run(file.request()));
    }
  }

  @AfterAll
  void stop() {
    intake.close();
  }

  private ImportRun run(RealFile file) {
    return Objects.requireNonNull(runs.get(file.mapping()));
  }

  List<RealFile> files() {
    return files;
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRowIsAccountedFor(RealFile file) {
    ImportRun run = run(file);
    ImportReport report = Reports.of(run);
    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(report.rowsRead()).isEqualTo(file.rows());
    assertThat(report.rowsTaken() + report.rowsRejected() + report.rowsSkipped())
        .isEqualTo(report.rowsRead());
    assertThat(report.rejectedByRule()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "care-leavers-activity-2025",
        "care-leavers-accommodation-2025",
        "children-looked-after-placement-stability-2025"
      })
  void noRowOfTheCareLeaverAndStabilityFilesIsLeftOut(String mapping) {
    assertThat(Reports.of(run(RealFile.of(mapping))).rowsWithoutMeasure()).isZero();
  }

  @ParameterizedTest
  @MethodSource("files")
  void observationsAreThoseOfAnIndependentCount(RealFile file) throws Exception {
    Mapping mapping = intake.bean(MappingCatalogue.class).get(file.mapping());
    Map<String, Long> counted = new TreeMap<>(file.observations(mapping));
    long all = counted.values().stream().mapToLong(Long::longValue).sum();
    counted.remove("value");
    ImportReport report = Reports.of(run(file));

    assertThat(report.observations()).isEqualTo(all);
    assertThat(report.missingByReason()).isEqualTo(counted);
    assertThat(report.observationsWritten() + report.observationsAlreadyThere()).isEqualTo(all);
    assertThat(
            intake.ask(
                """
                SELECT count(*) FROM observation
                JOIN source_file ON source_file.id = observation.source_file_id
                WHERE source_file.mapping = ?
                """,
                file.mapping()))
        .containsExactly(Long.toString(all));
  }

  /** Had one differed, its file would have been refused. */
  @Test
  void everyFigureOfTheFirstRunIsTheOfficialFiles() throws Exception {
    long restated = 0;
    for (ImportRun run : runs.values()) {
      restated += Reports.of(run).provenanceMoved();
    }

    assertThat(restated).isEqualTo(5767);
    assertThat(
            intake.ask(
                """
                SELECT count(*) FROM observation
                JOIN source_file ON source_file.id = observation.source_file_id
                WHERE source_file.mapping LIKE 'first-run-%'
                """))
        .containsExactly("0");
  }

  @Test
  void aWithdrawnValueStaysAsTheEarlierReleaseGaveIt() throws Exception {
    String doncaster2022 =
        """
        SELECT concat_ws(' ', release.code, observation.value, observation.missing, observation.numerator)
        FROM observation
        JOIN edition ON edition.id = observation.edition_id
        JOIN release ON release.id = edition.release_id
        JOIN area ON area.id = observation.area_id AND area.name = 'Doncaster'
        JOIN period ON period.id = observation.period_id AND period.code = '2022'
        JOIN indicator ON indicator.id = observation.indicator_id
        WHERE indicator.code = 'repeat-child-protection-plans-percent'
        ORDER BY release.published_on
        """;

    assertThat(intake.ask(doncaster2022))
        .containsExactly("children-in-need-2024 100 437", "children-in-need-2025 LOW_RELIABILITY");
  }

  @Test
  void jointReturnsAreAreasOfTheirOwn() throws Exception {
    assertThat(
            intake.ask(
                """
                SELECT DISTINCT area.name FROM observation JOIN area ON area.id = observation.area_id
                WHERE area.kind = 'JOINT_RETURN' ORDER BY 1
                """))
        .containsExactly(
            "Kingston upon Thames / Richmond upon Thames",
            "North Northamptonshire / West Northamptonshire");
  }

  @Test
  void figuresAreThosePublished() throws Exception {
    String hull =
        """
        SELECT concat_ws(' ', observation.value, 'of', observation.numerator, observation.denominator)
        FROM observation
        JOIN area ON area.id = observation.area_id AND area.name LIKE 'Kingston upon Hull%'
        JOIN period ON period.id = observation.period_id AND period.year = 2025
        JOIN indicator ON indicator.id = observation.indicator_id
        WHERE indicator.code = ?
        """;

    assertThat(intake.ask(hull, "children-looked-after-rate")).containsExactly("119 of 742 62379");
  }

  @Test
  void importingAFileAgainChangesNothing() throws Exception {
    RealFile file = RealFile.of("care-leavers-activity-2025");
    List<String> before = intake.ask("SELECT count(*) || ' ' || max(id) FROM observation");

    ImportRun again = intake.imports().run(file.request());

    assertThat(again.state()).isEqualTo(ImportState.UNCHANGED);
    assertThat(intake.ask("SELECT count(*) || ' ' || max(id) FROM observation")).isEqualTo(before);
  }
}
