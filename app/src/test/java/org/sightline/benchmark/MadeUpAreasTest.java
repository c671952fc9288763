package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.SharedWorld;
import org.sightline.TestSightline;
import org.sightline.indicator.AccessClass;

/** Areas made up for the demonstration are never put side by side with real ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MadeUpAreasTest {
  private static final String EVERYTHING =
      """
      { benchmark(indicator: "re-referrals-percent", period: "2025") {
          summary { n size mean median } basis { text bandsOver generated releases { code } }
          standings { area { name } value rank { position of } band comparators { england { value }
            region { value } neighbourMean { value n } } } }
        councils { code } regions { code councils { code } }
        ofType: councils(in: {type: UNITARY}) { code } }
      """;

  private TestSightline sightline;
  private SharedWorld world;
  private String before;

  @BeforeAll
  void start() {
    sightline = TestSightline.withFirstFigures();
    world = new SharedWorld(sightline.database());
    before = sightline.ask(EVERYTHING).toString();
    List<Integer> keys = new ArrayList<>();
    int region = world.madeUpRegion("X12000001", "Northmere");
    for (int number = 1; number <= 5; number++) {
      keys.add(
          world.madeUpCouncil("X0600000" + number, "98" + number, "Invented " + number, region));
      world
          .councilReturn(world.council("X0600000" + number))
          .ofClass(AccessClass.PUBLISHED)
          .figure("re-referrals-percent", "2025", "1" + number)
          .add();
    }
    // A wrong link, as no loading of ours makes it: Hull and a made-up council as neighbours.
    int hull = world.areaKey("E06000010");
    world.link("2025", hull, 11, keys.getFirst());
    world.link("2025", keys.getFirst(), 1, hull);
  }

  @AfterAll
  void stop() {
    world.close();
    sightline.close();
  }

  @Test
  void whatIsSaidOfRealAreasStaysAsItWas() {
    assertThat(sightline.ask(EVERYTHING)).hasToString(before);
  }

  @Test
  void theyAreFoundWhereTheyAreAskedFor() {
    assertThat(
            sightline.ask(
                """
                { council(code: "X06000003") { name generated region { code generated } neighbours { rank } }
                  number: council(code: "983") { code }
                  councils(generated: true) { code } real: councils(in: {region: "X12000001"}, generated: false) { code }
                  inRegion: councils(in: {region: "Northmere"}) { code }
                  regions(generated: true) { name councils { code } } hull: council(code: "810") { generated } }
                """))
        .hasToString(
            """
            {"council":{"name":"Invented 3","generated":true,"region":{"code":"X12000001","generated":true},\
            "neighbours":[]},"number":{"code":"X06000003"},"councils":[%1$s],"real":[],"inRegion":[%1$s],\
            "regions":[{"name":"Northmere","councils":[%1$s]}],"hull":{"generated":false}}"""
                .formatted(
                    "{\"code\":\"X06000001\"},{\"code\":\"X06000002\"},{\"code\":\"X06000003\"},"
                        + "{\"code\":\"X06000004\"},{\"code\":\"X06000005\"}"));
  }

  @Test
  void theyAreComparedAmongThemselves() {
    JsonNode benchmark =
        sightline
            .ask(
                """
                { benchmark(indicator: "re-referrals-percent", period: "2025", among: {councils: ["X06000001", "X06000002"]}) {
                    basis { text bandsOver generated } england { name value missing n size }
                    standings { value band comparators { england { value missing difference } region { value missing }
                        neighbourMean { value missing n size } } } } }
                """)
            .at("/benchmark");

    assertThat(benchmark.at("/basis/generated").asBoolean()).isTrue();
    assertThat(benchmark.at("/basis/bandsOver").asInt()).isEqualTo(5);
    assertThat(benchmark.at("/basis/text").asText())
        .contains("cut over the 5 areas of the region made up for the demonstration");
    assertThat(benchmark.at("/england"))
        .hasToString(
            """
            {"name":"England (never compared with a made-up area)","value":null,"missing":"NOT_APPLICABLE","n":0,"size":0}""");
    assertThat(benchmark.at("/standings").findValuesAsText("band")).containsExactly("A", "A");
    assertThat(benchmark.at("/standings/0/comparators"))
        .hasToString(
            """
            {"england":{"value":null,"missing":"NOT_APPLICABLE","difference":null},\
            "region":{"value":null,"missing":"NOT_COLLECTED"},\
            "neighbourMean":{"value":null,"missing":"NOT_APPLICABLE","n":0,"size":0}}""");
  }

  @Test
  void theyHaveATrendWithoutRealComparators() {
    JsonNode points =
        sightline
            .ask(
                """
                { trend(council: "X06000002", indicator: "re-referrals-percent", from: "2025", to: "2025") {
                    points { value comparators { england { value } neighbourMean { value size } } } } }
                """)
            .at("/trend/points");

    assertThat(points)
        .hasToString(
            "[{\"value\":12,\"comparators\":{\"england\":{\"value\":null},\"neighbourMean\":{\"value\":null,\"size\":0}}}]");
  }

  @Test
  void theyAreNotNamedTogetherWithRealOnes() {
    assertThat(
            sightline.mistake(
                "{ benchmark(indicator: \"re-referrals-percent\", among: {councils: [\"810\", \"X06000001\"]}) { summary { n } } }"))
        .isEqualTo(
            "Councils made up for the demonstration are never put side by side with real ones."
                + " Made up: Invented 1. Real: Kingston upon Hull, City of.");
  }

  @Test
  void aNeighbourGroupOfARealCouncilHasRealOnesOnly() {
    assertThat(
            sightline
                .ask("{ councils(in: {neighboursOf: {council: \"810\"}}) { generated } }")
                .findValuesAsText("generated"))
        .hasSize(11)
        .containsOnly("false");
  }

  @Test
  void loadingTheReferenceDataAgainKeepsThem() {
    world.forgetReferenceVersion();

    TestSightline.migrate(sightline.database());

    assertThat(
            sightline
                .ask("{ council(code: \"X06000001\") { dfeNumber } }")
                .at("/council/dfeNumber")
                .asText())
        .isEqualTo("981");
  }
}
