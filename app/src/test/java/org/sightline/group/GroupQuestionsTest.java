package org.sightline.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.DemonstrationPeople.ASHMERE;
import static org.sightline.DemonstrationPeople.GORSEFIELD;
import static org.sightline.DemonstrationPeople.HULL_ANALYST;
import static org.sightline.DemonstrationPeople.HULL_OWNER;
import static org.sightline.DemonstrationPeople.NORTHMERE_PARTNER;
import static org.sightline.DemonstrationPeople.OPERATOR;
import static org.sightline.DemonstrationPeople.YORK_ANALYST;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.BesideOthers;
import org.sightline.StatementCount;
import org.sightline.TestSightline;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Viewer;

/** Groups that an organisation has saved, or that follow from a protocol or a regional body. */
@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupQuestionsTest {
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

  @Test
  void aGroupIsSavedOverwrittenAskedForAndRemoved() {
    JsonNode saved = save(HULL_ANALYST, "Ours", "[\"816\", \"E06000010\", \"816\", \"884\"]");
    String id = saved.at("/savedGroup/id").asText();
    assertThat(saved.get("errors")).isEmpty();
    assertThat(saved.at("/savedGroup/createdBy").asText()).isEqualTo("Hannah Lowe");
    assertThat(named(HULL_OWNER, "saved", id))
        .containsExactly("York", "Kingston upon Hull, City of", "Herefordshire, County of");

    assertThat(
            sightline
                .ask(
                    HULL_OWNER, "{ node(id: \"%s\") { ... on SavedGroup { name } } }".formatted(id))
                .at("/node/name")
                .asText())
        .isEqualTo("Ours");

    JsonNode again = save(HULL_OWNER, " Ours ", "[\"884\"]");

    assertThat(again.at("/savedGroup/id").asText()).isEqualTo(id);
    assertThat(again.at("/savedGroup/createdBy").asText()).isEqualTo("Hannah Lowe");
    assertThat(named(HULL_ANALYST, "saved", id)).containsExactly("Herefordshire, County of");
    assertThat(
            sightline
                .ask(HULL_ANALYST, "{ savedGroups { name councils { code } } }")
                .get("savedGroups"))
        .hasToString("[{\"name\":\"Ours\",\"councils\":[{\"code\":\"E06000019\"}]}]");
    assertThat(
            sightline
                .ask(
                    HULL_ANALYST,
                    "{ benchmark(indicator: \"assessments-within-45-days-local\", among: {saved: \"%s\"}) { summary { size } } }"
                        .formatted(id))
                .at("/benchmark/summary/size")
                .asInt())
        .isEqualTo(1);

    String whileItIs = everythingAbout(YORK_ANALYST, id);
    assertThat(remove(YORK_ANALYST, id).at("/errors/0/code").asText()).isEqualTo("NOT_FOUND");
    assertThat(remove(HULL_ANALYST, id).get("removed").asText()).isEqualTo("Ours");

    // To another organisation it is, byte for byte, as one that never was.
    assertThat(everythingAbout(YORK_ANALYST, id)).isEqualTo(whileItIs);
    assertThat(whileItIs).contains("There is no saved group with the id '" + id + "'.");
    assertThat(remove(HULL_ANALYST, id).at("/errors/0/code").asText()).isEqualTo("NOT_FOUND");
    assertThat(answer(HULL_ANALYST, "saved", id)).isEqualTo(answer(YORK_ANALYST, "saved", id));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "Mixed | [\"810\", \"X06000001\"] | councils | Councils made up for the demonstration are never put side by side with real ones.",
        "Unknown | [\"E06009999\"] | councils | No council has the code 'E06009999'.",
        "Empty | [] | councils | A group has 1 to 200 councils; this one has 0.",
        "` ` | [\"810\"] | name | Write something into name.",
      })
  void whatCannotBeSavedIsTold(String name, String councils, String field, String message) {
    JsonNode payload = save(HULL_ANALYST, name, councils);

    assertThat(payload.get("savedGroup").isNull()).isTrue();
    assertThat(payload.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(payload.at("/errors/0/message").asText()).startsWith(message);
  }

  @Test
  void aNameIsEachOrganisationsOwn() {
    String ours = save(HULL_ANALYST, "Shared name", "[\"810\"]").at("/savedGroup/id").asText();
    String theirs = save(YORK_ANALYST, "Shared name", "[\"816\"]").at("/savedGroup/id").asText();

    assertThat(theirs).isNotEqualTo(ours);
    assertThat(named(HULL_ANALYST, "saved", ours)).containsExactly("Kingston upon Hull, City of");
    assertThat(remove(HULL_ANALYST, ours).get("errors")).isEmpty();
    assertThat(named(YORK_ANALYST, "saved", theirs)).containsExactly("York");
    assertThat(remove(YORK_ANALYST, theirs).get("errors")).isEmpty();
  }

  @Test
  void whoRunsThePlatformSavesNone() {
    JsonNode answer =
        sightline.answer(
            OPERATOR,
            "mutation { saveCouncilGroup(input: {name: \"x\", councils: [\"810\"]}) { errors { code } } }");

    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
  }

  @Test
  void aProtocolsPartiesAreAGroupForThoseWhoMayKnowThem() {
    String id =
        sightline
            .ask(NORTHMERE_PARTNER, "{ sharingProtocols { id } }")
            .at("/sharingProtocols/0/id")
            .asText();
    String never = new GlobalId("SharingProtocol", "4711").encoded();

    for (Viewer mayKnow : List.of(NORTHMERE_PARTNER, ASHMERE, GORSEFIELD)) {
      assertThat(named(mayKnow, "protocol", id))
          .containsExactly(
              "Ashmere", "Brackendale", "Coldwater Vale", "Dunmarsh", "Eastmoor", "Fenwick Bay");
    }
    for (Viewer mayNot : List.of(HULL_ANALYST, OPERATOR, Viewer.ANONYMOUS)) {
      assertThat(answer(mayNot, "protocol", id))
          .isEqualTo(answer(mayNot, "protocol", never).replace(never, id))
          .contains("There is no sharing protocol with the id '" + id + "'.", "NOT_FOUND");
    }
  }

  @Test
  void aRegionalBodyIsForItsCouncilsAndKnownToMembersOnly() {
    String body = organisation("yorkshire-and-the-humber");
    String northmere = organisation("northmere");
    String hull = organisation("e06000010");

    assertThat(named(HULL_ANALYST, "regionalBody", body))
        .hasSize(15)
        .contains("York", "Sheffield", "North Yorkshire");
    assertThat(named(HULL_ANALYST, "regionalBody", northmere)).hasSize(8).contains("Ashmere");
    assertThat(answer(Viewer.ANONYMOUS, "regionalBody", body))
        .contains("There is no regional body with the id '" + body + "'.", "NOT_FOUND");
    assertThat(answer(HULL_ANALYST, "regionalBody", hull))
        .contains("There is no regional body with the id '" + hull + "'.");
    assertThat(answer(HULL_ANALYST, "regionalBody", "nonsense"))
        .contains("There is no regional body with the id 'nonsense'.");
  }

  @Test
  void anOperatorSaysWhomARegionalBodyIsForFromADayOn() {
    String northmere = organisation("northmere");

    JsonNode set =
        set(
            "{code: \"northmere\", councils: [\"X06000001\", \"X06000002\"], from: \"2030-04-01\"}");

    assertThat(set.get("errors")).isEmpty();
    assertThat(set.at("/regionalBody/code").asText()).isEqualTo("northmere");
    assertThat(namedOn(northmere, "2030-03-31")).hasSize(8);
    assertThat(namedOn(northmere, "2030-04-01")).containsExactly("Ashmere", "Brackendale");
    JsonNode _ = set("{code: \"northmere\", councils: [\"X06000002\"], from: \"2030-01-01\"}");
    assertThat(namedOn(northmere, "2029-12-31")).hasSize(8);
    assertThat(namedOn(northmere, "2030-04-01")).containsExactly("Brackendale");
    assertThat(namedOn(northmere, "1990-01-01"))
        .singleElement()
        .asString()
        .startsWith("No councils are recorded for this regional body on 1990-01-01");
  }

  @Test
  void whatIsWrongWithTheCouncilsOfARegionalBodyIsSaid() {
    assertThat(mistake("{code: \"e06000010\", councils: [\"810\"], from: \"2026-04-01\"}"))
        .isEqualTo("There is no regional body with the code 'e06000010'.");
    assertThat(mistake("{code: \"northmere\", councils: [], from: \"2026-04-01\"}"))
        .isEqualTo("A regional body is for 1 to 200 councils; 0 are named.");
    assertThat(
            mistake(
                "{code: \"northmere\", councils: [\"810\", \"X06000001\"], from: \"2026-04-01\"}"))
        .contains("never put together with real ones");
    assertThat(mistake("{code: \"northmere\", councils: [\"E10000006\"], from: \"2026-04-01\"}"))
        .isEqualTo("Cumbria does not exist on 2026-04-01.");
  }

  private String mistake(String input) {
    return set(input).at("/errors/0/message").asText();
  }

  private JsonNode set(String input) {
    return sightline
        .ask(
            OPERATOR,
            "mutation { setRegionalBodyCouncils(input: %s) { regionalBody { code } errors { message } } }"
                .formatted(input))
        .get("setRegionalBodyCouncils");
  }

  /** The names, or why there are none. */
  private List<String> namedOn(String body, String day) {
    JsonNode answer =
        sightline.answer(
            HULL_ANALYST,
            "{ councils(in: {regionalBody: \"%s\"}, at: \"%s\") { name } }".formatted(body, day));
    return answer.has("errors")
        ? answer.findValuesAsText("message")
        : answer.findValuesAsText("name");
  }

  @Test
  void aGroupOfFifteenCostsAsManyStatementsAsOneOfEight() {
    String question = "{ councils(in: {regionalBody: \"%s\"}) { name region { name } } }";
    String eight = question.formatted(organisation("northmere"));
    String fifteen = question.formatted(organisation("yorkshire-and-the-humber"));

    assertThat(statements(fifteen)).isEqualTo(statements(eight)).isLessThanOrEqualTo(6);
  }

  private long statements(String question) {
    StatementCount count = sightline.get(StatementCount.class);
    count.reset();
    JsonNode _ = sightline.ask(HULL_ANALYST, question);
    return count.total();
  }

  private String organisation(String code) {
    for (JsonNode one :
        sightline.ask(HULL_ANALYST, "{ organisations { id code } }").get("organisations")) {
      if (one.get("code").asText().equals(code)) {
        return one.get("id").asText();
      }
    }
    throw new AssertionError("No organisation " + code);
  }

  private List<String> named(Viewer viewer, String field, String id) {
    return sightline
        .ask(viewer, "{ councils(in: {%s: \"%s\"}) { name } }".formatted(field, id))
        .findValuesAsText("name");
  }

  private String answer(Viewer viewer, String field, String id) {
    return sightline
        .answer(viewer, "{ councils(in: {%s: \"%s\"}) { name } }".formatted(field, id))
        .toString();
  }

  private String everythingAbout(Viewer viewer, String id) {
    return answer(viewer, "saved", id)
        + sightline.answer(viewer, "{ savedGroups { id name } }")
        + sightline.answer(viewer, "{ node(id: \"%s\") { id } }".formatted(id))
        + sightline.answer(
            viewer,
            "{ benchmark(indicator: \"assessments-within-45-days-local\", among: {saved: \"%s\"}) { summary { size } } }"
                .formatted(id))
        + remove(viewer, id);
  }

  private JsonNode save(Viewer viewer, String name, String councils) {
    return sightline
        .ask(
            viewer,
            "mutation { saveCouncilGroup(input: {name: \"%s\", councils: %s}) { savedGroup { id name createdBy createdAt changedAt } errors { field code message } } }"
                .formatted(name, councils))
        .get("saveCouncilGroup");
  }

  private JsonNode remove(Viewer viewer, String id) {
    return sightline
        .ask(
            viewer,
            "mutation { removeCouncilGroup(input: {id: \"%s\"}) { removed errors { field code message } } }"
                .formatted(id))
        .get("removeCouncilGroup");
  }
}
