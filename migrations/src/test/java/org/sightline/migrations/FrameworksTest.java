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
class FrameworksTest {
  private static final String OWN =
      """
      code: ilacs-next
      name: A framework to come
      body: Ofsted
      description: Announced for another year.
      same-within-days: 60
      source: Ours
      areas:
        - {code: leaders, name: Leaders, scale: five-point, concept: leadership, source: Ours}
      versions:
        - {version: "1", from: 2027-04-01, to: 2027-12-31, what-changed: It begins., areas: [leaders], source: Ours}
        - {version: "2", from: 2028-01-01, what-changed: It goes on., areas: [leaders], source: Ours}
      types:
        - {code: next-visit, name: Visit, graded: true, areas: [leaders], description: One day., source: Ours}
      clocks:
        - {code: letter, name: Letter, begins-with: LAST_DAY, working-days: 10, required: true, applies-to: LETTER, source: Ours}
      windows:
        - {code: after, area: leaders, grades: [fine], next-type: next-visit, from-months: 1, to-months: 2, source: Ours}
        - {code: else, next-type: next-visit, from-months: 1, to-months: 2, source: Ours}
      """;
  private static final String SCALE =
      """
      - code: five-point
        source: Ours
        grades:
          - {code: fine, name: Fine}
          - {code: poor, name: Poor, aliases: [bad]}
      """;

  private Database database;

  @BeforeAll
  void migrate() {
    database = TestPostgres.freshDatabase();
    new Migrations(MigrationsTest.settings(database)).run(step -> {});
  }

  @Test
  void eachVersionOfTheFrameworkSaysWhatIsJudged() throws SQLException {
    assertThat(
            texts(
                """
                SELECT version || ' ' || valid_from || ' ' || string_agg(area_code, ' ' ORDER BY position)
                FROM framework_version JOIN framework_version_area USING (framework_code, version)
                JOIN judgement_area ON judgement_area.framework_code = framework_version.framework_code AND code = area_code
                WHERE framework_version.framework_code = 'ilacs' GROUP BY version, valid_from ORDER BY 1
                """))
        .containsExactly(
            "2018 2018-01-01 overall-effectiveness impact-of-leaders help-and-protection care-and-care-leavers",
            "2023 2023-01-01 overall-effectiveness impact-of-leaders help-and-protection children-in-care care-leavers",
            "2026 2026-04-01 impact-of-leaders help-and-protection children-in-care care-leavers");
  }

  @Test
  void aPriorityActionHasTwentyWorkingDaysForItsDraftAndSeventyForItsPlan() throws SQLException {
    assertThat(
            texts(
                """
                SELECT DISTINCT code || ' ' || begins_with || ' ' || working_days || ' ' || is_required
                FROM framework_clock WHERE framework_code = 'ilacs' ORDER BY 1
                """))
        .containsExactly(
            "letter-assurance-visit LAST_DAY 30 false",
            "letter-focused-visit LAST_DAY 30 false",
            "letter-monitoring-visit LAST_DAY 30 false",
            "letter-short LAST_DAY 30 false",
            "letter-standard LAST_DAY 30 false",
            "priority-action-draft-plan PUBLICATION 20 true",
            "priority-action-final-plan PUBLICATION 70 true");
  }

  @Test
  void amberIsOnTrackInOneSchemeAndAtRiskInTheOthers() throws SQLException {
    assertThat(
            texts(
                """
                SELECT status_scheme.code || ' ' || state FROM status_scheme JOIN scheme_status ON scheme_id = id
                WHERE scheme_status.code = 'A' ORDER BY 1
                """))
        .containsExactly("brag AT_RISK", "rag AT_RISK", "ragp ON_TRACK", "ragp-at-risk AT_RISK");
  }

  @Test
  void everyWindowSaysThatItIsAnEstimate() throws SQLException {
    assertThat(
            texts(
                "SELECT code FROM framework_window WHERE source NOT LIKE 'The project''s own estimate: %'"))
        .isEmpty();
  }

  @Test
  void anOperatorsOwnFrameworkScaleAndHolidayComeBesideTheProjects(@TempDir Path folder)
      throws Exception {
    Database other = TestPostgres.freshDatabase();
    write(folder, "reference/bank_holidays.csv", "day,name,source\n2031-01-01,New Year,Ours\n");
    migrate(other, folder, OWN, SCALE);

    try (Connection owner = other.connect()) {
      assertThat(
              MigrationsTest.texts(
                  owner,
                  """
                  SELECT version || ' ' || code || ' ' || working_days FROM framework_clock
                  WHERE framework_code = 'ilacs-next' ORDER BY 1
                  """))
          .containsExactly("1 letter 10", "2 letter 10");
      assertThat(MigrationsTest.texts(owner, "SELECT max(day) FROM bank_holiday"))
          .containsExactly("2031-01-01");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "areas: [leaders], source | areas: [followers], source | has the version 1 with the area 'followers', which is none of its areas.",
        "to: 2027-12-31, | to: 2028-01-01, | has the version 2, which begins on 2028-01-01 before the one it follows has ended.",
        "to: 2027-12-31, | to: 2027-03-31, | has the version 1, which ends before it begins.",
        "to: 2027-12-31, | to: 31/12/2027, | has the day '31/12/2027', which is not written as 2018-01-01.",
        "scale: five-point | scale: ten-point | judges leaders on the scale 'ten-point', which is not known.",
        "grades: [fine] | grades: [good] | has the window after, which names the grade 'good'. Allowed: [fine, poor].",
        "after, area: leaders, grades: [fine], | after, | has two windows in its version 1 that go by no grade.",
        "after, area: leaders, | after, | has the window after with an area or with grades, but not with both.",
        "next-type: next-visit | next-type: ilacs-short | has the window after with the type 'ilacs-short', which is none of its types.",
        "LAST_DAY | SUNDAY | has the clock letter that begins with 'SUNDAY'. Allowed: [FIRST_DAY, LAST_DAY, PUBLICATION].",
        "applies-to: LETTER | applies-to: PARCEL | has the clock letter that applies to 'PARCEL'.",
        "working-days: 10 | working-days: 0 | has the clock letter without a working day.",
        "from-months: 1 | from-months: 3 | has the window after from 3 to 2 months.",
        "graded: true | graded: false | has the type next-visit, which is not graded but names areas."
      })
  void aFrameworkThatCannotBeIsRefusedInASentence(
      String right, String wrong, String sentence, @TempDir Path folder) {
    assertThat(OWN).contains(right);
    assertThatThrownBy(
            () -> migrate(TestPostgres.freshDatabase(), folder, OWN.replace(right, wrong), SCALE))
        .isInstanceOf(MigrationFailure.class)
        .hasMessageStartingWith("The framework 'ilacs-next' ")
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code: ilacs-next | code: ilacs | The framework 'ilacs' is defined twice.",
        "code: next-visit | code: ilacs-short | The type of inspection 'ilacs-short' is defined twice.",
        "body: Ofsted | bodies: Ofsted | cannot be read"
      })
  void nothingIsDefinedTwice(String right, String wrong, String sentence, @TempDir Path folder) {
    assertThatThrownBy(
            () -> migrate(TestPostgres.freshDatabase(), folder, OWN.replace(right, wrong), SCALE))
        .isInstanceOf(MigrationFailure.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aWordStandsForOneGradeOfAScale(@TempDir Path folder) {
    assertThatThrownBy(
            () ->
                migrate(
                    TestPostgres.freshDatabase(), folder, OWN, SCALE.replace("[bad]", "[Fine]")))
        .hasMessage("The grade scale 'five-point' has two grades that may be written 'fine'.");
  }

  @Test
  void aColourMeansAKnownState(@TempDir Path folder) throws Exception {
    write(
        folder,
        "status-schemes/own.yaml",
        """
        - code: own
          name: Own
          source: Ours
          statuses:
            - {code: R, name: Red, meaning: Late, state: LATE}
        """);
    assertThatThrownBy(() -> migrate(TestPostgres.freshDatabase(), folder, OWN, SCALE))
        .hasMessageStartingWith("The status scheme 'own' maps R to the state 'LATE'. Allowed: [");
  }

  private static void migrate(Database database, Path folder, String framework, String scale)
      throws Exception {
    write(folder, "frameworks/own.yaml", framework);
    write(folder, "grade-scales/own.yaml", scale);
    new Migrations(MigrationsTest.settings(database), folder).run(step -> {});
  }

  private static void write(Path folder, String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection owner = database.connect()) {
      return MigrationsTest.texts(owner, sql);
    }
  }
}
