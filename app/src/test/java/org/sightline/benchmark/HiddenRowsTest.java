package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.BesideOthers;
import org.sightline.CouncilReturn;
import org.sightline.SharedWorld;
import org.sightline.TestSightline;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Viewer;

/**
 * What a viewer may not see changes nothing that they can ask: no value, rank, count, period or
 * error.
 */
@BesideOthers
class HiddenRowsTest {
  private static final String INDICATOR = "re-referrals-percent";
  private static final OffsetDateTime TO_COME = OffsetDateTime.parse("2100-01-01T00:00:00Z");
  private static final OffsetDateTime PAST = OffsetDateTime.parse("2025-12-02T09:30:00Z");
  private static final String EVERYTHING =
      """
      { benchmark(indicator: "re-referrals-percent", period: "2025") {
          summary { n size mean median minimum maximum missing { reason count } } basis { text n bandsOver }
          funnel { n size target basis overDispersion { phi tauSquared } outside { outside95 outside998 } }
          best { value } topQuartileThreshold citation { code fingerprint basis }
          standings { area { name } value missing rank { position of sharedBy } band change { value }
            interval { lower upper basis } percentile quantileGroup differenceFromMedian differenceFromBest
            funnel { score withAllowance { position998 limits { lower998 upper998 } } }
            observation { sources { file line } releases { code } }
            comparators {
              england { value verdict overDispersed gapInChildren basis } region { value verdict gapInChildren }
              neighbourMean { value n basis } neighbourMedian { value n } neighbourBest { value n verdict gapInChildren }
              type { value n size basis } group(in: {region: "Yorkshire and The Humber"}) { value n missingMembers { reason } basis }
              topQuartile { value n basis } target { value } } } } }
      """;
  private static final String TREND =
      "{ trend(council: \"810\", indicator: \"re-referrals-percent\") { points { period { code } value missing observation { accessClass } } } }";
  private static final String IMPROVERS =
      """
      { improvers(indicator: "re-referrals-percent") { from { code } to { code } basis
          changes { rank { position of sharedBy } area { name } fromValue toValue change directionOfTravel moreThanChance p
            rankNow { position of } basis }
          missing { area { name } reason missingThen missingNow } } }
      """;
  private static final String CHARTS =
      """
      { trend(council: "810", indicator: "re-referrals-percent") {
          points { directionOfTravel interval { lower upper } change { p moreThanChance basis } }
          recentTrend { direction statistic periods { code } noTrendBecause basis }
          controlChart { kind centre trial points { period { code } value lower upper signals } refusal basis } } }
      """;
  private static final String PROFILE =
      """
      { council(code: "810") { profile { basis themes { theme indicators { indicator { code } period { code } basis
          standing { value rank { position of } band change { value p } directionOfTravel
            comparators { england { value } region { value } neighbourMean { value n } } }
          trends { periodType points { period { code } value missing } recentTrend { statistic basis }
            controlChart { centre basis } } } } } } }
      """;
  private static final String DEFINITION =
      "{ indicator(code: \"re-referrals-percent\") { periods { code } releases { code } dimensions { name members } } }";
  private static final String MISTAKE =
      "{ benchmark(indicator: \"re-referrals-percent\", period: \"2030\") { summary { n } } }";

  private static final List<String> QUESTIONS =
      List.of(EVERYTHING, TREND, IMPROVERS, CHARTS, PROFILE, DEFINITION);

  private TestSightline sightline;
  private SharedWorld world;

  @BeforeEach
  void start() {
    sightline = TestSightline.withFirstFigures();
    world = new SharedWorld(sightline.database());
    world.period(
        "REPORTING_YEAR", "2030", LocalDate.of(2029, 4, 1), LocalDate.of(2030, 3, 31), 2030);
  }

  @AfterEach
  void stop() {
    world.close();
    sightline.close();
  }

  @ParameterizedTest
  @CsvSource({
    "a council, COUNCIL_ONLY, true",
    "a council, SHARED, true",
    "a council, EMBARGOED, true",
    "nobody, EMBARGOED, true",
    "a council, COUNCIL_ONLY, false",
    "a council, SHARED, false",
    "a council, EMBARGOED, false",
    "nobody, EMBARGOED, false"
  })
  void aNewerEditionThatIsHiddenChangesNothing(
      String owner, AccessClass accessClass, boolean isGuarded) {
    Map<String, String> before = answers();

    if (owner.equals("nobody")) {
      ofOfficials().embargoedUntil(TO_COME).add();
    } else if (accessClass == AccessClass.EMBARGOED) {
      ofCouncil().embargoedUntil(TO_COME).add();
    } else {
      ofCouncil().ofClass(accessClass).add();
    }
    if (!isGuarded) {
      world.withoutRowLevelSecurity();
    }

    assertThat(answers()).isEqualTo(before);
  }

  @Test
  void itIsSeenFromTheInstantItsEmbargoEnds() {
    Map<String, String> before = answers();

    ofOfficials().embargoedUntil(PAST).add();

    assertThat(answers())
        .allSatisfy((question, answer) -> assertThat(answer).isNotEqualTo(before.get(question)));
    assertThat(sightline.ask(TREND).at("/trend/points/4/value").asText()).isEqualTo("99.9");
  }

  @Test
  void aCouncilsIsSeenWhereOfficialFiguresSayNothingFromTheInstantItsEmbargoEnds() {
    ofCouncil().embargoedUntil(PAST).add();

    JsonNode trend = sightline.ask(TREND);

    assertThat(trend.at("/trend/points/4/value").asText()).isEqualTo("21.7");
    assertThat(trend.at("/trend/points/5/value").asText()).isEqualTo("99.9");
    assertThat(trend.at("/trend/points/5/observation/accessClass").asText()).isEqualTo("PUBLISHED");
  }

  @Test
  void aCitationGivesWhoeverBringsItTheirOwnFiguresAndNamesNobodyWhoIsHidden() {
    SharedWorld.Organisation hull = world.council("E06000010");
    hullsOwn(hull).ofClass(AccessClass.COUNCIL_ONLY).add();
    york("2025-11-01", "50.0").add();
    String code = cite(hull.dataOwnerViewer());

    JsonNode ofHull = resolve(hull.dataOwnerViewer(), code);
    JsonNode ofNobody = resolve(Viewer.ANONYMOUS, code);

    assertThat(ofHull.at("/unchanged").asBoolean()).isTrue();
    assertThat(ofHull.at("/difference")).isEmpty();
    assertThat(ofHull.at("/benchmark/hull/value").asText()).isEqualTo("99.9");
    assertThat(ofNobody.at("/unchanged").asBoolean()).isFalse();
    assertThat(ofNobody.at("/benchmark/hull/missing").asText()).isEqualTo("NOT_COLLECTED");
    assertThat(ofNobody.at("/benchmark/york/value").asText()).isEqualTo("50.0");
    assertThat(ofNobody.at("/difference").toString())
        .contains("not published")
        .doesNotContain("Hull");
  }

  @Test
  void aCitationIsTheSameWhateverIsHidden() {
    york("2025-11-01", "50.0").add();
    String before = cite(Viewer.ANONYMOUS);

    hullsOwn(world.council("E06000010")).ofClass(AccessClass.COUNCIL_ONLY).add();

    assertThat(cite(Viewer.ANONYMOUS)).isEqualTo(before);
    // The marks are under a key of the citation: not even equal ones show.
    assertThat(marks(cite(new Viewer("e06000010-owner")))).isNotEqualTo(marks(before));
    assertThat(cite(new Viewer("e06000010-owner"))).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "abc.def", "."})
  void aTextThatIsNoCitationIsRefusedInASentence(String text) {
    york("2025-11-01", "50.0").add();
    String code = cite(Viewer.ANONYMOUS);

    assertThat(sightline.mistake(resolving(text))).contains("no citation");
    assertThat(sightline.mistake(resolving("A" + code.substring(1)))).contains("no citation");
    assertThat(sightline.mistake(resolving(code.substring(0, code.length() - 1))))
        .contains("no citation");
  }

  private CouncilReturn hullsOwn(SharedWorld.Organisation hull) {
    return world.councilReturn(hull).publishedOn("2025-12-01").figure(INDICATOR, "2030", "99.9");
  }

  private CouncilReturn york(String publishedOn, String value) {
    return world
        .officialRelease()
        .publishedOn(publishedOn)
        .figureOf("E06000014", INDICATOR, "2030", value);
  }

  private String cite(Viewer viewer) {
    return sightline
        .ask(
            viewer,
            "{ benchmark(indicator: \"%s\", period: \"2030\") { citation { code } } }"
                .formatted(INDICATOR))
        .at("/benchmark/citation/code")
        .asText();
  }

  private JsonNode resolve(Viewer viewer, String code) {
    return sightline.ask(viewer, resolving(code)).at("/citedBenchmark");
  }

  private static String resolving(String code) {
    return "{ citedBenchmark(citation: \"%s\") { unchanged difference benchmark { hull: standing(council: \"810\") { value missing } york: standing(council: \"816\") { value } } } }"
        .formatted(code);
  }

  private static String marks(String code) {
    String json =
        new String(
            Base64.getUrlDecoder().decode(code.substring(0, code.indexOf('.'))),
            StandardCharsets.UTF_8);
    return json.substring(json.indexOf("\"marks\""), json.indexOf("\"fingerprint\""));
  }

  /** What every question is answered without an error, and the sentence of the one that has one. */
  private Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    QUESTIONS.forEach(question -> answers.put(question, sightline.ask(question).toString()));
    answers.put(MISTAKE, sightline.answer(MISTAKE).toString());
    return answers;
  }

  /** A return of a newer day that gives Hull 99.9 in the years 2025 and 2030. */
  private CouncilReturn ofCouncil() {
    return world
        .councilReturn(world.council("E06000010"))
        .publishedOn("2025-12-01")
        .figure(INDICATOR, "2025", "99.9")
        .figure(INDICATOR, "2030", "99.9")
        .figure(INDICATOR, "2025", "hidden=dimension", "99.9");
  }

  /** An official release of a newer day that gives Hull 99.9 in the years 2025 and 2030. */
  private CouncilReturn ofOfficials() {
    return world
        .officialRelease()
        .publishedOn("2025-12-01")
        .figureOf("E06000010", INDICATOR, "2025", "99.9")
        .figureOf("E06000010", INDICATOR, "2030", "99.9");
  }
}
