package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.BesideOthers;
import org.sightline.CouncilReturn;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.StatementCount;
import org.sightline.TestSightline;
import org.sightline.indicator.AccessClass;

/** A dimension laid out, and what its members are together. */
@BesideOthers
class DimensionTableTest {
  private static final String SHARE = "care-leavers-in-education-employment-or-training";
  private static final String COUNT = "care-leavers-number";
  private static final String MONTH = "2025-12";
  private static final String OF_STANDINGS =
      "standings { area { name } value missing numerator denominator rank { position of } observation { derived derivedFrom accessClass releases { code } sources { file line } } }";
  private static final String BOTH = "among: {councils: [\"E06000010\", \"E06000014\"]}";

  private TestSightline sightline;
  private SharedWorld world;
  private Organisation hull;
  private Organisation york;

  @BeforeEach
  void start() {
    sightline = TestSightline.withFirstFigures();
    world = new SharedWorld(sightline.database());
    world.period("MONTH", MONTH, LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 31), 2025);
    world.period("MONTH", "2025-11", LocalDate.of(2025, 11, 1), LocalDate.of(2025, 11, 30), 2025);
    hull = world.council("E06000010");
    york = world.council("E06000014");
  }

  @AfterEach
  void stop() {
    world.close();
    sightline.close();
  }

  @Test
  void aTotalThatNobodyGivesIsSummedOfNumeratorsAndDenominators() {
    published(hull)
        .share(SHARE, MONTH, "age=17-18", "75", "30", "40")
        .share(SHARE, MONTH, "age=19-21", "50", "50", "100")
        .add();
    published(york)
        .share(SHARE, MONTH, "age=17-18", "60", "12", "20")
        .share(SHARE, MONTH, "age=19-21", "58", "29", "50")
        .add();

    JsonNode table = table(SHARE, "age", MONTH);

    assertThat(table.at("/columns").findValuesAsText("member")).containsExactly("17-18", "19-21");
    assertThat(standing(table.at("/columns/0/benchmark"), "York").at("/rank/position").asInt())
        .isEqualTo(2);
    assertThat(standing(table.at("/columns/1/benchmark"), "York").at("/rank/position").asInt())
        .isEqualTo(1);
    JsonNode total = table.at("/total");
    assertThat(total.at("/derived").asBoolean()).isTrue();
    assertThat(total.at("/basis").asText())
        .isEqualTo(
            "Of 2 areas 0 have a total that is given, 2 one that is summed of age 17-18 + age 19-21, which make the whole by the definition: the sum of numerators over the sum of denominators; a part that is missing leaves the total missing, with its reason.");
    JsonNode ofHull = standing(total.at("/benchmark"), "Hull");
    assertThat(ofHull.at("/value").asText()).isEqualTo("57");
    assertThat(ofHull.at("/numerator").asText()).isEqualTo("80");
    assertThat(ofHull.at("/denominator").asText()).isEqualTo("140");
    assertThat(ofHull.at("/rank/position").asInt()).isEqualTo(2);
    assertThat(ofHull.at("/observation/derivedFrom").asText())
        .isEqualTo(
            "100 x numerators / denominators, each summed over age 17-18 + age 19-21, which make the whole, rounded half up to 0 decimals");
    assertThat(standing(total.at("/benchmark"), "York").at("/value").asText()).isEqualTo("59");
    assertThat(total.at("/benchmark/basis/derived").asBoolean()).isTrue();
    assertThat(total.at("/benchmark/breakdown").toString())
        .isEqualTo("[{\"dimension\":\"age\",\"member\":\"total\"}]");
  }

  @Test
  void theWordTotalGetsTheSameFromEveryQuestion() {
    published(hull)
        .figure(COUNT, "2025-11", "age=17-18", "40")
        .figure(COUNT, "2025-11", "age=19-21", "90")
        .figure(COUNT, MONTH, "age=17-18", "41")
        .figure(COUNT, MONTH, "age=19-21", "93")
        .add();

    JsonNode answer =
        sightline.ask(
            """
            { t: benchmarkByDimension(indicator: "%1$s", dimension: "age", period: "%2$s", %3$s, direction: LOWER_FIRST) {
                total { benchmark { %4$s summary { n mean } citation { code } } } }
              b: benchmark(indicator: "%1$s", period: "%2$s", %3$s, direction: LOWER_FIRST, breakdown: [{dimension: "age", member: "total"}]) {
                %4$s summary { n mean } citation { code } }
              trend(council: "810", indicator: "%1$s", breakdown: [{dimension: "age", member: "total"}], periodType: MONTH) {
                points { value change { value } } } }
            """
                .formatted(COUNT, MONTH, BOTH, OF_STANDINGS));

    assertThat(answer.at("/t/total/benchmark")).isEqualTo(answer.at("/b"));
    assertThat(standing(answer.at("/b"), "Hull").at("/value").asText()).isEqualTo("134");
    assertThat(answer.at("/trend/points").findValuesAsText("value"))
        .containsExactly("130", "null", "134", "4");
    JsonNode cited =
        sightline.ask(
            "{ citedBenchmark(citation: \"%s\") { unchanged benchmark { breakdown { member } summary { mean } } } }"
                .formatted(answer.at("/b/citation/code").asText()));
    assertThat(cited.at("/citedBenchmark/unchanged").asBoolean()).isTrue();
    assertThat(cited.at("/citedBenchmark/benchmark/summary/mean").asText()).isEqualTo("134");
  }

  @Test
  void aMissingPartLeavesTheTotalMissingWithItsReason() {
    published(hull)
        .figure(COUNT, MONTH, "age=17-18", "40")
        .missing(COUNT, MONTH, "age=19-21", "SUPPRESSED")
        .add();
    published(york).figure(COUNT, MONTH, "age=17-18", "40").add();

    JsonNode total = table(COUNT, "age", MONTH).at("/total/benchmark");

    assertThat(standing(total, "Hull").at("/value").isNull()).isTrue();
    assertThat(standing(total, "Hull").at("/missing").asText()).isEqualTo("SUPPRESSED");
    assertThat(standing(total, "York").at("/missing").asText()).isEqualTo("NOT_COLLECTED");
  }

  @Test
  void aTotalThatIsGivenStandsAndIsSetBesideTheSumOfItsParts() {
    published(hull)
        .figure(COUNT, MONTH, "", "150")
        .figure(COUNT, MONTH, "age=17-18", "40")
        .figure(COUNT, MONTH, "age=19-21", "100")
        .add();
    published(york)
        .figure(COUNT, MONTH, "age=17-18", "10")
        .figure(COUNT, MONTH, "age=19-21", "20")
        .add();

    JsonNode total = table(COUNT, "age", MONTH).at("/total");

    assertThat(standing(total.at("/benchmark"), "Hull").at("/value").asText()).isEqualTo("150");
    assertThat(standing(total.at("/benchmark"), "Hull").at("/observation/derived").asBoolean())
        .isFalse();
    assertThat(standing(total.at("/benchmark"), "York").at("/value").asText()).isEqualTo("30");
    assertThat(total.at("/basis").asText())
        .startsWith("Of 2 areas 1 have a total that is given, 1 one that is summed of age 17-18");
    assertThat(total.at("/checks")).hasSize(1);
    JsonNode check = total.at("/checks/0");
    assertThat(check.at("/area/name").asText()).contains("Hull");
    assertThat(check.at("/difference").asText()).isEqualTo("10");
    assertThat(check.at("/tolerance").asText()).isEqualTo("0");
    assertThat(check.at("/withinTolerance").asBoolean()).isFalse();
  }

  @Test
  void roundingExplainsADifferenceOfEngland() {
    world.reportingYear(2030);
    CouncilReturn official = world.officialRelease().publishedOn("2025-10-01");
    official
        .figureOf("E92000001", COUNT, "2030", "1050")
        .figureOf("E92000001", COUNT, "2030", "age=17-18", "420")
        .figureOf("E92000001", COUNT, "2030", "age=19-21", "620")
        .add();

    JsonNode check = table(COUNT, "age", "2030").at("/total/checks/0");

    assertThat(check.at("/area/name").asText()).isEqualTo("England");
    assertThat(check.at("/difference").asText()).isEqualTo("10");
    assertThat(check.at("/tolerance").asText()).isEqualTo("15");
    assertThat(check.at("/withinTolerance").asBoolean()).isTrue();
    assertThat(check.at("/basis").asText())
        .isEqualTo(
            "England: total 1050, parts together 1040, difference 10; counts of England and of regions are rounded to the nearest 10, which can explain up to 15.");
  }

  @Test
  void officialPartsAndACouncilsOwnAreNeverAdded() {
    world.reportingYear(2030);
    world
        .officialRelease()
        .publishedOn("2025-10-01")
        .figureOf("E06000010", COUNT, "2030", "age=17-18", "40")
        .add();
    published(hull).figure(COUNT, "2030", "age=19-21", "100").add();

    JsonNode total = table(COUNT, "age", "2030").at("/total/benchmark");

    assertThat(standing(total, "Hull").at("/missing").asText()).isEqualTo("NOT_COLLECTED");
  }

  @Test
  void membersThatMayOverlapAreNotSummed() {
    published(hull)
        .figure("contacts-received", MONTH, "team=north", "40")
        .figure("contacts-received", MONTH, "team=south", "60")
        .add();

    JsonNode total = table("contacts-received", "team", MONTH).at("/total");

    assertThat(total.at("/benchmark").isNull()).isTrue();
    assertThat(total.at("/noTotalBecause").asText()).isEqualTo("NOT_A_PARTITION");
    assertThat(total.at("/basis").asText()).contains("they may overlap");
  }

  @Test
  void theTotalOfMembersThatMayOverlapIsTheOneThatIsGiven() {
    published(hull)
        .figure("contacts-received", MONTH, "", "90")
        .figure("contacts-received", MONTH, "team=north", "40")
        .figure("contacts-received", MONTH, "team=south", "60")
        .add();

    JsonNode total = table("contacts-received", "team", MONTH).at("/total");

    assertThat(standing(total.at("/benchmark"), "Hull").at("/value").asText()).isEqualTo("90");
    assertThat(total.at("/derived").asBoolean()).isFalse();
    assertThat(total.at("/checks")).isEmpty();
  }

  @Test
  void anAverageIsNeverSummed() {
    String mean = "assessment-duration-average-days-local";
    published(hull)
        .figure(mean, MONTH, "team=north", "40")
        .figure(mean, MONTH, "team=south", "60")
        .add();

    assertThat(table(mean, "team", MONTH).at("/total/noTotalBecause").asText())
        .isEqualTo("NOT_ADDITIVE");
  }

  @Test
  void otherDimensionsAreFixed() {
    published(hull)
        .figure(COUNT, MONTH, "age=19-21;placement=own-home", "4")
        .figure(COUNT, MONTH, "age=19-21;placement=semi", "5")
        .figure(COUNT, MONTH, "age=17-18;placement=own-home", "6")
        .figure(COUNT, MONTH, "placement=own-home", "11")
        .add();

    assertThat(values(table(COUNT, "placement", MONTH))).containsExactly("4", "5");
    assertThat(values(table(COUNT, "placement", MONTH, "{dimension: \"age\", member: \"17-18\"}")))
        .containsExactly("6");
    JsonNode ofAll = table(COUNT, "placement", MONTH, "{dimension: \"age\", member: \"total\"}");
    assertThat(values(ofAll).getFirst()).isEqualTo("11");
  }

  @Test
  void whatIsNotThereIsSaidInASentence() {
    published(hull).figure(COUNT, MONTH, "age=19-21", "4").add();

    assertThat(sightline.mistake(question(COUNT, "colour", MONTH, "")))
        .startsWith("'care-leavers-number' has no figures by 'colour' of age=19-21. Allowed: age:");
    assertThat(
            sightline.mistake(
                question(COUNT, "age", MONTH, "{dimension: \"age\", member: \"19-21\"}")))
        .isEqualTo("'age' is the dimension that is laid out: breakdown fixes others.");
    assertThat(
            sightline.mistake(
                "{ benchmark(indicator: \"%s\", breakdown: [{dimension: \"colour\", member: \"total\"}]) { summary { n } } }"
                    .formatted(COUNT)))
        .startsWith(
            "'care-leavers-number' has no figures for age=19-21;colour=total. Allowed: age");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHiddenPartNeverShowsThroughATotal(boolean isGuarded) {
    published(york)
        .figure(COUNT, MONTH, "age=17-18", "10")
        .figure(COUNT, MONTH, "age=19-21", "20")
        .add();
    int edition = published(hull).figure(COUNT, MONTH, "age=17-18", "40").add();
    String before = everything();

    world.forget(edition);
    int other =
        published(hull)
            .called("return-2")
            .figure(COUNT, MONTH, "age=17-18", "40")
            .figure(COUNT, MONTH, "age=19-21", "100")
            .add();
    String open = everything();
    world.keepBack(other, COUNT, "age=19-21");
    if (!isGuarded) {
      world.withoutRowLevelSecurity();
    }

    assertThat(open).isNotEqualTo(before);
    assertThat(everything()).isEqualTo(before);
    assertThat(standing(table(COUNT, "age", MONTH).at("/total/benchmark"), "Hull").toString())
        .contains("\"missing\":\"NOT_COLLECTED\"")
        .doesNotContain("140");
    assertThat(
            sightline
                .ask(hull.dataOwnerViewer(), question(COUNT, "age", MONTH, ""))
                .findValuesAsText("value"))
        .contains("140");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHiddenReturnChangesNothing(boolean isGuarded) {
    published(york)
        .figure(COUNT, MONTH, "age=17-18", "10")
        .figure(COUNT, MONTH, "age=19-21", "20")
        .add();
    String before = everything();

    world
        .councilReturn(hull)
        .ofClass(AccessClass.COUNCIL_ONLY)
        .figure(COUNT, MONTH, "age=17-18", "40")
        .figure(COUNT, MONTH, "age=19-21", "100")
        .figure(COUNT, MONTH, "age=22-25", "7")
        .add();
    if (!isGuarded) {
      world.withoutRowLevelSecurity();
    }

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void fortyMembersCostTheStatementsOfTwo() {
    CouncilReturn few = published(hull);
    CouncilReturn many = published(hull).publishedOn("2025-11-02");
    for (int team = 1; team <= 40; team++) {
      many.figure("contacts-received", MONTH, "team=t" + team, "5");
      if (team < 3) {
        few.figure("contacts-received", MONTH, "team=t" + team, "5");
      }
    }
    few.add();
    String question = question("contacts-received", "team", MONTH, "");
    sightline.ask(question);
    long ofTwo = statements(question);

    many.add();

    assertThat(values(table("contacts-received", "team", MONTH))).hasSize(40);
    assertThat(statements(question)).isEqualTo(ofTwo).isLessThanOrEqualTo(14);
  }

  @Test
  void moreThanSixtyMembersAreRefusedInASentence() {
    CouncilReturn many = published(hull);
    for (int team = 1; team <= 61; team++) {
      many.figure("contacts-received", MONTH, "team=t" + team, "5");
    }
    many.add();

    assertThat(sightline.mistake(question("contacts-received", "team", MONTH, "")))
        .startsWith("'contacts-received' has 61 members of the dimension 'team'; up to 60");
  }

  private CouncilReturn published(Organisation council) {
    return world.councilReturn(council).ofClass(AccessClass.PUBLISHED);
  }

  private long statements(String question) {
    StatementCount count = sightline.get(StatementCount.class);
    count.reset();
    sightline.ask(question);
    return count.total();
  }

  /** What a stranger gets, whichever way it is asked. */
  private String everything() {
    return sightline.answer(question(COUNT, "age", MONTH, "")).toString()
        + sightline.answer(
            "{ benchmark(indicator: \"%s\", period: \"%s\", breakdown: [{dimension: \"age\", member: \"total\"}]) { summary { n mean median missing { reason count } } %s } }"
                .formatted(COUNT, MONTH, OF_STANDINGS))
        + sightline.answer(
            "{ indicator(code: \"%s\") { dimensions { name members } partitions { name members } } }"
                .formatted(COUNT));
  }

  private JsonNode table(String indicator, String dimension, String period, String... fixed) {
    return sightline
        .ask(question(indicator, dimension, period, String.join(", ", fixed)))
        .at("/benchmarkByDimension");
  }

  private static String question(
      String indicator, String dimension, String period, String breakdown) {
    return """
        { benchmarkByDimension(indicator: "%s", dimension: "%s", period: "%s", %s, breakdown: [%s]) {
            period { code } columns { member benchmark { %5$s } }
            total { derived noTotalBecause basis checks { area { name } total sumOfParts difference tolerance withinTolerance basis }
              benchmark { breakdown { dimension member } basis { derived text } summary { n mean missing { reason count } } %5$s } } } }
        """
        .replace("%5$s", OF_STANDINGS)
        .formatted(indicator, dimension, period, BOTH, breakdown);
  }

  private static JsonNode standing(JsonNode benchmark, String council) {
    for (JsonNode standing : benchmark.at("/standings")) {
      if (standing.at("/area/name").asText().contains(council)) {
        return standing;
      }
    }
    throw new AssertionError(council + " is not in " + benchmark);
  }

  /** Hull's values by column. */
  private static List<String> values(JsonNode table) {
    return table.at("/columns").findValues("benchmark").stream()
        .map(benchmark -> standing(benchmark, "Hull").at("/value").asText())
        .toList();
  }
}
