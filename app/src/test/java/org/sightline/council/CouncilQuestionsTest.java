package org.sightline.council;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.TestSightline;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CouncilQuestionsTest {
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
  void aCouncilTellsItsWholeStory() {
    JsonNode council =
        sightline
            .ask(
                """
                { council(code: "816") { name code dfeNumber type region { name code } subregion { name }
                    existsFrom existsTo aliases codes { scheme code validFrom validTo }
                    predecessors { name } successors { name }
                    neighbours { rank closeness model { code } council { dfeNumber } } } }
                """)
            .at("/council");

    assertThat(council.at("/name").asText()).isEqualTo("York");
    assertThat(council.at("/code").asText()).isEqualTo("E06000014");
    assertThat(council.at("/type").asText()).isEqualTo("UNITARY");
    assertThat(council.at("/region/name").asText()).isEqualTo("Yorkshire and The Humber");
    assertThat(council.at("/subregion").isNull()).isTrue();
    assertThat(council.at("/existsTo").isNull()).isTrue();
    assertThat(council.at("/neighbours").findValuesAsText("dfeNumber"))
        .containsExactly("916", "800", "802", "919", "937", "931", "938", "358", "850", "356");
    assertThat(council.at("/neighbours/0/model/code").asText()).isEqualTo("2025");
    assertThat(council.at("/neighbours/0/closeness").asText()).isEqualTo("VERY_CLOSE");
  }

  @ParameterizedTest
  @CsvSource({
    "{england: true}, , 153",
    "{england: true}, 2023-03-31, 152",
    "{england: true}, 2018-12-31, 152",
    "{region: \"E12000003\"}, , 15",
    "{region: \"yorkshire and the humber\"}, , 15",
    "{region: \"London\"}, , 33",
    "{region: \"Inner London\"}, , 14",
    "{type: COUNTY}, , 21",
    "'{neighboursOf: {council: \"810\"}}', , 11",
    "'{neighboursOf: {council: \"810\", model: \"2021\", includeCouncil: false}}', , 10",
    "'{councils: [\"810\", \"E06000010\", \"E06000014\"]}', , 2"
  })
  void aGroupHasItsCouncilsOfADay(String group, String day, int size) {
    String at = day == null ? "" : ", at: \"" + day + "\"";

    JsonNode councils = sightline.ask("{ councils(in: %s%s) { name } }".formatted(group, at));

    assertThat(councils.at("/councils")).hasSize(size);
  }

  @Test
  void aDayDecidesWhichCouncilAPredecessorsGroupHolds() {
    String names = "{ councils(in: {region: \"North West\"}, at: \"%s\") { name } }";

    assertThat(sightline.ask(names.formatted("2023-03-31")).findValuesAsText("name"))
        .contains("Cumbria")
        .doesNotContain("Cumberland");
    assertThat(sightline.ask(names.formatted("2023-04-01")).findValuesAsText("name"))
        .contains("Cumberland", "Westmorland and Furness")
        .doesNotContain("Cumbria");
  }

  @Test
  void aNumberThatTwoCouncilsHaveHadIsTheLivingOnes() {
    JsonNode council =
        sightline
            .ask("{ council(code: \"825\") { code predecessors { code existsTo } } }")
            .at("/council");

    assertThat(council.at("/code").asText()).isEqualTo("E06000060");
    assertThat(council.at("/predecessors/0/code").asText()).isEqualTo("E10000002");
    assertThat(council.at("/predecessors/0/existsTo").asText()).isEqualTo("2020-03-31");
  }

  @Test
  void regionsKnowTheirParts() {
    JsonNode regions =
        sightline.ask("{ regions { name code partOf { name } councils { name } } }").at("/regions");

    assertThat(regions).hasSize(11);
    assertThat(regions.findValuesAsText("code")).startsWith("E12000001").endsWith("E13000002");
    assertThat(regions.at("/9/partOf/name").asText()).isEqualTo("London");
    assertThat(regions.at("/0/councils")).hasSize(12);
  }

  @Test
  void theNewestNeighbourModelComesFirst() {
    assertThat(sightline.ask("{ neighbourModels { code } }").findValuesAsText("code"))
        .containsExactly("2025", "2021");
  }

  @Test
  void everythingIsFoundAgainByItsId() {
    JsonNode data =
        sightline.ask(
            """
            { council(code: "810") { id region { id } } indicator(code: "re-referrals-percent") { id releases { id } } }
            """);

    for (JsonNode id : data.findValues("id")) {
      JsonNode node =
          sightline.ask("{ node(id: \"%s\") { __typename id } }".formatted(id.asText()));
      assertThat(node.at("/node/id")).isEqualTo(id);
    }
  }

  @ParameterizedTest
  @CsvSource({"nonsense", "Q291bmNpbDo5OTk5OQ", "Q291bmNpbDp4"})
  void whatIsNotThereIsNull(String id) {
    assertThat(sightline.ask("{ node(id: \"%s\") { id } }".formatted(id)).at("/node").isNull())
        .isTrue();
  }
}
