package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;
import org.sightline.migrations.DefinitionFiles.DefinitionFile;
import org.sightline.migrations.invented.InventedRecords;

/** What the papers tell of inspections, interventions, homes and plans, and what is invented. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationRecordsTest {
  private static final List<String> TABLES =
      List.of(
          "inspection_source",
          "inspection",
          "inspection_account",
          "judgement",
          "finding",
          "intervention",
          "childrens_home",
          "childrens_home_grade",
          "childrens_home_count",
          "status_scheme",
          "plan",
          "workstream",
          "action",
          "action_change",
          "action_dependency",
          "impact_evidence",
          "milestone",
          "milestone_date",
          "status_report",
          "status_report_workstream",
          "status_report_count",
          "status_report_action",
          "finding_action",
          "action_indicator");

  private Database database;

  @BeforeAll
  void demonstrate() {
    database = TestPostgres.freshDatabase();
    migrations().run(step -> {});
    migrations().demonstrate(step -> {});
  }

  @Test
  void hullWasInspectedInNovember2022AndGradedInFourAreas() throws SQLException {
    assertThat(
            texts(
                """
                SELECT starts_on || ' ' || ends_on || ' ' || account.published_on || ' ' || lead_inspector || ': '
                  || string_agg(area_code || ' ' || grade_code, ', ' ORDER BY area_code)
                FROM inspection_account AS account
                JOIN inspection_source AS source ON source.id = source_id AND source.code = 'ofsted-hull-2022'
                JOIN judgement ON account_id = account.id
                WHERE starts_on IS NOT NULL GROUP BY account.id
                """))
        .containsExactly(
            "2022-11-14 2022-11-25 2023-01-13 Louise Hollick: care-and-care-leavers good,"
                + " help-and-protection requires-improvement, impact-of-leaders requires-improvement,"
                + " overall-effectiveness requires-improvement");
    assertThat(
            texts(
                """
                SELECT number || ' ' || theme_code FROM finding
                WHERE kind = 'AREA_FOR_IMPROVEMENT' AND paragraph LIKE 'What needs to improve%'
                ORDER BY number
                """))
        .containsExactly(
            "1 assessment-and-planning",
            "2 management-oversight",
            "3 quality-and-performance",
            "4 placements-and-sufficiency");
  }

  @Test
  void hullsReportOfFebruary2021SumsToOtherThanWhatItsFirstRowStates() throws SQLException {
    assertThat(
            texts(
                """
                SELECT part.position || ': ' || part.stated_total || ' = '
                  || string_agg(status_code || actions, ' ' ORDER BY counted.position) || ' = ' || sum(actions)
                FROM status_report AS report
                JOIN status_report_workstream AS part ON part.report_id = report.id
                JOIN status_report_count AS counted ON counted.report_id = report.id
                  AND counted.workstream_id = part.workstream_id
                WHERE report.as_at = '2021-02-15' GROUP BY part.position, part.stated_total ORDER BY part.position
                """))
        .containsExactly(
            "1: 26 = A1 G17 P10 = 28",
            "2: 10 = G3 P7 = 10",
            "3: 22 = A5 G14 P3 = 22",
            "4: 37 = A9 G25 P3 = 37",
            "5: 13 = R2 A8 G3 = 13",
            "6: 13 = A6 G4 P3 = 13",
            "7: 11 = A2 G5 P4 = 11",
            "8: 14 = A1 G13 = 14",
            "9: 5 = A2 G2 P1 = 5",
            "10: 5 = A2 G3 = 5",
            "11: 9 = A2 G3 P4 = 9");
    assertThat(
            texts(
                """
                SELECT report.as_at || ' ' || as_at_precision || ' ' || coalesce(stated_total::text, 'none') || ': '
                  || string_agg(status_code || actions, ' ' ORDER BY counted.position)
                FROM plan JOIN status_report AS report ON report.plan_id = plan.id
                JOIN status_report_count AS counted ON counted.report_id = report.id AND workstream_id IS NULL
                WHERE plan.name = 'Improvement plan' GROUP BY report.id ORDER BY 1
                """))
        .containsExactly(
            "2020-12-01 MONTH none: P12",
            "2021-01-01 MONTH none: P28",
            "2021-02-15 DAY 167: R2 A38 G92 P35");
  }

  @Test
  void noActionOfARealCouncilIsMadeUp() throws SQLException {
    assertThat(
            texts(
                """
                SELECT reference || ': ' || source || ', paragraph ' || action.paragraph
                FROM action JOIN organisation ON organisation.id = owner_organisation_id
                JOIN area ON area.id = organisation.council_id AND NOT area.generated
                """
                    .replace("|| source", "|| action.source")))
        .allMatch(
            line ->
                line.endsWith(
                    "Herefordshire, report to scrutiny on the improvement plan, 2 June 2020,"
                        + " paragraph 2"))
        .hasSize(2);
  }

  @Test
  void aMilestoneOfHullHasTwoDays() throws SQLException {
    assertThat(
            texts(
                """
                SELECT due_on || ' ' || milestone_date.paragraph FROM milestone_date
                JOIN milestone ON milestone.id = milestone_id WHERE name LIKE 'Signs of Safety%' ORDER BY 1
                """))
        .containsExactly("2021-06-02 10.3", "2021-06-30 4.2");
  }

  @Test
  void hullsDirectionGaveWayToANoticeThatWasLifted() throws SQLException {
    assertThat(
            texts(
                """
                SELECT intervention.kind || ' ' || to_char(from_on, 'YYYY-MM') || ' '
                  || coalesce(to_char(to_on, 'YYYY-MM') || ' ', '') || ended
                FROM intervention JOIN area ON area.id = council_id AND name LIKE 'Kingston%' ORDER BY from_on
                """))
        .containsExactly(
            "STATUTORY_DIRECTION 2020-02 2022-08 REPLACED",
            "COMMISSIONER 2020-04 2021-03 NOT_STATED",
            "IMPROVEMENT_NOTICE 2022-08 2023-09 LIFTED");
  }

  @Test
  void hullsHomesAreItsOwnAndTheCountsAreTheirSum() throws SQLException {
    assertThat(
            texts(
                """
                SELECT coalesce(counted.grade_code, 'not yet') || ' ' || homes || ' ' || (
                  SELECT count(*) FROM childrens_home_grade AS graded
                  WHERE graded.grade_code IS NOT DISTINCT FROM counted.grade_code) || ' ' || access_class
                FROM childrens_home_count AS counted ORDER BY 1
                """))
        .containsExactly(
            "good 4 4 PUBLISHED",
            "not yet 4 4 PUBLISHED",
            "outstanding 3 3 PUBLISHED",
            "requires-improvement 1 1 PUBLISHED");
  }

  @Test
  void whatNobodyOwnsIsPublishedAndWhatIsInventedSaysSo() throws SQLException {
    assertThat(
            texts(
                """
                SELECT DISTINCT finding.source FROM finding JOIN area ON area.id = council_id AND area.generated
                UNION SELECT DISTINCT intervention.source FROM intervention
                JOIN area ON area.id = council_id AND area.generated
                UNION SELECT DISTINCT plan.source FROM plan JOIN area ON area.id = council_id AND area.generated
                """))
        .containsExactly("Invented for the demonstration");
  }

  @Test
  void theOverallGradesOfNorthmereAreThoseOfItsAttributes() throws SQLException {
    assertThat(
            texts(
                """
                (SELECT area.name, account.published_on, stated_as
                FROM judgement JOIN inspection_account AS account ON account.id = account_id
                JOIN inspection_source AS source ON source.id = source_id AND source.kind = 'REPORT'
                JOIN inspection ON inspection.id = inspection_id
                JOIN area ON area.id = council_id AND generated
                WHERE area_code = 'overall-effectiveness' AND grade_code IS NOT NULL
                EXCEPT SELECT area.name, valid_from, value FROM council_attribute
                JOIN area ON area.id = council_id WHERE attribute_code = 'overall-effectiveness')
                UNION ALL
                (SELECT area.name, valid_from, value FROM council_attribute
                JOIN area ON area.id = council_id AND generated WHERE attribute_code = 'overall-effectiveness'
                EXCEPT SELECT area.name, account.published_on, stated_as
                FROM judgement JOIN inspection_account AS account ON account.id = account_id
                JOIN inspection ON inspection.id = inspection_id JOIN area ON area.id = council_id
                WHERE area_code = 'overall-effectiveness')
                """))
        .isEmpty();
  }

  @Test
  void eachCouncilOfNorthmereHasALivePlanOfTwentyToSixtyActions() throws SQLException {
    assertThat(
            texts(
                """
                SELECT area.name || ' ' || scheme.code || ' ' || access_class || ' ' || count(DISTINCT action.id)
                  || ' in ' || count(DISTINCT workstream.id)
                  || coalesce(' unmapped ' || nullif(count(DISTINCT workstream.id)
                    FILTER (WHERE theme_code IS NULL), 0), '')
                FROM plan JOIN area ON area.id = plan.council_id AND generated
                JOIN status_scheme AS scheme ON scheme.id = scheme_id
                JOIN workstream ON workstream.plan_id = plan.id
                JOIN action ON action.workstream_id = workstream.id
                WHERE state = 'LIVE' GROUP BY area.name, scheme.code, access_class ORDER BY 1
                """))
        .containsExactly(
            "Ashmere rag SHARED 20 in 5",
            "Brackendale brag SHARED 44 in 7",
            "Coldwater Vale ragp SHARED 38 in 6",
            "Dunmarsh ragp-at-risk SHARED 52 in 8 unmapped 1",
            "Eastmoor eastmoor-steps SHARED 60 in 9",
            "Fenwick Bay brag SHARED 28 in 5",
            "Gorsefield ragp-at-risk SHARED 24 in 5",
            "Harrowbeck ragp COUNCIL_ONLY 30 in 6");
  }

  /** What is declared, what the history tells and what the last report says are one thing. */
  @Test
  void theLastReportOfNorthmereAgreesWithTheActions() throws SQLException {
    assertThat(
            texts(
                """
                SELECT count(*) || ' ' || count(*) FILTER (WHERE reported.status_code <> action.status_code
                  OR reported.due_on IS DISTINCT FROM action.due_on
                  OR reported.completed_on IS DISTINCT FROM action.completed_on
                  OR reported.times_re_dated <> (SELECT count(*) FROM action_change
                    WHERE action_id = action.id AND kind = 'RE_DATED')
                  OR reported.times_reopened <> (SELECT count(*) FROM action_change
                    WHERE action_id = action.id AND kind = 'REOPENED')
                  OR action.status_code <> (SELECT new_value FROM action_change
                    WHERE action_id = action.id AND field = 'status' ORDER BY changed_at DESC LIMIT 1))
                FROM status_report_action AS reported JOIN action ON action.id = action_id
                JOIN status_report ON status_report.id = report_id AND as_at = '2026-10-31'
                """))
        .containsExactly("266 0");
    assertThat(
            texts(
                """
                SELECT kind || ' ' || count(*) || ' ' || count(reason) FROM action_change
                WHERE kind IN ('RE_DATED', 'REOPENED', 'REMOVED') GROUP BY kind ORDER BY kind COLLATE "C"
                """))
        .containsExactly("REMOVED 2 2", "REOPENED 8 8", "RE_DATED 41 41");
  }

  @Test
  void onlyThePlannedReportsOfNorthmereHaveWrongTotals() throws SQLException {
    assertThat(
            texts(
                """
                SELECT area.name || ' ' || as_at || ' revision ' || revision || ' states ' || report.stated_total
                  || ' for ' || (SELECT sum(actions) FROM status_report_count WHERE report_id = report.id)
                FROM status_report AS report JOIN plan ON plan.id = report.plan_id
                JOIN area ON area.id = council_id AND generated
                WHERE report.stated_total
                  <> (SELECT sum(actions) FROM status_report_count WHERE report_id = report.id)
                UNION ALL
                SELECT area.name || ' ' || as_at || ' revision ' || revision || ' ' || part.name || ' states '
                  || part.stated_total || ' for ' || (SELECT sum(actions) FROM status_report_count AS counted
                    WHERE counted.report_id = report.id AND counted.workstream_id = part.workstream_id)
                FROM status_report AS report JOIN status_report_workstream AS part ON part.report_id = report.id
                JOIN plan ON plan.id = report.plan_id JOIN area ON area.id = council_id AND generated
                WHERE part.stated_total <> (SELECT sum(actions) FROM status_report_count AS counted
                  WHERE counted.report_id = report.id AND counted.workstream_id = part.workstream_id)
                ORDER BY 1
                """))
        .containsExactly(
            "Dunmarsh 2026-03-31 revision 1 Managers and supervision states 8 for 7",
            "Fenwick Bay 2026-06-30 revision 1 states 31 for 28",
            "Fenwick Bay 2026-08-31 revision 1 Managers and supervision states 7 for 6");
  }

  @Test
  void managementOversightIsFoundInEveryCouncilAndLeadsToFigures() throws SQLException {
    assertThat(
            texts(
                """
                SELECT area.name || ' ' || count(DISTINCT action.id) FROM finding
                JOIN area ON area.id = council_id
                JOIN finding_action ON finding_id = finding.id JOIN action ON action.id = action_id
                JOIN action_indicator ON action_indicator.action_id = action.id
                WHERE theme_code = 'management-oversight' GROUP BY area.name ORDER BY 1
                """))
        .hasSize(9)
        .contains("Herefordshire, County of 1");
  }

  @ParameterizedTest
  @CsvSource({
    "15, PLANS, x06000001 x06000002 x06000003 x06000004 x06000005",
    "15, INSPECTIONS, x06000001 x06000002 x06000003 x06000004 x06000005",
    "21, PLANS, x06000002 x06000003 x06000004 x06000005 x06000006",
    "10, PLANS, e06000010",
    "12, PLANS, e06000010 e06000019",
    "12, INSPECTIONS, e06000010 e06000019"
  })
  void recordsAreSharedWithWhomTheyAreAgreedWith(String person, String dataset, String owners)
      throws SQLException {
    try (Connection owner = database.connect()) {
      owner.setAutoCommit(false);
      MigrationsTest.texts(
          owner,
          "SELECT set_config('sightline.viewer', '00000000-0000-4000-8000-0000000000%s', true)"
              .formatted(person));
      assertThat(
              MigrationsTest.texts(
                  owner,
                  """
                  SELECT string_agg(code, ' ' ORDER BY code) FROM organisation
                  WHERE id = ANY (organisations_sharing_records('%s'))
                  """
                      .formatted(dataset)))
          .containsExactly(owners);
    }
  }

  @Test
  void loadingItAgainAddsNothingAndLeavesWhatSomebodyChanged() throws SQLException {
    List<String> before = counts();
    execute("UPDATE plan SET state = 'CLOSED' WHERE name LIKE 'Staying good%'");
    execute(
        "UPDATE action SET text = 'Changed while trying' WHERE reference = '1.1' AND source IS NOT NULL");
    execute(
        "UPDATE inspection_account SET starts_on = '2024-01-01', ends_on = NULL WHERE paragraph = 'invented, record 1'");
    execute("UPDATE reference_version SET demonstration_sha256 = NULL");

    migrations().demonstrate(step -> {});

    assertThat(counts()).isEqualTo(before);
    assertThat(texts("SELECT state FROM plan WHERE name LIKE 'Staying good%'"))
        .containsExactly("CLOSED");
    execute("UPDATE plan SET state = 'LIVE' WHERE name LIKE 'Staying good%'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plans.csv|hull,e06000010|hull,e06000999|the organisation e06000999",
        "inspections.csv|hull-visit-2021,E06000010|hull-visit-2021,E06999999|the council E06999999",
        "inspections.csv|extra-familial-risk,|extra-familial,|the visit theme extra-familial",
        "workstreams.csv|hull,11,|hall,11,|the plan hall",
        "judgements.csv|york-sif-2016,york-overview-2020,lscb|york-sif-2061,york-overview-2020,lscb|york-sif-2061",
        "finding_actions.csv|herefordshire-visit-2019-12,,2|herefordshire-visit-2019-12,,99|the finding 99",
        "action_indicators.csv|child-in-need-visits-in-timescale-percent|no-such-indicator|no-such-indicator",
        "status_report_counts.csv|hull,2020-12-01,1,,P,12|hull,2020-12-01,1,,Q,12|status_name",
        "milestone_dates.csv|hull,Edge of care|hull,Edge of cares|the milestone Edge of cares"
      })
  void aRowThatNamesWhatIsNotKnownStopsTheWholeLoad(
      String file, String right, String wrong, String told) throws SQLException {
    List<DefinitionFile> people = DefinitionFiles.list("demonstration", ".csv", Optional.empty());
    List<DefinitionFile> records =
        new ArrayList<>(DefinitionFiles.list("demonstration-records", ".csv", Optional.empty()));
    records.addAll(InventedRecords.tables());
    assertThat(records).anyMatch(one -> one.name().equals(file) && one.text().contains(right));
    records.replaceAll(
        one ->
            one.name().equals(file)
                ? new DefinitionFile(file, one.text().replace(right, wrong))
                : one);
    Database other = TestPostgres.freshDatabase("migrated alone", this::migrate);

    try (Connection owner = other.connect()) {
      owner.setAutoCommit(false);
      new GivenTables(people, "load-demonstration.sql").load(owner);
      assertThatThrownBy(
              () -> new GivenTables(records, "load-demonstration-records.sql").load(owner))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining(told);
    }
  }

  private void migrate(Database other) {
    new Migrations(MigrationsTest.settings(other)).run(step -> {});
  }

  private List<String> counts() throws SQLException {
    List<String> counts = new ArrayList<>();
    for (String table : TABLES) {
      counts.add(table + " " + texts("SELECT count(*) FROM " + table).getFirst());
    }
    assertThat(counts).noneMatch(count -> count.endsWith(" 0"));
    return counts;
  }

  private Migrations migrations() {
    return new Migrations(MigrationsTest.settings(database));
  }

  private void execute(String sql) throws SQLException {
    try (Connection owner = database.connect();
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection owner = database.connect()) {
      return MigrationsTest.texts(owner, sql);
    }
  }
}
