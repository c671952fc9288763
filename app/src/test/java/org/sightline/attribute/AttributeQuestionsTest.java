package org.sightline.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.StatementCount;
import org.sightline.TestSightline;

/** What councils are at a day, and groups of them by it: the facts of the papers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttributeQuestionsTest {
  private static final String IN_INTERVENTION =
      "attribute: \"intervention-state\", anyOf: [\"Improvement notice\", \"Statutory direction\"]";
  private static final String GRADE = "attribute: \"overall-effectiveness\"";

  private TestSightline sightline;

  @BeforeAll
  void start() {
    sightline = TestSightline.withDemonstration();
  }

  @AfterAll
  void stop() {
    if (sightline != null) {
      sightline.close();
    }
  }

  /** No paper states an end of Herefordshire's, so it holds. */
  @ParameterizedTest
  @CsvSource(
      value = {
        "2020-01-31 |",
        "2020-02-01 | Kingston upon Hull, City of",
        "2021-06-01 | Herefordshire, County of; Kingston upon Hull, City of",
        "2023-08-31 | Herefordshire, County of; Kingston upon Hull, City of",
        "2026-01-01 | Herefordshire, County of"
      },
      delimiter = '|')
  void whoIsInInterventionDependsOnTheDay(String day, String expected) {
    assertThat(String.join("; ", councils(IN_INTERVENTION + ", at: \"" + day + "\"")))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void whereTheGroupNamesNoDayTheQuestionsDayCounts() {
    JsonNode asked =
        sightline.ask(
            "{ councils(in: {attribute: {%s}}, at: \"2021-06-01\") { name } }"
                .formatted(IN_INTERVENTION));

    assertThat(asked.findValuesAsText("name"))
        .containsExactly("Herefordshire, County of", "Kingston upon Hull, City of");
  }

  @Test
  void theSecondConditionMayBeOfAnotherDay() {
    assertThat(
            councils(
                GRADE
                    + ", anyOf: [\"requires improvement to be good\"], at: \"2023-01-31\", and: {"
                    + GRADE
                    + ", anyOf: [\"OUTSTANDING\"], at: \"2026-01-01\"}"))
        .containsExactly("York");
    assertThat(
            councils(
                IN_INTERVENTION
                    + ", at: \"2021-06-01\", and: [{"
                    + IN_INTERVENTION
                    + ", at: \"2026-01-01\"}, {attribute: \"practice-model\", anyOf: [\"Signs of Safety\"]}]"))
        .containsExactly("Herefordshire, County of");
  }

  @Test
  void aRegionNarrowsAndAMadeUpRegionGivesMadeUpCouncilsOnly() {
    String signs = "attribute: \"practice-model\", anyOf: [\"Signs of Safety\"]";

    assertThat(councils(signs + ", region: \"Yorkshire and The Humber\""))
        .containsExactly("Kingston upon Hull, City of");
    assertThat(councils(signs))
        .containsExactly("Herefordshire, County of", "Kingston upon Hull, City of");
    assertThat(councils(signs + ", region: \"Northmere\""))
        .containsExactly("Ashmere", "Dunmarsh", "Gorsefield");
  }

  @Test
  void whoHasNoKnownValueIsInNoGroupAndCanBeAskedFor() {
    JsonNode attribute =
        sightline
            .ask(
                """
                { attributes(code: "case-system", at: "2026-01-01") { code name allowedValues ordered at
                    values { value councils } unknown { name } } }
                """)
            .at("/attributes/0");

    assertThat(attribute.get("values"))
        .hasToString(
            "[{\"value\":\"Liquidlogic\",\"councils\":1},{\"value\":\"Mosaic\",\"councils\":1}]");
    assertThat(attribute.get("allowedValues")).isEmpty();
    assertThat(attribute.get("unknown")).hasSize(151);
    assertThat(attribute.get("unknown").findValuesAsText("name"))
        .contains("Herefordshire, County of", "Leeds")
        .doesNotContain("York", "Ashmere");
    assertThat(councils("attribute: \"case-system\", anyOf: [\"Liquidlogic\", \"Mosaic\"]"))
        .hasSize(2);
  }

  @Test
  void theAllowedValuesAreListedInTheirOrderWithNoneToo() {
    JsonNode attributes =
        sightline
            .ask(
                "{ attributes(at: \"2026-01-01\", generated: true) { code ordered values { value councils } unknown { name } } }")
            .get("attributes");

    assertThat(attributes.findValuesAsText("code"))
        .containsExactly(
            "case-system",
            "deprivation-decile",
            "intervention-lead",
            "intervention-state",
            "overall-effectiveness",
            "practice-model",
            "regional-adoption-agency",
            "rural-urban-class");
    assertThat(attributes.get(4).get("values"))
        .hasToString(
            "[{\"value\":\"Outstanding\",\"councils\":1},{\"value\":\"Good\",\"councils\":4},"
                + "{\"value\":\"Requires improvement to be good\",\"councils\":2},{\"value\":\"Inadequate\",\"councils\":1}]");
    assertThat(attributes.get(5).get("unknown").findValuesAsText("name"))
        .containsExactly("Harrowbeck");
  }

  @Test
  void aCouncilTellsWhatItIsAndHasBeen() {
    JsonNode hull =
        sightline
            .ask(
                """
                { council(code: "810") {
                    then: attributes(at: "2022-08-15") { attribute value validFrom validTo }
                    attributeHistory(attribute: "overall-effectiveness") { name value validFrom validTo source } } }
                """)
            .get("council");

    assertThat(hull.get("then").findValuesAsText("value"))
        .containsExactly("Liquidlogic", "Improvement notice", "Inadequate", "Signs of Safety");
    assertThat(hull.at("/then/1/validTo").asText()).isEqualTo("2023-08-31");
    assertThat(hull.get("attributeHistory").findValuesAsText("value"))
        .containsExactly("Inadequate", "Requires improvement to be good");
    assertThat(hull.at("/attributeHistory/0/validTo").asText()).isEqualTo("2023-01-12");
    assertThat(hull.at("/attributeHistory/1/validTo").isNull()).isTrue();
    assertThat(hull.at("/attributeHistory/1/source").asText()).startsWith("Ofsted, report on Hull");
  }

  @Test
  void aCitationOfAGroupByAttributeOnADayIsFoundAgain() {
    try (TestSightline other = TestSightline.withFirstFigures()) {
      String code =
          other
              .ask(
                  "{ benchmark(indicator: \"children-looked-after-rate\", among: {attribute: {%s, at: \"2021-06-01\"}}) { citation { code } } }"
                      .formatted(IN_INTERVENTION))
              .at("/benchmark/citation/code")
              .asText();
      JsonNode cited =
          other
              .ask(
                  "{ citedBenchmark(citation: \"%s\") { unchanged benchmark { citation { code } standings { area { name } } } } }"
                      .formatted(code))
              .get("citedBenchmark");

      assertThat(cited.at("/unchanged").asBoolean()).isTrue();
      assertThat(cited.at("/benchmark/standings").findValuesAsText("name"))
          .containsExactlyInAnyOrder("Kingston upon Hull, City of", "Herefordshire, County of");
      assertThat(cited.at("/benchmark/citation/code").asText()).isEqualTo(code);
    }
  }

  @Test
  void aBenchmarkIsAskedAmongAGroupByAttribute() {
    JsonNode benchmark =
        withFirstFigures(
                """
                { benchmark(indicator: "children-looked-after-rate",
                    among: {attribute: {%s, at: "2021-06-01"}}) {
                    summary { n size } basis { bandsOver } standings { area { name } value rank { position of } } } }
                """
                    .formatted(IN_INTERVENTION))
            .get("benchmark");

    assertThat(benchmark.at("/summary/n").asInt()).isEqualTo(2);
    assertThat(benchmark.at("/summary/size").asInt()).isEqualTo(2);
    assertThat(benchmark.at("/basis/bandsOver").asInt()).isGreaterThan(140);
    assertThat(benchmark.get("standings").findValuesAsText("name"))
        .containsExactlyInAnyOrder("Kingston upon Hull, City of", "Herefordshire, County of");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{attribute: \"practise-model\", anyOf: [\"x\"]} | There is no attribute 'practise-model'. Did you mean 'practice-model'? Allowed: case-system, deprivation-decile,",
        "{attribute: \"intervention-state\", anyOf: [\"Notice\"]} | 'Notice' is no value of intervention-state. Allowed: None, Improvement notice, Statutory direction.",
        "{attribute: \"practice-model\", anyOf: [\"Sign of Safety\"]} | 'Sign of Safety' is no value of practice-model. Allowed: Family Safeguarding, Restorative practice, Signs of Safety.",
        "{attribute: \"practice-model\", anyOf: []} | anyOf names 1 to 50 values; this one names 0. Allowed:",
        "{attribute: \"case-system\", anyOf: [\"Mosaic\"], region: \"Mercia\"} | There is no region 'Mercia'. Allowed:",
      })
  void whatIsNotKnownIsToldWithWhatIs(String group, String message) {
    assertThat(sightline.mistake("{ councils(in: {attribute: " + group + "}) { name } }"))
        .startsWith(message);
  }

  @Test
  void anUnknownAttributeIsToldAtTheOtherPlacesToo() {
    assertThat(sightline.mistake("{ attributes(code: \"nothing\") { code } }"))
        .startsWith("There is no attribute 'nothing'.");
    assertThat(
            sightline.mistake(
                "{ council(code: \"810\") { attributeHistory(attribute: \"nothing\") { value } } }"))
        .startsWith("There is no attribute 'nothing'.");
    String five = "{attribute: \"case-system\", anyOf: [\"Mosaic\"]}, ".repeat(5);
    assertThat(
            sightline.mistake(
                "{ councils(in: {attribute: {attribute: \"case-system\", anyOf: [\"Mosaic\"], and: [%s]}}) { name } }"
                    .formatted(five)))
        .isEqualTo("A group by attribute has at most 4 conditions under 'and'; this one has 5.");
  }

  @Test
  void moreCouncilsAndMoreDaysCostNoMoreStatements() {
    String fields =
        "name now: attributes { value } then: attributes(at: \"2021-06-01\") { value } attributeHistory(attribute: \"case-system\") { value }";

    long one = statements("{ council(code: \"810\") { " + fields + " } }");
    long all = statements("{ councils { " + fields + " } }");

    assertThat(all).isLessThanOrEqualTo(one).isLessThanOrEqualTo(6);
    assertThat(statements("{ attributes { code values { councils } unknown { code } } }"))
        .isLessThanOrEqualTo(5);
    assertThat(
            statements("{ councils(in: {attribute: {%s}}) { name } }".formatted(IN_INTERVENTION)))
        .isLessThanOrEqualTo(5);
  }

  @Test
  void everyExampleOfTheGuideIsAnswered() throws IOException {
    List<String> examples =
        Pattern.compile("```graphql\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/guides/groups.md")))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(examples).hasSize(5);
    try (TestSightline figures = TestSightline.withFirstFigures()) {
      for (String example : examples) {
        assertThat(figures.ask(example).iterator().next()).as(example).isNotEmpty();
      }
    }
  }

  private static JsonNode withFirstFigures(String question) {
    try (TestSightline figures = TestSightline.withFirstFigures()) {
      return figures.ask(question);
    }
  }

  private long statements(String question) {
    StatementCount count = sightline.get(StatementCount.class);
    count.reset();
    sightline.ask(question);
    return count.total();
  }

  private List<String> councils(String attribute) {
    return sightline
        .ask("{ councils(in: {attribute: {" + attribute + "}}) { name } }")
        .findValuesAsText("name");
  }
}
