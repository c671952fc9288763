package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.TestSightline;

/** A newcomer's wrong question gets a message that says what is allowed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongQuestionsTest {
  private TestSightline sightline;

  @BeforeAll
  void start() {
    sightline = TestSightline.withFirstFigures();
  }

  @AfterAll
  void stop() {
    sightline.close();
  }

  @Test
  void anUnknownCouncil() {
    assertThat(sightline.mistake("{ council(code: \"E06000099\") { name } }"))
        .contains("No council has the code 'E06000099'", "E06000010", "810", "Nearest:");
  }

  @Test
  void aCouncilsNameInsteadOfItsCode() {
    assertThat(sightline.mistake("{ council(code: \"Hull\") { name } }"))
        .contains("E06000010", "810");
  }

  @Test
  void anUnknownIndicator() {
    assertThat(
            sightline.mistake(
                "{ benchmark(indicator: \"children-looked-after-rates\") { summary { n } } }"))
        .contains(
            "No indicator has the code 'children-looked-after-rates'",
            "Nearest: children-looked-after-rate",
            "{ indicators { code name } }");
  }

  @Test
  void aPeriodThatIsNotThere() {
    assertThat(
            sightline.mistake(
                "{ benchmark(indicator: \"children-looked-after-rate\", period: \"2031\") { summary { n } } }"))
        .contains("has no period '2031'", "2021-03-31", "2025-03-31");
  }

  @Test
  void aPeriodThatIsNone() {
    assertThat(
            sightline.mistake(
                "{ benchmark(indicator: \"children-looked-after-rate\", period: \"last year!\") { summary { n } } }"))
        .contains("2025-03-31");
  }

  @Test
  void aMisspeltField() {
    assertThat(sightline.mistake("{ council(code: \"810\") { nmae } }"))
        .contains("nmae", "Did you mean 'name'?", "dfeNumber");
  }

  @Test
  void anUnknownRegion() {
    assertThat(sightline.mistake("{ councils(in: {region: \"Yorkshire\"}) { name } }"))
        .contains("There is no region 'Yorkshire'", "Yorkshire and The Humber (E12000003)");
  }

  @Test
  void anUnknownNeighbourModel() {
    assertThat(
            sightline.mistake(
                "{ councils(in: {neighboursOf: {council: \"810\", model: \"2019\"}}) { name } }"))
        .contains("There is no neighbour model '2019'", "2025, 2021");
  }

  @Test
  void anUnknownBreakdown() {
    assertThat(
            sightline.mistake(
                """
                { benchmark(indicator: "care-leavers-in-education-employment-or-training",
                    breakdown: [{dimension: "age", member: "12-14"}]) { summary { n } } }
                """))
        .contains("age=12-14", "Allowed: age: 19-21");
  }

  @Test
  void aDimensionNamedTwice() {
    assertThat(
            sightline.mistake(
                """
                { benchmark(indicator: "care-leavers-in-education-employment-or-training",
                    breakdown: [{dimension: "age", member: "19-21"}, {dimension: "age", member: "17-18"}]) { summary { n } } }
                """))
        .isEqualTo("A dimension is named once.");
  }

  @Test
  void twoGroupsAtOnce() {
    assertThat(sightline.mistake("{ councils(in: {england: true, type: COUNTY}) { name } }"))
        .containsIgnoringCase("exactly one");
  }

  @Test
  void aCouncilThatIsNotOneOfTheGroup() {
    assertThat(
            sightline.mistake(
                """
                { benchmark(indicator: "re-referrals-percent", among: {region: "South West"}) {
                    standing(council: "810") { value } } }
                """))
        .contains("is not one of the", "Year ending 31 March 2025");
  }

  @Test
  void aDayBeforeAnyRelease() {
    assertThat(
            sightline.mistake(
                "{ benchmark(indicator: \"re-referrals-percent\", asAt: \"2001-01-01\") { summary { n } } }"))
        .contains("no figures as known on 2001-01-01");
  }

  @Test
  void anUnknownTheme() {
    assertThat(sightline.mistake("{ indicators(theme: \"schools\") { code } }"))
        .contains("There is no theme 'schools'", "children-looked-after");
  }
}
