package org.sightline.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.BesideOthers;
import org.sightline.tenancy.Viewer;

/** Hull's story on one line: what everybody knows, and what only some do. */
@BesideOthers
class TimelineTest {
  private static final String RATE = "children-in-need-rate";
  private static final String EVERYTHING =
      """
      entries { id kind from to ends firstDay lastDay title detail source paragraph overlapsWith
        inspection { id } intervention { kind } plan { name } report { title } review { title } observation { value } }
      overlaps { within entry from to certain sentence } basis
      """;

  private Governed governed;

  @BeforeEach
  void start() throws SQLException {
    governed = new Governed();
    inspection("2019-01-14", "2019-01-24", "2019-05-17", "ilacs-standard", "inadequate");
    inspection("2021-03-03", "2021-03-04", "2021-04-14", "ilacs-focused-visit", null);
    inspection("2022-11-14", "2022-11-25", "2023-01-13", "ilacs-standard", "requires-improvement");
  }

  @AfterEach
  void stop() {
    if (governed != null) {
      governed.close();
    }
  }

  @Test
  void judgementsInterventionsAndLettersStandInOrderWithTheirDays() {
    assertThat(lines(Viewer.ANONYMOUS, ""))
        .containsExactly(
            "INSPECTION 2019-01-14 2019-01-24",
            "LETTER 2019-05-17 2019-05-17",
            "INTERVENTION 2020-02 2022-08 Statutory direction",
            "INTERVENTION 2020-04 2021-03 Commissioner",
            "VISIT 2021-03-03 2021-03-04",
            "LETTER 2021-04-14 2021-04-14",
            "INTERVENTION 2022-08 2023-09 Improvement notice",
            "INSPECTION 2022-11-14 2022-11-25",
            "LETTER 2023-01-13 2023-01-13");
    JsonNode standard = timeline(Viewer.ANONYMOUS, "").at("/entries/7");
    assertThat(standard.get("detail").asText())
        .contains("verall effectiveness: Requires improvement to be good")
        .contains("elp and protection");
    assertThat(standard.get("source").asText()).isEqualTo("The report");
    assertThat(standard.get("inspection").isNull()).isFalse();
    assertThat(standard.get("plan").isNull()).isTrue();
  }

  @Test
  void anInspectionWithoutDaysOfItsOwnStandsAtItsPublication() throws SQLException {
    execute(
        "UPDATE inspection_account SET starts_on = NULL, ends_on = NULL WHERE published_on = '2019-05-17'");

    assertThat(lines(Viewer.ANONYMOUS, ""))
        .contains("INSPECTION 2019-05-17 2019-05-17", "LETTER 2019-05-17 2019-05-17");
    assertThat(timeline(Viewer.ANONYMOUS, "").get("entries").findValuesAsText("detail"))
        .anySatisfy(
            detail ->
                assertThat(detail)
                    .endsWith(
                        "placed at the day of publication, for no source in sight gives its own days"));
  }

  @Test
  void whatFellWithinWhatIsSaidAndHowSureThatIs() {
    assertThat(timeline(Viewer.ANONYMOUS, "").get("overlaps").findValuesAsText("sentence"))
        .contains(
            "ILACS standard inspection (14 November 2022 to 25 November 2022) fell within Improvement notice (August 2022 to September 2023)."
                .replace("ILACS standard inspection", standardTitle()))
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .contains("(3 March 2021 to 4 March 2021) may have fallen within Commissioner")
                    .endsWith("not every day is known."))
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .contains("(3 March 2021 to 4 March 2021) fell within Statutory direction"))
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith("Improvement notice")
                    .contains("may have fallen within Statutory direction"))
        .noneSatisfy(sentence -> assertThat(sentence).contains("January 2019"));
    JsonNode entry = timeline(Viewer.ANONYMOUS, "").at("/entries/7");
    assertThat(entry.get("overlapsWith")).hasSize(1);
  }

  @Test
  void whatIsHiddenChangesNothingForOthersNotEvenOverlaps() throws SQLException {
    String before = timeline(governed.yorkAnalyst, "").toString();
    String beforeOpenly = timeline(Viewer.ANONYMOUS, "").toString();

    plan("SHARED");
    JsonNode _ =
        governed.done(
            governed.hullContributor,
            "recordIntervention",
            "kind: ADVISER, from: \"2019\", source: \"Letter\"",
            "intervention { id }");
    JsonNode review =
        governed.done(
            governed.adviser,
            "recordReview",
            "council: \"810\", heldOn: \"2021-02-10\", title: \"Review\", conclusion: \"Slow.\"",
            "review { id }");

    assertThat(timeline(governed.yorkAnalyst, "").toString()).isEqualTo(before);
    assertThat(timeline(Viewer.ANONYMOUS, "").toString()).isEqualTo(beforeOpenly);
    assertThat(kinds(governed.hullAnalyst))
        .contains("PLAN", "STATUS_REPORT", "MILESTONE")
        .doesNotContain("REVIEW");
    assertThat(titles(governed.hullAnalyst)).contains("Adviser");
    assertThat(kinds(governed.adviser)).contains("PLAN", "REVIEW");
    assertThat(titles(governed.adviser)).doesNotContain("Adviser");
    assertThat(kinds(governed.otherAdviser)).contains("REVIEW").doesNotContain("PLAN");
    JsonNode _ =
        governed.done(
            governed.adviser,
            "issueReview",
            "id: \"%s\", version: 0".formatted(review.at("/review/id").asText()),
            "review { id }");
    assertThat(kinds(governed.hullAnalyst)).contains("REVIEW");
    assertThat(timeline(governed.yorkAnalyst, "").toString()).isEqualTo(before);
  }

  @Test
  void aPlanRunsWhileOtherThingsHappen() throws SQLException {
    plan("SHARED");

    JsonNode seen = timeline(governed.adviser, "");

    assertThat(lines(governed.adviser, "kinds: [PLAN, STATUS_REPORT, MILESTONE]"))
        .containsExactly(
            "PLAN 2020-06-01 null Improvement plan",
            "STATUS_REPORT 2021-02-15 2021-02-15 February report",
            "MILESTONE 2021-04 2021-04 New front door");
    assertThat(seen.get("overlaps").findValuesAsText("sentence"))
        .contains(
            "February report (15 February 2021) fell within Improvement plan (since 1 June 2020).")
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .contains("14 November 2022")
                    .endsWith("fell within Improvement plan (since 1 June 2020)."));
    assertThat(governed.log(governed.hull))
        .anySatisfy(line -> assertThat(line).startsWith("Member adviser PLANS"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from: \"2023-01-01\" | INTERVENTION 2022-08, LETTER 2023-01-13",
        "to: \"2020-01-31\" | INSPECTION 2019-01-14, LETTER 2019-05-17",
        "to: \"2020-02-01\", kinds: [INTERVENTION] | INTERVENTION 2020-02",
        "from: \"2021-01-01\", to: \"2021-12-31\", kinds: [VISIT, INSPECTION] | VISIT 2021-03-03",
        "kinds: [] | ",
      })
  void kindsAndSpansNarrowIt(String arguments, String expected) {
    List<String> found = new ArrayList<>();
    for (JsonNode entry : timeline(Viewer.ANONYMOUS, arguments).get("entries")) {
      found.add(entry.get("kind").asText() + " " + entry.get("from").asText());
    }
    assertThat(String.join(", ", found)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void figuresStandAtTheEndsOfTheirPeriodsWhereTheyAreAskedFor() {
    governed.world.reportingYear(2024);
    governed.world.reportingYear(2025);
    int _ =
        governed
            .world
            .officialRelease()
            .publishedOn("2025-10-01")
            .figureOf("E06000010", RATE, "2024", "509.3")
            .figureOf("E06000010", RATE, "2025", "500.1")
            .add();

    assertThat(lines(Viewer.ANONYMOUS, "kinds: [INDICATOR], indicators: [\"%s\"]".formatted(RATE)))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("INDICATOR 2024-03-31 2024-03-31");
    assertThat(kinds(Viewer.ANONYMOUS)).doesNotContain("INDICATOR");
    assertThat(
            timeline(Viewer.ANONYMOUS, "kinds: [INDICATOR], indicators: [\"%s\"]".formatted(RATE))
                .at("/entries/1/observation/value")
                .asText())
        .isEqualTo("500.1");
    assertThat(
            governed
                .sightline
                .answer(
                    "{ council(code: \"810\") { timeline(indicators: [\"children-in-need-rat\"]) { basis } } }")
                .at("/errors/0/message")
                .asText())
        .contains("children-in-need-rate");
  }

  @Test
  void muchTakesAsManyStatementsAsLittle() throws SQLException {
    plan("SHARED");
    String question = "{ council(code: \"%s\") { timeline { " + EVERYTHING + " } } }";
    long before = governed.statements(governed.hullAnalyst, question.formatted("810"));
    for (int year = 2009; year < 2018; year++) {
      inspection(year + "-01-01", year + "-01-02", year + "-02-01", "ilacs-focused-visit", null);
    }

    assertThat(governed.statements(governed.hullAnalyst, question.formatted("810")))
        .isEqualTo(before);
    String all = "{ councils(in: %s) { timeline { entries { id } overlaps { entry } } } }";
    long one = governed.statements(governed.hullAnalyst, all.formatted("{councils: [\"810\"]}"));
    assertThat(governed.statements(governed.hullAnalyst, all.formatted("{england: true}")))
        .isLessThanOrEqualTo(one);
  }

  private String standardTitle() {
    return timeline(Viewer.ANONYMOUS, "").at("/entries/7/title").asText();
  }

  private List<String> lines(Viewer viewer, String arguments) {
    List<String> lines = new ArrayList<>();
    for (JsonNode entry : timeline(viewer, arguments).get("entries")) {
      String kind = entry.get("kind").asText();
      boolean isNamed = !List.of("INSPECTION", "VISIT", "LETTER").contains(kind);
      lines.add(
          "%s %s %s%s"
              .formatted(
                  kind,
                  entry.get("from").asText(),
                  entry.get("to").asText(),
                  isNamed ? " " + entry.get("title").asText() : ""));
    }
    return lines;
  }

  private List<String> kinds(Viewer viewer) {
    List<String> kinds = new ArrayList<>();
    timeline(viewer, "").get("entries").forEach(entry -> kinds.add(entry.get("kind").asText()));
    return kinds;
  }

  private List<String> titles(Viewer viewer) {
    List<String> titles = new ArrayList<>();
    timeline(viewer, "").get("entries").forEach(entry -> titles.add(entry.get("title").asText()));
    return titles;
  }

  private JsonNode timeline(Viewer viewer, String arguments) {
    return governed
        .ask(
            viewer,
            "{ council(code: \"810\") { timeline%s { %s } } }"
                .formatted(arguments.isEmpty() ? "" : "(" + arguments + ")", EVERYTHING))
        .at("/council/timeline");
  }

  private void inspection(
      String from, String to, String published, String type, @Nullable String grade)
      throws SQLException {
    execute(
        """
        WITH made AS (
          INSERT INTO inspection (council_id, framework_code, access_class)
          VALUES (%1$d, 'ilacs', 'PUBLISHED') RETURNING id),
        stated AS (
          INSERT INTO inspection_source (code, kind, title, publisher)
          VALUES (gen_random_uuid()::text, 'REPORT', 'The report', 'Ofsted') RETURNING id),
        account AS (
          INSERT INTO inspection_account (inspection_id, source_id, type_code, starts_on, ends_on, published_on)
          SELECT made.id, stated.id, '%2$s', '%3$s', '%4$s', '%5$s' FROM made, stated RETURNING id)
        INSERT INTO judgement (account_id, framework_code, area_code, scale_code, grade_code)
        SELECT account.id, 'ilacs', area, 'ofsted-four-point', '%6$s'
        FROM account, unnest('{overall-effectiveness,help-and-protection}'::text[]) AS area WHERE '%6$s' <> 'null'
        """
            .formatted(governed.hull.council(), type, from, to, published, grade));
  }

  private void plan(String accessClass) throws SQLException {
    execute(
        """
        WITH made AS (
          INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, starts_on,
            created_by_name)
          SELECT %1$d, %2$d, '%3$s', 'Improvement plan', 'IMPROVEMENT', 'LIVE', id, '2020-06-01', 'Somebody'
          FROM status_scheme WHERE code = 'ragp' AND owner_organisation_id IS NULL RETURNING id),
        due AS (
          INSERT INTO milestone (plan_id, owner_organisation_id, name)
          SELECT id, %1$d, 'New front door' FROM made RETURNING id),
        dated AS (
          INSERT INTO milestone_date (milestone_id, owner_organisation_id, due_on, precision, source)
          SELECT id, %1$d, '2021-04-01', 'MONTH', 'The plan' FROM due)
        INSERT INTO status_report (plan_id, owner_organisation_id, as_at, title, stated_total, made_from, source,
          issued_by_name)
        SELECT id, %1$d, '2021-02-15', 'February report', 167, 'COUNTS', 'Report to Cabinet', 'Somebody' FROM made
        """
            .formatted(governed.hull.id(), governed.hull.council(), accessClass));
  }

  private void execute(String sql) throws SQLException {
    try (Connection owner = governed.sightline.database().connect();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
