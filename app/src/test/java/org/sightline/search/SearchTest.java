package org.sightline.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.BesideOthers;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.StatementCount;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** Findings and actions are found across councils, by whoever may see them. */
@BesideOthers
class SearchTest {
  private static final String HULL = "E06000010";
  private static final String YORK = "E06000014";
  private static final String LEEDS = "E08000035";
  private static final String EVERYTHING =
      """
      { findings(search: "WORDS", themes: THEMES, first: 20) {
          totalCount pageInfo { startCursor endCursor hasNextPage }
          edges { cursor rank node { id text theme { code } council { name } similar { finding { id } sharePercent } actions { id } }
            highlight { parts { text isMatch } } }
          facets { councils { council { name } count } frameworks { framework { code } count } themes { theme { code } count }
            kinds { kind count } years { year count } basis } }
        actions(search: "WORDS", first: 50) { totalCount edges { cursor rank node { id text } highlight { parts { text isMatch } } }
          facets { councils { council { name } count } themes { theme { code } count } states { state count } } }
        findingsToImpact(search: "WORDS") { totalCount edges { cursor node { finding { id } actions { state action { id } } } } } }
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
    int ofHull = findings.inspection(HULL, "ilacs", "2022-11-21");
    int ofYork = findings.inspection(YORK, "ilacs", "2024-03-04");
    int ofLeeds = findings.inspection(LEEDS, "sif", "2015-01-20");
    findings.published(
        ofHull,
        "management-oversight",
        "AREA_FOR_IMPROVEMENT",
        "Management oversight of decisions, so that children do not wait");
    findings.published(
        ofYork, "management-oversight", "RECOMMENDATION", "Oversight by managers of plans");
    findings.published(
        ofYork,
        "workforce",
        "AREA_FOR_IMPROVEMENT",
        "Caseloads of social workers, and oversight by management");
    findings.published(ofLeeds, "workforce", "STRENGTH", "A stable workforce with low caseloads");
    findings.published(
        ofLeeds, "front-door", "OBSERVATION", "Referrals <b>are</b> answered & sorted on the day");
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
      quoteCharacter = '~',
      value = {
        "management oversight | Management oversight of decisions; Caseloads of social workers; Oversight by managers",
        "\\\"management oversight\\\" | Management oversight of decisions",
        "caseload | Caseloads of social workers; A stable workforce",
        "caseload -stable | Caseloads of social workers",
        "stable or referral | A stable workforce; Referrals <b>are",
        "'; DROP TABLE finding; -- | ",
        "((( & ! caseload | Caseloads of social workers; A stable workforce",
        "zebra | ",
      })
  void wordsFindAsPeopleTypeThem(String words, String found) {
    List<String> expected = found == null ? List.of() : List.of(found.split("; ", -1));

    List<String> texts = texts(search(Viewer.ANONYMOUS, words, ""));

    assertThat(texts).hasSameSizeAs(expected);
    assertThat(expected)
        .allSatisfy(text -> assertThat(texts).anyMatch(one -> one.startsWith(text)));
  }

  @Test
  void withoutWordsTheNewestInspectionsComeFirst() {
    JsonNode found =
        sightline.ask(
            "{ findings { totalCount edges { rank node { text } highlight { parts { text } } } } }");

    assertThat(texts(found.get("findings")))
        .satisfiesExactly(
            text -> assertThat(text).containsAnyOf("Caseloads", "Oversight by managers"),
            text -> assertThat(text).containsAnyOf("Caseloads", "Oversight by managers"),
            text -> assertThat(text).startsWith("Management oversight"),
            text -> assertThat(text).containsAnyOf("Referrals", "A stable"),
            text -> assertThat(text).containsAnyOf("Referrals", "A stable"));
    assertThat(found.at("/findings/totalCount").asInt()).isEqualTo(5);
    assertThat(found.at("/findings/edges/0/rank").asInt()).isZero();
    assertThat(found.at("/findings/edges/0/highlight")).isEmpty();
  }

  @Test
  void whatMatchesIsMarkedInPlainText() {
    findings.published(
        findings.inspection(HULL, "jtai", null),
        "front-door",
        "OBSERVATION",
        "Say <em>alert('oversight')</em>\uE000 not marked \uE001 but oversight");

    JsonNode found = search(Viewer.ANONYMOUS, "alert oversight", "");

    JsonNode parts = found.at("/edges/0/highlight/0/parts");
    assertThat(found.get("edges")).as(found.toString()).hasSize(1);
    assertThat(parts.findValuesAsText("text"))
        .containsExactly(
            "<em>", "alert", "('", "oversight", "')</em> not marked  but ", "oversight");
    assertThat(parts.findValuesAsText("isMatch"))
        .containsExactly("false", "true", "false", "true", "false", "true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"the of and", "?!", "\\\"\\\""})
  void aSearchThatSaysNothingGetsASentence(String words) {
    assertThat(sightline.mistake("{ findings(search: \"%s\") { totalCount } }".formatted(words)))
        .contains("has no word to search for");
    assertThat(sightline.mistake("{ actions(search: \"%s\") { totalCount } }".formatted(words)))
        .contains("has no word to search for");
  }

  @Test
  void whatCannotBeAskedGetsASentence() {
    assertThat(
            sightline.mistake(
                "{ findings(search: \"%s\") { totalCount } }".formatted("word ".repeat(200))))
        .isEqualTo(
            "A search has up to 200 characters; this one has 1000. A few words find more than a sentence.");
    assertThat(sightline.mistake("{ findings(themes: [\"workfroce\"]) { totalCount } }"))
        .startsWith("There is no theme 'workfroce'. Did you mean 'workforce'?");
    assertThat(sightline.mistake("{ findings(frameworks: [\"ofsted\"]) { totalCount } }"))
        .startsWith("There is no framework 'ofsted'.");
    assertThat(sightline.mistake("{ findings(after: \"abc\") { totalCount } }"))
        .startsWith("That is no cursor of findings");
    assertThat(
            sightline.mistake(
                "{ findings(search: \"decisions\") { edges { node { similar(first: 21) { isSameTheme } } } } }"))
        .startsWith("1 to 20 similar findings are told");
  }

  @Test
  void aBlankSearchFindsEverythingAndPrivateCharactersAreBlanks() {
    assertThat(search(Viewer.ANONYMOUS, "  ", "").get("totalCount").asInt()).isEqualTo(5);
    assertThat(search(Viewer.ANONYMOUS, "case\\uE000load", "").get("totalCount").asInt()).isZero();
    assertThat(search(Viewer.ANONYMOUS, "\\u0000caseload\\uF8FF", "").get("totalCount").asInt())
        .isEqualTo(2);
  }

  @Test
  void eachFacetIsCountedWithEveryFilterButItsOwn() {
    JsonNode facets =
        sightline
            .ask(
                """
                { findings(themes: ["workforce"], frameworks: ["ilacs"], among: {councils: ["%s"]}) {
                    totalCount facets { councils { council { name } count } frameworks { framework { code } count }
                      themes { theme { code } count } kinds { kind count } years { year count } } } }
                """
                    .formatted(YORK))
            .get("findings");

    assertThat(facets.get("totalCount").asInt()).isOne();
    assertThat(facets.at("/facets/councils"))
        .hasToString("[{\"council\":{\"name\":\"York\"},\"count\":1}]");
    assertThat(facets.at("/facets/themes"))
        .hasToString(
            "[{\"theme\":{\"code\":\"management-oversight\"},\"count\":1},{\"theme\":{\"code\":\"workforce\"},\"count\":1}]");
    assertThat(facets.at("/facets/kinds"))
        .hasToString("[{\"kind\":\"AREA_FOR_IMPROVEMENT\",\"count\":1}]");
    assertThat(facets.at("/facets/years")).hasToString("[{\"year\":2024,\"count\":1}]");

    JsonNode wider =
        sightline
            .ask(
                "{ findings(themes: [\"workforce\"], among: {councils: [\"%s\"]}) { facets { councils { council { name } count } frameworks { framework { code } count } } } }"
                    .formatted(YORK))
            .at("/findings/facets");
    assertThat(wider.get("councils").findValuesAsText("name"))
        .containsExactlyInAnyOrder("Leeds", "York");
    assertThat(wider.get("frameworks").findValuesAsText("code")).containsExactly("ilacs");
  }

  @Test
  void pagesGoOnWhereTheyWereWhateverIsAddedMeanwhile() {
    List<String> whole = texts(search(Viewer.ANONYMOUS, "oversight or caseload", ""));

    List<String> read = new ArrayList<>();
    String after = "";
    for (int page = 0; page < whole.size(); page++) {
      JsonNode found = search(Viewer.ANONYMOUS, "oversight or caseload", "first: 1" + after);
      read.addAll(texts(found));
      after = ", after: \"" + found.at("/pageInfo/endCursor").asText() + "\"";
      assertThat(found.at("/pageInfo/hasNextPage").asBoolean()).isEqualTo(page < whole.size() - 1);
      findings.published(
          findings.inspection(LEEDS, "ilacs", "2026-01-05"),
          "workforce",
          "STRENGTH",
          "oversight caseload oversight caseload " + page);
    }

    assertThat(whole).hasSize(4);
    assertThat(read).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "COUNCIL_ONLY, true", "SHARED, true", "EMBARGOED, true",
    "COUNCIL_ONLY, false", "SHARED, false", "EMBARGOED, false"
  })
  void whatIsHiddenChangesNothing(String accessClass, boolean isGuarded) {
    int published = findings.plan(hull, "PUBLISHED", "Ours", "workforce");
    int action = findings.action(published, "1", "Better oversight of caseloads", "G");
    findings.answers(action, findings.key("SELECT min(id) FROM finding"));
    List<String> before = everything(Viewer.ANONYMOUS);

    int inspection = findings.inspection(YORK, "ilacs", "2025-02-03");
    int hidden =
        findings.finding(
            inspection,
            york,
            accessClass,
            "workforce",
            "STRENGTH",
            "oversight caseloads oversight");
    int plan = findings.plan(york, accessClass, "Hidden", "workforce");
    findings.answers(findings.action(plan, "1", "oversight of caseloads oversight", "R"), hidden);
    if (!isGuarded) {
      world.withoutRowLevelSecurity();
    }

    assertThat(everything(Viewer.ANONYMOUS)).isEqualTo(before);
    if (isGuarded) {
      assertThat(everything(york.dataOwnerViewer())).isNotEqualTo(before);
    }
  }

  @Test
  void whatIsSharedIsFoundAndEveryReadOfItIsLogged() {
    int inspection = findings.inspection(YORK, "ilacs", "2025-02-03");
    findings.finding(
        inspection, york, "SHARED", "workforce", "STRENGTH", "Zebra crossings are supervised");
    findings.action(
        findings.plan(york, "SHARED", "Shared", "workforce"),
        "1",
        "Supervise zebra crossings",
        "R");
    Viewer reader = hull.dataOwnerViewer();
    assertThat(search(reader, "zebra", "").get("totalCount").asInt()).isZero();
    world.agreement(york, hull).ofDatasets("INSPECTIONS", "PLANS").make();

    assertThat(search(reader, "zebra", "").get("totalCount").asInt()).isOne();
    assertThat(log()).containsExactly("INSPECTIONS 2");
    JsonNode _ =
        sightline.ask(
            reader,
            "{ findings(search: \"zebra\", kinds: [PRIORITY_ACTION]) { facets { kinds { count } } } }");
    assertThat(log()).containsExactly("INSPECTIONS 2", "INSPECTIONS 1");
    JsonNode _ =
        sightline.ask(reader, "{ actions(search: \"zebra\") { edges { node { text } } } }");
    assertThat(log()).containsExactly("INSPECTIONS 2", "INSPECTIONS 1", "PLANS 1");
    JsonNode _ =
        sightline.ask(reader, "{ actions(search: \"zebra\", states: [COMPLETED]) { totalCount } }");
    assertThat(log()).hasSize(3);
    assertThat(search(york.dataOwnerViewer(), "zebra", "").get("totalCount").asInt()).isOne();
    assertThat(log()).hasSize(3);
  }

  @Test
  void sharedFindingsThatAreLookedThroughForLikeOnesAreLogged() {
    int inspection = findings.inspection(YORK, "ilacs", "2025-02-03");
    findings.finding(
        inspection, york, "SHARED", "resources", "STRENGTH", "Zebra crossings are supervised");
    world.agreement(york, hull).ofDatasets("INSPECTIONS").make();

    JsonNode similar =
        sightline
            .ask(
                hull.dataOwnerViewer(),
                "{ findings(search: \"wait\") { edges { node { similar { finding { text } } } } } }")
            .at("/findings/edges/0/node/similar");

    assertThat(similar.findValuesAsText("text")).noneMatch(text -> text.startsWith("Zebra"));
    assertThat(log()).containsExactly("INSPECTIONS 1");
  }

  @Test
  void whatAFilterKeepsOutOfATotalAloneIsNotRead() {
    int inspection = findings.inspection(YORK, "ilacs", "2025-02-03");
    findings.finding(
        inspection, york, "SHARED", "workforce", "STRENGTH", "Zebra crossings are supervised");
    world.agreement(york, hull).ofDatasets("INSPECTIONS").make();

    JsonNode _ =
        sightline.ask(
            hull.dataOwnerViewer(),
            "{ findings(search: \"zebra\", kinds: [PRIORITY_ACTION]) { totalCount } }");

    assertThat(log()).isEmpty();
  }

  @Test
  void actionsAreFoundByWordThemeAndState() {
    int plan = findings.plan(hull, "PUBLISHED", "Ours", "workforce");
    findings.action(plan, "1", "Recruit social workers", "R");
    findings.action(plan, "2", "Recruit managers", null);
    findings.execute(
        "UPDATE action SET removed_at = now() WHERE id = ?",
        findings.action(plan, "3", "Recruit nobody", "G"));

    JsonNode found =
        sightline
            .ask(
                "{ actions(search: \"recruiting\", states: [NOT_STATED]) { totalCount edges { node { text } highlight { parts { text isMatch } } } facets { states { state count } themes { theme { code } count } } } }")
            .get("actions");

    assertThat(texts(found)).containsExactly("Recruit managers");
    assertThat(found.at("/edges/0/highlight/0/parts/0"))
        .hasToString("{\"text\":\"Recruit\",\"isMatch\":true}");
    assertThat(found.get("totalCount").asInt()).isOne();
    assertThat(found.at("/facets/states"))
        .hasToString(
            "[{\"state\":\"NOT_STATED\",\"count\":1},{\"state\":\"OVERDUE\",\"count\":1}]");
    assertThat(found.at("/facets/themes/0/theme/code").asText()).isEqualTo("workforce");
  }

  @Test
  void similarFindingsAreOfOtherCouncilsByThemeAndWords() {
    JsonNode similar =
        sightline
            .ask(
                "{ findings(search: \"\\\"management oversight\\\"\") { edges { node { similar { isSameTheme sharePercent wordsInCommon finding { text council { name } } } } } } }")
            .at("/findings/edges/0/node/similar");

    assertThat(similar).hasSize(1);
    assertThat(similar.at("/0/isSameTheme").asBoolean()).isTrue();
    assertThat(similar.at("/0/finding/council/name").asText()).isEqualTo("York");
    assertThat(similar.at("/0/wordsInCommon")).hasToString("[\"manag\",\"oversight\"]");
    // management, oversight, decision, children, wait; oversight, manager, plan: PostgreSQL makes
    // one word of management and managers.
    assertThat(similar.at("/0/sharePercent").asText()).isEqualTo("33.3");
  }

  @Test
  void theStatementsAreAsManyForManyAsForOne() {
    Viewer viewer = Viewer.ANONYMOUS;
    long before = statements(viewer);
    for (int i = 0; i < 30; i++) {
      int plan = findings.plan(hull, "PUBLISHED", "Plan " + i, "workforce");
      findings.answers(
          findings.action(plan, "1", "oversight", "G"),
          findings.published(
              findings.inspection(LEEDS, "ilacs", "2020-01-%02d".formatted(i + 1)),
              "workforce",
              "STRENGTH",
              "oversight of many"));
    }
    long once = statements(viewer);
    for (int i = 0; i < 15; i++) {
      findings.published(
          findings.inspection(YORK, "ilacs", "2021-01-%02d".formatted(i + 1)),
          "workforce",
          "STRENGTH",
          "oversight of more");
    }

    // Only with a hit that an action answers are actions, plans and schemes read at all.
    assertThat(before).isLessThan(once);
    assertThat(statements(viewer)).isEqualTo(once);
  }

  private long statements(Viewer viewer) {
    StatementCount count = sightline.get(StatementCount.class);
    count.reset();
    List<String> _ = everything(viewer);
    return count.total();
  }

  private List<String> log() {
    return world.texts("SELECT dataset || ' ' || row_count FROM access_log ORDER BY at, id");
  }

  private List<String> everything(Viewer viewer) {
    return List.of(
        answer(viewer, "oversight", "null"),
        answer(viewer, "", "null"),
        answer(viewer, "caseload", "[\"workforce\"]"));
  }

  private String answer(Viewer viewer, String words, String themes) {
    return sightline
        .ask(viewer, EVERYTHING.replace("WORDS", words).replace("THEMES", themes))
        .toString();
  }

  private JsonNode search(Viewer viewer, String words, String more) {
    return sightline
        .ask(
            viewer,
            "{ findings(search: \"%s\" %s) { totalCount pageInfo { endCursor hasNextPage } edges { node { text } highlight { parts { text isMatch } } } } }"
                .formatted(words, more))
        .get("findings");
  }

  private static List<String> texts(JsonNode found) {
    return found.get("edges").findParents("text").stream()
        .filter(node -> !node.has("isMatch"))
        .map(node -> node.get("text").asText())
        .toList();
  }
}
