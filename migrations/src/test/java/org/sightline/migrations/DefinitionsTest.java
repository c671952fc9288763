package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefinitionsTest {
  private static final String DEFINITION =
      """
      - code: own-indicator
        name: An operator's own
        theme: own
        unit: PERCENT
        decimals: 1
        kind: PROPORTION
        nature: FLOW
        polarity: NEAR_TARGET
        polarity-source: Ours
        description: Counted by hand.
        numerator: Some.
        denominator: All.
        source: Ours
        versions:
          - {number: 1, what-changed: By hand., breaks-series: false, source: Ours}
          - {number: 2, first-period-end: 2024-03-31, what-changed: By machine., breaks-series: true, source: Ours}
        targets:
          - {value: 95, tolerance: 2.5, from: 2024-04-01, source: Ours}
      """;

  private Database database;

  @BeforeAll
  void migrate() {
    database = TestPostgres.freshDatabase();
    new Migrations(MigrationsTest.settings(database)).run(step -> {});
  }

  @Test
  void everyIndicatorSaysWhatKindOfFigureItIs() throws SQLException {
    assertThat(texts("SELECT kind || ' ' || unit FROM indicator GROUP BY kind, unit ORDER BY 1"))
        .containsExactly(
            "COUNT COUNT",
            "COUNT HEADCOUNT",
            "MEAN DAYS",
            "OTHER DAYS",
            "OTHER FTE",
            "OTHER PERCENT",
            "OTHER PERSONS",
            "PROPORTION PERCENT",
            "RATE RATE_PER_10000",
            "RATIO CASES_PER_WORKER",
            "RATIO PERCENT");
    assertThat(texts("SELECT code FROM indicator WHERE kind = 'OTHER' AND unit = 'PERCENT'"))
        .containsExactly("social-worker-absence-rate");
  }

  @Test
  void everyShareHasAMultiplierAndSaysItsNumeratorAndDenominator() throws SQLException {
    assertThat(
            texts(
                """
                SELECT unit || ' ' || rate_multiplier || ' ' || bool_and(numerator_words <> '' AND denominator_words <> '')
                FROM indicator WHERE kind IN ('PROPORTION', 'RATE', 'RATIO') GROUP BY unit, rate_multiplier ORDER BY 1
                """))
        .containsExactly(
            "CASES_PER_WORKER 1 true", "PERCENT 100 true", "RATE_PER_10000 10000 true");
    assertThat(texts("SELECT code FROM indicator WHERE multiplier <> rate_multiplier")).isEmpty();
  }

  @Test
  void aStateIsAStockAndWhatHappensInAYearIsAFlow() throws SQLException {
    assertThat(natures("children-looked-after-rate", "children-in-need-any-point-in-year"))
        .containsOnly("STOCK");
    assertThat(
            natures(
                "three-or-more-placements-in-two-years-percent",
                "same-carer-for-two-years-percent"))
        .containsOnly("STOCK");
    assertThat(
            natures(
                "re-referrals-percent",
                "three-or-more-placements-in-year-percent",
                "social-worker-turnover-rate-fte"))
        .containsOnly("FLOW");
  }

  @Test
  void theGroupOfCareLeaversChangedIn2014AndEveryOtherDefinitionHasHeld() throws SQLException {
    assertThat(
            texts(
                """
                SELECT DISTINCT theme || ' ' || number || ' ' || first_period_end || ' ' || breaks_series
                FROM indicator_version JOIN indicator ON indicator.id = indicator_id WHERE number > 1
                """))
        .containsExactly("care-leavers 2 2014-03-31 true");
    assertThat(
            texts(
                "SELECT code FROM indicator WHERE id NOT IN (SELECT indicator_id FROM indicator_version WHERE number = 1)"))
        .isEmpty();
  }

  @Test
  void everyOfficialPolarityNamesItsMeasure() throws SQLException {
    assertThat(
            texts(
                """
                SELECT code FROM indicator
                WHERE (polarity_source LIKE 'DfE LAIT data dictionary, measure %') <> (dictionary_measure IS NOT NULL)
                """))
        .isEmpty();
    assertThat(texts("SELECT count(*) FROM indicator WHERE dictionary_measure IS NOT NULL"))
        .containsExactly("40");
  }

  @Test
  void noOfficialTargetIsInvented() throws SQLException {
    assertThat(texts("SELECT count(*) FROM indicator_target")).containsExactly("0");
  }

  @Test
  void anOwnDefinitionBringsItsVersionsAndItsTarget(@TempDir Path folder) throws Exception {
    Database other = TestPostgres.freshDatabase();
    migrate(other, folder, DEFINITION);

    try (Connection owner = other.connect()) {
      assertThat(
              MigrationsTest.texts(
                  owner,
                  """
                  SELECT number || ' ' || coalesce(first_period_end::text, 'first') || ' ' || breaks_series
                  FROM indicator_version JOIN indicator ON indicator.id = indicator_id
                  WHERE code = 'own-indicator' ORDER BY number
                  """))
          .containsExactly("1 first false", "2 2024-03-31 true");
      assertThat(
              MigrationsTest.texts(
                  owner,
                  "SELECT value || ' ' || tolerance || ' ' || valid_from FROM indicator_target"))
          .containsExactly("95 2.5 2024-04-01");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: PROPORTION | kind: SHARE | has the kind 'SHARE'. Allowed: [COUNT, PROPORTION, RATE, RATIO, MEAN, OTHER].",
        "nature: FLOW | nature: STREAM | has the nature 'STREAM'. Allowed: [FLOW, STOCK].",
        "unit: PERCENT | unit: DAYS | is a PROPORTION, so its unit is PERCENT, not DAYS.",
        "denominator: All. | headline: false | is a PROPORTION, so it says its numerator and its denominator in words.",
        "number: 2 | number: 3 | has the version 3 where 2 is next.",
        "first-period-end: 2024-03-31 | first-period-end: 31/03/2024 | has the day '31/03/2024', which is not written as 2014-03-31.",
        "number: 1, | number: 1, first-period-end: 2010-03-31, | every version but the first names its first-period-end",
        "tolerance: 2.5 | tolerance: -1 | has a target with the tolerance -1, which is below 0.",
        "from: 2024-04-01 | from: 2024-04-01, to: 2024-03-01 | has a target that ends before 2024-04-01, its first day.",
        "theme: own | 'theme: own\n  default-breakdown: {sex: total}' | in its default-breakdown, a word that is reserved.",
        "theme: own | 'theme: own\n  overlaps: true' | overlaps, so its figures do not count different things: its nature is STOCK, not FLOW.",
        "theme: own | 'theme: own\n  partitions: {age: [a]}' | is parted by age, which needs two members or more, each once.",
        "theme: own | 'theme: own\n  partitions: {age: [a, a]}' | is parted by age, which needs two members or more, each once.",
        "theme: own | 'theme: own\n  partitions: {age: [a, total]}' | is parted by age with the member"
      })
  void aDefinitionThatCannotBeIsRefusedInASentence(
      String right, String wrong, String sentence, @TempDir Path folder) throws Exception {
    assertThatThrownBy(
            () -> migrate(TestPostgres.freshDatabase(), folder, DEFINITION.replace(right, wrong)))
        .isInstanceOf(MigrationFailure.class)
        .hasMessageStartingWith("The indicator 'own-indicator' ")
        .hasMessageContaining(sentence);
  }

  private static void migrate(Database database, Path folder, String definition) throws Exception {
    Path indicators = Files.createDirectories(folder.resolve("indicators"));
    Files.writeString(indicators.resolve("own.yaml"), definition);
    new Migrations(MigrationsTest.settings(database), folder).run(step -> {});
  }

  private List<String> natures(String... codes) throws SQLException {
    return texts(
        "SELECT DISTINCT nature FROM indicator WHERE code IN ('%s')"
            .formatted(String.join("', '", codes)));
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection owner = database.connect()) {
      return MigrationsTest.texts(owner, sql);
    }
  }
}
