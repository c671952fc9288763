package org.sightline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.BesideOthers;
import org.sightline.CouncilReturn;
import org.sightline.SharedWorld;
import org.sightline.TestSightline;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Viewer;

/** What a citation shows later, and what it gives away. */
@BesideOthers
class CitationTest {
  private static final String INDICATOR = "re-referrals-percent";
  private static final String YORK = "E06000014";

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

  @Test
  void aReleaseThatComesLaterWithAnEarlierDayChangesNothingThatWasCited() {
    york("2020-11-01", "50.0").add();
    String code = cite(Viewer.ANONYMOUS, "");

    york("2020-11-02", "51.5").add();

    JsonNode cited = resolve(code);
    assertThat(cited.at("/benchmark/york/value").asText()).isEqualTo("50.0");
    assertThat(cited.at("/unchanged").asBoolean()).isTrue();
    assertThat(sightline.ask(benchmark("", YORK_NOW)).at("/benchmark/york/value").asText())
        .isEqualTo("51.5");
    // Cited again it is the same citation, of the same instant.
    assertThat(cited.at("/benchmark/citation/code").asText()).isEqualTo(code);
  }

  @Test
  void aPublishedFigureThatIsCorrectedWhereItStandsIsNamed() {
    int edition = york("2020-11-01", "50.0").add();
    String code = cite(Viewer.ANONYMOUS, "");

    world.revise(edition, "51.5", "5");

    assertThat(resolve(code).at("/unchanged").asBoolean()).isFalse();
    assertThat(resolve(code).at("/difference/0").asText()).contains("York", "51.5");
  }

  @Test
  void aNumeratorThatMovesWithoutItsRoundedValueIsADifference() {
    int edition = york("2020-11-01", "50.0").add();
    world.revise(edition, "50.0", "500");
    String code = cite(Viewer.ANONYMOUS, "");

    world.revise(edition, "50.0", "501");

    assertThat(resolve(code).at("/unchanged").asBoolean()).isFalse();
    assertThat(resolve(code).at("/difference").toString()).contains("York", "made of");
  }

  @Test
  void aFigureBesideTheGroupThatMovesIsADifference() {
    int edition = york("2020-11-01", "50.0").add();
    String code = cite(Viewer.ANONYMOUS, ", among: {councils: [\"E06000011\"]}");

    world.revise(edition, "51.0", "5");

    assertThat(resolve(code, "").at("/unchanged").asBoolean()).isFalse();
    assertThat(resolve(code, "").at("/difference").toString()).contains("beside the group's");
  }

  @Test
  void aFigureThatIsTakenBackIsNoLongerPublished() {
    SharedWorld.Organisation hull = world.council("E06000010");
    int edition =
        world
            .councilReturn(hull)
            .ofClass(AccessClass.PUBLISHED)
            .figure(INDICATOR, "2030", "99.9")
            .add();
    String code = cite(Viewer.ANONYMOUS, "");

    world.keepBack(edition, INDICATOR);
    world.revise(edition, "98.8", "5");

    for (Viewer viewer : List.of(Viewer.ANONYMOUS, hull.dataOwnerViewer())) {
      assertThat(
              sightline
                  .ask(viewer, resolving(code, ""))
                  .at("/citedBenchmark/difference/0")
                  .asText())
          .as("to %s", viewer)
          .endsWith("its figure is no longer published.");
    }
  }

  @Test
  void theMarksOfOneCouncilAreOthersInAnotherCitation() {
    york("2020-11-01", "50.0").add();

    JsonNode alone = decoded(cite(Viewer.ANONYMOUS, ", among: {councils: [\"E06000014\"]}"));
    JsonNode both =
        decoded(cite(Viewer.ANONYMOUS, ", among: {councils: [\"E06000010\", \"E06000014\"]}"));

    assertThat(alone.at("/marks").asText()).hasSize(4);
    assertThat(both.at("/marks").asText()).hasSize(8).doesNotContain(alone.at("/marks").asText());
  }

  @Test
  void thePrivateGroupOfACitationShowsNoMemberAndNoSize() {
    york("2020-11-01", "50.0").add();
    Viewer owner = world.council("E06000010").dataOwnerViewer();
    String saved = ", among: {saved: \"%s\"}".formatted(save(owner, YORK, "E06000011"));

    String code = cite(owner, saved);
    String guessed = cite(owner, ", among: {councils: [\"E06000014\", \"E06000011\"]}");

    assertThat(decoded(code).at("/pinned").asText()).isEmpty();
    assertThat(decoded(code).at("/marks").asText()).isEmpty();
    assertThat(decoded(code).toString()).doesNotContain(YORK, "E06000011");
    assertThat(decoded(code).at("/fingerprint")).isNotEqualTo(decoded(guessed).at("/fingerprint"));
    assertThat(
            sightline.ask(owner, resolving(code, "")).at("/citedBenchmark/unchanged").asBoolean())
        .isTrue();
  }

  @Test
  void aPrivateGroupWithOtherMembersIsSaidToBeAnotherAndOneThatIsGoneToBeGone() {
    york("2020-11-01", "50.0").add();
    Viewer owner = world.council("E06000010").dataOwnerViewer();
    String group = save(owner, YORK, "E06000011");
    String code = cite(owner, ", among: {saved: \"%s\"}".formatted(group));

    String again = save(owner, YORK, "E06000012");
    assertThat(again).isEqualTo(group);
    assertThat(sightline.ask(owner, resolving(code, "")).at("/citedBenchmark/difference"))
        .hasSize(1)
        .first()
        .hasToString("\"The group's councils are others now.\"");

    JsonNode _ =
        sightline.ask(
            owner,
            "mutation { removeCouncilGroup(input: {id: \"%s\"}) { removed } }".formatted(group));
    assertThat(sightline.answer(owner, resolving(code, "")).at("/errors/0/message").asText())
        .contains("The group of this citation is gone");
  }

  @Test
  void aPublicGroupThatHasOthersInItNowIsCitedWithThoseItHad() {
    york("2020-11-01", "50.0").add();
    String mosaic =
        ", among: {attribute: {attribute: \"case-system\", anyOf: [\"Mosaic\"], at: \"2020-06-01\"}}";
    String names = "standings { area { name } }";
    String code = cite(Viewer.ANONYMOUS, mosaic);

    world.attribute("E06000010", "case-system", "Mosaic", LocalDate.of(2020, 2, 1));

    assertThat(sightline.ask(benchmark(mosaic, names)).findValuesAsText("name"))
        .containsExactlyInAnyOrder("York", "Kingston upon Hull, City of");
    JsonNode cited = resolve(code, names);
    assertThat(cited.findValuesAsText("name")).containsExactly("York");
    assertThat(cited.at("/unchanged").asBoolean()).isTrue();
  }

  private String save(Viewer owner, String... codes) {
    return sightline
        .ask(
            owner,
            "mutation { saveCouncilGroup(input: {name: \"Ours\", councils: [\"%s\"]}) { savedGroup { id } } }"
                .formatted(String.join("\", \"", codes)))
        .at("/saveCouncilGroup/savedGroup/id")
        .asText();
  }

  private CouncilReturn york(String publishedOn, String value) {
    return world
        .officialRelease()
        .publishedOn(publishedOn)
        .figureOf(YORK, INDICATOR, "2030", value);
  }

  private static final String YORK_NOW = "york: standing(council: \"816\") { value }";

  private static String benchmark(String arguments, String wanted) {
    return "{ benchmark(indicator: \"%s\", period: \"2030\"%s) { citation { code } %s } }"
        .formatted(INDICATOR, arguments, wanted);
  }

  private String cite(Viewer viewer, String arguments) {
    return sightline.ask(viewer, benchmark(arguments, "")).at("/benchmark/citation/code").asText();
  }

  private JsonNode resolve(String code) {
    return resolve(code, YORK_NOW);
  }

  private JsonNode resolve(String code, String wanted) {
    return sightline.ask(resolving(code, wanted)).at("/citedBenchmark");
  }

  private static String resolving(String code, String wanted) {
    return "{ citedBenchmark(citation: \"%s\") { unchanged difference benchmark { citation { code } %s } } }"
        .formatted(code, wanted);
  }

  private static JsonNode decoded(String code) {
    try {
      return new ObjectMapper()
          .readTree(Base64.getUrlDecoder().decode(code.substring(0, code.indexOf('.'))));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
