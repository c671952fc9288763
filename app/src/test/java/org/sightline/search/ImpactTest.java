package org.sightline.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.BesideOthers;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.StatementCount;
import org.sightline.TestSightline;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Viewer;

/** From a finding to its actions and whether the figure moved, and back from an indicator. */
@BesideOthers
class ImpactTest {
  private static final String HULL = "E06000010";
  private static final String YORK = "E06000014";
  private static final String INDICATOR = "re-referrals-percent";
  private static final String IMPACT =
      """
      indicator { code } expected since atFinding { value period { code } accessClass } now { value period { code } } change
      noChangeBecause directionOfTravel moreThanChance noTestBecause asExpected reason basis
      """;

  private TestSightline sightline;
  private SharedWorld world;
  private Findings findings;
  private Organisation hull;
  private Organisation york;

  @BeforeEach
  void start() {
    sightline = TestSightline.empty();
    world = new SharedWorld(sightline.database());
    findings = new Findings(sightline.database(), world);
    hull = world.council(HULL);
    york = world.council(YORK);
    for (int year = 2021; year <= 2025; year++) {
      world.reportingYear(year);
    }
  }

  @AfterEach
  void stop() {
    findings.close();
    world.close();
    sightline.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2022-11-21 | 25.0 | 22.0 |            | DOWN   | YES     | It fell from 25.0 in Year ending 31 March 2022 to 22.0 in Year ending 31 March 2025.",
        "2022-11-21 | 25.0 | 22.0 |            | BETTER | YES     | It became better, from 25.0",
        "2022-11-21 | 25.0 | 27.0 | 2024-06-30 | BETTER | NO      | It became worse, from 25.0 in Year ending 31 March 2022 to 27.0 in Year ending 31 March 2025, and the action had been completed on 2024-06-30.",
        "2022-11-21 | 25.0 | 25.0 | 2024-06-30 | DOWN   | NO      | It stayed the same, from 25.0",
        "2022-11-21 | 25.0 | 27.0 | 2025-04-01 | DOWN   | NOT_YET | It rose from 25.0 in Year ending 31 March 2022 to 27.0 in Year ending 31 March 2025, and the action was completed only on 2025-04-01.",
        "2022-11-21 | 25.0 | 27.0 |            | DOWN   | NOT_YET | It rose from 25.0 in Year ending 31 March 2022 to 27.0 in Year ending 31 March 2025, and the action is not completed.",
        "2022-03-30 | 25.0 | 27.0 |            | DOWN   | CANNOT_SAY | No figure that you may see is of a period that was over by 2022-03-30.",
        "2025-06-01 | 25.0 | 27.0 |            | DOWN   | NOT_YET | There is no newer figure than that of Year ending 31 March 2025.",
        "           | 25.0 | 27.0 |            | DOWN   | CANNOT_SAY | No source says on which day the inspection was.",
      })
  void theFigureIsToldAtTheFindingAndNow(
      String found,
      String then,
      String now,
      String completed,
      String expected,
      String asExpected,
      String reason) {
    int _ = official("2022", then, "2025", now);
    int action = answered(hull, "PUBLISHED", HULL, found);
    findings.moves(action, INDICATOR, expected);
    if (completed != null) {
      findings.completed(action, completed);
    }

    JsonNode row = toImpact(Viewer.ANONYMOUS).at("/edges/0/node/actions/0");

    JsonNode impact = row.at("/indicators/0");
    assertThat(impact.get("asExpected").asText()).isEqualTo(asExpected);
    assertThat(impact.get("reason").asText()).startsWith(reason);
    assertThat(impact.get("basis").asText()).endsWith("does not show that it moved because of it.");
    assertThat(row.get("state").asText()).isEqualTo(completed == null ? "OVERDUE" : "COMPLETED");
  }

  @Test
  void whatMovedIsToldInFull() {
    int _ = official("2022", "25.0", "2025", "22.0");
    findings.moves(answered(hull, "PUBLISHED", HULL, "2022-11-21"), INDICATOR, "DOWN");

    JsonNode impact = toImpact(Viewer.ANONYMOUS).at("/edges/0/node/actions/0/indicators/0");

    assertThat(impact.get("since").asText()).isEqualTo("2022-11-21");
    assertThat(impact.get("atFinding"))
        .hasToString(
            "{\"value\":25.0,\"period\":{\"code\":\"2022\"},\"accessClass\":\"PUBLISHED\"}");
    assertThat(impact.at("/now/value").asText()).isEqualTo("22.0");
    assertThat(impact.get("change").asText()).isEqualTo("-3.0");
    assertThat(impact.get("directionOfTravel").asText()).isEqualTo("IMPROVED");
    assertThat(impact.get("moreThanChance").isNull()).isTrue();
    assertThat(impact.get("noTestBecause").asText()).isEqualTo("NO_NUMERATOR");
  }

  @Test
  void aChangeOfDefinitionIsNeverCrossed() {
    int _ = official("2022", "25.0", "2025", "22.0");
    findings.moves(answered(hull, "PUBLISHED", HULL, "2022-11-21"), INDICATOR, "DOWN");
    findings.execute(
        """
        INSERT INTO indicator_version (indicator_id, number, first_period_end, what_changed, breaks_series, source)
        SELECT indicator.id, count(number) + 1, '2024-03-31', 'Counted otherwise', true, 'a test'
        FROM indicator LEFT JOIN indicator_version ON indicator_id = indicator.id WHERE code = ? GROUP BY indicator.id
        """,
        INDICATOR);

    JsonNode impact = toImpact(Viewer.ANONYMOUS).at("/edges/0/node/actions/0/indicators/0");

    assertThat(impact.get("asExpected").asText()).isEqualTo("CANNOT_SAY");
    assertThat(impact.get("noChangeBecause").asText()).isEqualTo("DEFINITION_CHANGED");
    assertThat(impact.get("change").isNull()).isTrue();
    assertThat(impact.get("reason").asText())
        .isEqualTo(
            "The definition changed between Year ending 31 March 2022 and Year ending 31 March 2025.");
  }

  @Test
  void periodsOfAnotherTypeAreNoMovement() {
    int _ = official("2021", "24.0", "2022", "25.0");
    world.period("MONTH", "2025-06", LocalDate.of(2025, 6, 1), LocalDate.of(2025, 6, 30), 2025);
    int _ =
        world
            .councilReturn(hull)
            .ofClass(AccessClass.PUBLISHED)
            .figure(INDICATOR, "2025-06", "10.0")
            .add();
    findings.moves(answered(hull, "PUBLISHED", HULL, "2022-11-21"), INDICATOR, "DOWN");

    JsonNode impact = toImpact(Viewer.ANONYMOUS).at("/edges/0/node/actions/0/indicators/0");

    assertThat(impact.get("asExpected").asText()).isEqualTo("NOT_YET");
    assertThat(impact.at("/now/period/code").asText()).isEqualTo("2022");
  }

  @Test
  void whatIsHiddenIsNeitherFoundNorMeasured() {
    int _ = official("2022", "25.0", "2024", "24.0");
    findings.moves(answered(hull, "PUBLISHED", HULL, "2022-11-21"), INDICATOR, "DOWN");
    String before = everything(Viewer.ANONYMOUS);

    int _ = world.councilReturn(hull).figure(INDICATOR, "2025", "1.0").add();
    int plan = findings.plan(york, "COUNCIL_ONLY", "Hidden", "front-door");
    int hidden = findings.action(plan, "1", "Look again", "G");
    findings.moves(hidden, INDICATOR, "DOWN");
    findings.answers(hidden, findings.key("SELECT min(id) FROM finding"));

    assertThat(everything(Viewer.ANONYMOUS)).isEqualTo(before);
    assertThat(everything(york.dataOwnerViewer())).isNotEqualTo(before);
    assertThat(
            toImpact(hull.dataOwnerViewer())
                .at("/edges/0/node/actions/0/indicators/0/now/value")
                .asText())
        .isEqualTo("1.0");
  }

  @Test
  void theSameIsToldFromTheIndicator() {
    int _ = official("2022", "25.0", "2025", "22.0");
    int action = answered(hull, "PUBLISHED", HULL, "2022-11-21");
    findings.moves(action, INDICATOR, "DOWN");
    findings.execute("UPDATE action SET started_on = '2024-05-01' WHERE id = ?", action);

    JsonNode found = fromIndicator(Viewer.ANONYMOUS, "");

    assertThat(found.get("totalCount").asInt()).isOne();
    JsonNode row = found.at("/edges/0/node");
    assertThat(row.at("/action/reference").asText()).isEqualTo("1");
    assertThat(row.at("/findings/0/finding/text").asText()).isEqualTo("Too many come back");
    assertThat(row.at("/findings/0/impact/asExpected").asText()).isEqualTo("YES");
    assertThat(row.at("/sinceBegun/since").asText()).isEqualTo("2024-05-01");
    assertThat(row.at("/sinceBegun/atFinding/period/code").asText()).isEqualTo("2022");
    assertThat(
            fromIndicator(Viewer.ANONYMOUS, ", among: {councils: [\"%s\"]}".formatted(YORK))
                .get("edges"))
        .isEmpty();
    assertThat(
            sightline.mistake(
                "{ actionsForIndicator(indicator: \"re-referrals-per\") { totalCount } }"))
        .startsWith("No indicator has the code 're-referrals-per'.");
  }

  @Test
  void sharedActionsAreSeenAndTheirReadsLogged() {
    int _ = official("2022", "25.0", "2025", "22.0");
    findings.moves(answered(york, "SHARED", YORK, "2022-11-21"), INDICATOR, "DOWN");
    Viewer reader = hull.dataOwnerViewer();
    assertThat(fromIndicator(reader, "").get("totalCount").asInt()).isZero();
    assertThat(toImpact(reader).at("/edges/0/node/actions")).isEmpty();
    world.agreement(york, hull).ofDatasets("PLANS").make();

    assertThat(fromIndicator(reader, "").get("totalCount").asInt()).isOne();
    assertThat(toImpact(reader).at("/edges/0/node/actions")).hasSize(1);

    assertThat(world.texts("SELECT DISTINCT dataset FROM access_log WHERE row_count > 0"))
        .containsExactly("PLANS");
  }

  @Test
  void aSharedActionThatDecidesWhatIsCountedIsLogged() {
    int _ = answered(york, "SHARED", YORK, "2022-11-21");
    int _ = world.agreement(york, hull).ofDatasets("PLANS").make();
    String asked = "{ findingsToImpact(search: \"come back\", onlyWithActions: true) { %s } }";
    Viewer reader = hull.dataOwnerViewer();

    JsonNode _ = sightline.ask(reader, asked.formatted("edges { cursor }"));
    int ofThePage = rowsRead();
    JsonNode _ = sightline.ask(reader, asked.formatted("edges { cursor } totalCount"));

    assertThat(rowsRead()).isEqualTo(2 * ofThePage + 1);
  }

  private int rowsRead() {
    return world.texts("SELECT row_count FROM access_log WHERE dataset = 'PLANS'").stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  @Test
  void theStatementsAreAsManyForManyAsForOne() {
    int _ = official("2022", "25.0", "2025", "22.0");
    findings.moves(answered(hull, "PUBLISHED", HULL, "2022-11-21"), INDICATOR, "DOWN");
    long one = statements();

    for (int i = 0; i < 12; i++) {
      int action =
          answered(hull, "PUBLISHED", i % 2 == 0 ? HULL : YORK, "2023-01-%02d".formatted(i + 1));
      findings.moves(action, INDICATOR, "DOWN");
      findings.moves(action, "children-in-need-rate", "BETTER");
    }

    assertThat(statements()).isEqualTo(one);
  }

  private long statements() {
    StatementCount count = sightline.get(StatementCount.class);
    count.reset();
    String _ = everything(Viewer.ANONYMOUS);
    return count.total();
  }

  /** An inspection with a finding, and an action that answers it; the action's key. */
  private int answered(Organisation of, String accessClass, String inspected, String day) {
    int finding =
        findings.published(
            findings.inspection(inspected, "ilacs", day),
            "front-door",
            "AREA_FOR_IMPROVEMENT",
            "Too many come back");
    int plan =
        findings.plan(
            of, accessClass, "Plan " + findings.key("SELECT count(*) FROM plan"), "front-door");
    int action = findings.action(plan, "1", "Look again before closing", "R");
    findings.answers(action, finding);
    return action;
  }

  private int official(String firstYear, String first, String lastYear, String last) {
    return world
        .officialRelease()
        .figureOf(HULL, INDICATOR, firstYear, first)
        .figureOf(HULL, INDICATOR, lastYear, last)
        .figureOf(YORK, INDICATOR, firstYear, first)
        .figureOf(YORK, INDICATOR, lastYear, last)
        .add();
  }

  private JsonNode toImpact(Viewer viewer) {
    return sightline
        .ask(
            viewer,
            "{ findingsToImpact(search: \"come back\") { totalCount edges { cursor node { finding { text council { name } } highlight { parts { text isMatch } } actions { state action { reference text } indicators { %s } } } } } }"
                .formatted(IMPACT))
        .get("findingsToImpact");
  }

  private JsonNode fromIndicator(Viewer viewer, String more) {
    return sightline
        .ask(
            viewer,
            "{ actionsForIndicator(indicator: \"%s\"%s) { totalCount pageInfo { endCursor } edges { cursor node { state action { reference } sinceBegun { %s } findings { finding { text } impact { %s } } } } } }"
                .formatted(INDICATOR, more, IMPACT, IMPACT))
        .get("actionsForIndicator");
  }

  private String everything(Viewer viewer) {
    return toImpact(viewer).toString() + fromIndicator(viewer, "");
  }
}
