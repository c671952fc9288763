package org.sightline.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.TestSightline;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorQuestionsTest {
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
  void aDerivedIndicatorSaysHow() {
    JsonNode indicator =
        sightline
            .ask(
                """
                { indicator(code: "children-in-need-rate") { name unit decimals polarity polaritySource numerator denominator
                    derivation { numerator { code } denominator { code } denominatorYearOffset multiplier }
                    periods { code type label } releases { code publishedOn } } }
                """)
            .at("/indicator");

    assertThat(indicator.at("/unit").asText()).isEqualTo("RATE_PER_10000");
    assertThat(indicator.at("/decimals").asInt()).isEqualTo(1);
    assertThat(indicator.at("/derivation/numerator/code").asText())
        .isEqualTo("children-in-need-at-31-march");
    assertThat(indicator.at("/derivation/denominator/code").asText())
        .isEqualTo("population-aged-0-to-17");
    assertThat(indicator.at("/derivation/denominatorYearOffset").asInt()).isEqualTo(-1);
    assertThat(indicator.at("/derivation/multiplier").asInt()).isEqualTo(10000);
    assertThat(indicator.at("/periods").findValuesAsText("code"))
        .containsExactly("2025-03-31", "2024-03-31", "2023-03-31", "2022-03-31", "2021-03-31");
    assertThat(indicator.at("/periods/0/label").asText()).isEqualTo("31 March 2025");
    assertThat(indicator.at("/releases/0/code").asText()).isEqualTo("children-in-need-2025");
  }

  @Test
  void anIndicatorSaysItsKindItsNatureAndItsHistory() {
    JsonNode indicator =
        sightline
            .ask(
                """
                { indicator(code: "care-leavers-in-education-employment-or-training") {
                    kind nature rateMultiplier target { value } periodTypes
                    versions { number from whatChanged breaksSeries source } } }
                """)
            .at("/indicator");

    assertThat(indicator.at("/kind").asText()).isEqualTo("PROPORTION");
    assertThat(indicator.at("/nature").asText()).isEqualTo("STOCK");
    assertThat(indicator.at("/rateMultiplier").asInt()).isEqualTo(100);
    assertThat(indicator.at("/target").isNull()).isTrue();
    assertThat(indicator.at("/periodTypes/0").asText()).isEqualTo("REPORTING_YEAR");
    assertThat(indicator.at("/versions").findValuesAsText("number")).containsExactly("1", "2");
    assertThat(indicator.at("/versions/0/from").isNull()).isTrue();
    assertThat(indicator.at("/versions/1/from").asText()).isEqualTo("2014-03-31");
    assertThat(indicator.at("/versions/1/breaksSeries").asBoolean()).isTrue();
    assertThat(indicator.at("/versions/1/source").asText()).contains("LAIT data dictionary");
  }

  @Test
  void theHeadlinesComeWithTheirDefaults() {
    JsonNode indicators =
        sightline
            .ask(
                "{ indicators(headline: true) { code defaultBreakdown { dimension member } dimensions { name members } } }")
            .at("/indicators");

    assertThat(indicators).hasSize(6);
    assertThat(indicators.at("/0/code").asText())
        .isEqualTo("care-leavers-in-education-employment-or-training");
    assertThat(indicators.at("/0/defaultBreakdown/0/member").asText()).isEqualTo("19-21");
    assertThat(indicators.at("/0/dimensions/0/name").asText()).isEqualTo("age");
  }

  @Test
  void aSearchWantsEveryWord() {
    assertThat(
            sightline
                .ask("{ indicators(search: \"AGENCY rate\") { code } }")
                .findValuesAsText("code"))
        .contains("social-worker-agency-rate");
    assertThat(sightline.ask("{ indicators(search: \"agency zebra\") { code } }").at("/indicators"))
        .isEmpty();
  }

  @Test
  void everyIndicatorIsDefinedInWords() {
    for (JsonNode indicator :
        sightline
            .ask("{ indicators { code name description source polaritySource theme } }")
            .at("/indicators")) {
      for (JsonNode words : indicator) {
        assertThat(words.asText()).as(indicator.at("/code").asText()).isNotBlank();
      }
    }
  }
}
