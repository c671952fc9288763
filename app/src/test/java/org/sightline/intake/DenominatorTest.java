package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sums of columns, and denominators that stand in other rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DenominatorTest {
  private static final String MAPPING =
      """
      name: shares
      title: Shares, made for this test
      format: EES_CSV
      table: shares/all
      publication: children-in-need
      access-class: PUBLISHED
      filters:
        age: {dimension: age, members: {Young: young, Old: old}}
        kind: {dimension: kind, members: {A: a, B: b}, total: All}
      period: {type: REPORTING_YEAR}
      measures:
      - indicator: repeat-child-protection-plans-percent
        when: {kind: A}
        value: percent
        numerator: count
        denominator: {column: count, where: {kind: All}}
      - indicator: re-referrals-percent
        numerator: {sum: [count, more]}
        denominator: {column: count, where: {kind: All}}
      """;
  private static final String HEADER =
      "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
          + "old_la_code,new_la_code,la_name,age,kind,count,more,percent\n";
  private static final String PUBLISHED = "repeat-child-protection-plans-percent";
  private static final String DERIVED = "re-referrals-percent";

  private Intake intake;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(mappings.resolve("shares.yaml"), MAPPING);
    intake = new Intake(Map.of("sightline.definitions", folder.toString()));
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
  void theDenominatorIsThatOfTheSameAreaPeriodAndOtherFilters() throws Exception {
    bring(
        hull("2025", "Young,A,1,0,10"),
        hull("2025", "Young,All,10,0,100"),
        hull("2025", "Old,All,4,0,100"),
        hull("2025", "Old,A,1,0,25"),
        hull("2024", "Old,A,1,0,50"),
        hull("2024", "Old,All,2,0,100"));

    assertThat(figures(PUBLISHED))
        .containsExactly(
            "2024 age=old;kind=a: 50 of 1 / 2",
            "2025 age=old;kind=a: 25 of 1 / 4",
            "2025 age=young;kind=a: 10 of 1 / 10");
  }

  @Test
  void whatIsDerivedIsRoundedHalfUpAndMarked() throws Exception {
    bring(hull("2025", "Old,A,1,1,z"), hull("2025", "Old,B,1,0,z"), hull("2025", "Old,All,16,0,z"));

    assertThat(figures(DERIVED))
        .containsExactly(
            "2025 age=old: 100.0 of 16 / 16",
            "2025 age=old;kind=a: 12.5 of 2 / 16",
            "2025 age=old;kind=b: 6.3 of 1 / 16");
    assertThat(
            intake.ask(
                """
                SELECT DISTINCT derived FROM observation JOIN indicator ON indicator.id = indicator_id
                WHERE indicator.code = ?
                """,
                DERIVED))
        .containsExactly("t");
  }

  @Test
  void aMissingPartMakesWhatIsDerivedMissingForItsReason() throws Exception {
    bring(
        hull("2025", "Old,A,1,c,z"),
        hull("2025", "Old,All,u,0,z"),
        hull("2024", "Old,A,1,0,z"),
        hull("2024", "Old,All,x,0,z"),
        hull("2023", "Old,A,1,0,z"),
        hull("2023", "Old,All,0,0,z"));

    assertThat(figures(DERIVED).stream().filter(one -> one.contains("kind=a")))
        .containsExactly(
            "2023 age=old;kind=a: NOT_APPLICABLE of 1 / 0",
            "2024 age=old;kind=a: NOT_AVAILABLE of 1 / NOT_AVAILABLE",
            "2025 age=old;kind=a: SUPPRESSED of SUPPRESSED / LOW_RELIABILITY");
  }

  @Test
  void aRowThatIsNotThereIsCounted() throws Exception {
    ImportRun run = bring(hull("2025", "Old,A,1,0,25"), hull("2025", "Young,All,9,0,100"));

    assertThat(Reports.of(run).warnings()).containsEntry("denominator's row not found", 2L);
    assertThat(figures(PUBLISHED)).containsExactly("2025 age=old;kind=a: 25 of 1 / NOT_AVAILABLE");
    assertThat(figures(DERIVED))
        .contains("2025 age=old;kind=a: NOT_AVAILABLE of 1 / NOT_AVAILABLE");
  }

  private ImportRun bring(String... rows) throws IOException {
    ImportRun run = intake.bring(HEADER + String.join("\n", rows), "shares", D3.RELEASE);
    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    return run;
  }

  private static String hull(String year, String figures) {
    return year + ",Reporting year,Local authority,E92000001,,,,810,E06000010,," + figures;
  }

  private List<String> figures(String indicator) throws Exception {
    return intake.ask(
        """
        SELECT concat(period.code, ' ', breakdown.code, ': ', coalesce(value::text, missing), ' of ',
          coalesce(numerator::text, numerator_missing), ' / ', coalesce(denominator::text, denominator_missing))
        FROM observation
        JOIN indicator ON indicator.id = indicator_id
        JOIN period ON period.id = period_id
        JOIN breakdown ON breakdown.id = breakdown_id
        WHERE indicator.code = ? ORDER BY 1
        """,
        indicator);
  }
}
