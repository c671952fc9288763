package org.sightline.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.tenancy.Viewer;

/** What the papers say of interventions, and what councils keep themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterventionsTest {
  private static final String ADVISERS_NOTE =
      "kind: ADVISER, from: \"2019\", source: \"Letter of the department\"";

  private Governed governed;

  @BeforeAll
  void start() {
    governed = new Governed();
  }

  @AfterAll
  void stop() {
    if (governed != null) {
      governed.close();
    }
  }

  @Test
  void hullsStepsAreToldInOrderAndAMonthIsNeverOneOfItsDays() {
    assertThat(
            governed
                .sightline
                .ask(
                    "{ interventions(among: {councils: [\"810\"]}) { kind from to ended span source paragraph accessClass version } }")
                .get("interventions"))
        .extracting(
            one ->
                String.join(
                    " | ",
                    one.get("kind").asText(),
                    one.get("from").asText(),
                    one.get("to").asText(),
                    one.get("ended").asText(),
                    one.get("span").asText(),
                    one.get("paragraph").asText()))
        .containsExactly(
            "STATUTORY_DIRECTION | 2020-02 | 2022-08 | REPLACED | February 2020 to August 2022, replaced | paragraph 1.2",
            "COMMISSIONER | 2020-04 | 2021-03 | NOT_STATED | April 2020 to March 2021, how it ended is not stated | paragraph 1.1",
            "IMPROVEMENT_NOTICE | 2022-08 | 2023-09 | LIFTED | August 2022 to September 2023, lifted | section 8");
  }

  /** Kind, how sure, and whether it counts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "810 | 2020-01-31 | ",
        "810 | 2020-02-01 | STATUTORY_DIRECTION POSSIBLE true",
        "810 | 2020-03-01 | STATUTORY_DIRECTION CERTAIN true",
        "810 | 2020-06-15 | STATUTORY_DIRECTION CERTAIN true, COMMISSIONER CERTAIN true",
        "810 | 2021-03-31 | STATUTORY_DIRECTION CERTAIN true, COMMISSIONER POSSIBLE true",
        "810 | 2022-07-31 | STATUTORY_DIRECTION CERTAIN true",
        "810 | 2022-08-15 | STATUTORY_DIRECTION POSSIBLE false, IMPROVEMENT_NOTICE POSSIBLE true",
        "810 | 2022-11-21 | IMPROVEMENT_NOTICE CERTAIN true",
        "810 | 2023-09-01 | IMPROVEMENT_NOTICE POSSIBLE false",
        "810 | 2023-10-01 | ",
        "884 | 2021-05-31 | IMPROVEMENT_NOTICE POSSIBLE true",
        "884 | 2022-10-01 | IMPROVEMENT_NOTICE POSSIBLE true, COMMISSIONER POSSIBLE true, STATUTORY_DIRECTION POSSIBLE true",
      })
  void whatHeldOnADaySaysHowSureThatIs(String council, String day, String expected) {
    List<String> held = new ArrayList<>();
    for (JsonNode one :
        governed
            .sightline
            .ask(
                "{ interventions(among: {councils: [\"%s\"]}, at: \"%s\") { kind on(at: \"%2$s\") { certainty counted sentence } } }"
                    .formatted(council, day))
            .get("interventions")) {
      held.add(
          "%s %s %s"
              .formatted(
                  one.get("kind").asText(),
                  one.at("/on/certainty").asText(),
                  one.at("/on/counted").asText()));
      assertThat(one.at("/on/sentence").asText()).endsWith(".");
    }
    assertThat(String.join(", ", held)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void theSentenceSaysWhatIsNotKnown() {
    assertThat(sentences("2022-08-15"))
        .containsExactly(
            "It ended in August 2022, of which no day is known (replaced): it counts until 2022-07-31, and so no more on this day.",
            "It began in August 2022, of which no day is known: it counts from 2022-08-01 on.");
    assertThat(sentences("2022-12-01"))
        .containsExactly("It held on this day: August 2022 to September 2023, lifted.");
  }

  private List<String> sentences(String day) {
    return governed
        .sightline
        .ask(
            "{ interventions(among: {councils: [\"810\"]}, at: \"%s\") { on(at: \"%1$s\") { sentence } } }"
                .formatted(day))
        .findValuesAsText("sentence");
  }

  /** The attributes are made of the interventions: they can only ever agree. */
  @Test
  void theAttributesOfInterventionAreThoseOfTheInterventions() {
    assertThat(
            governed.world.texts(
                """
                SELECT concat_ws(' ', area_code.code, attribute_code, value, span.valid_from, span.holds_to)
                FROM council_attribute_span AS span JOIN area_code ON area_code.area_id = span.council_id AND scheme = 'DFE'
                WHERE attribute_code LIKE 'intervention-%' ORDER BY area_code.code, attribute_code, span.valid_from
                """))
        .containsExactly(
            "810 intervention-lead Commissioner 2020-04-01 2021-03-31",
            "810 intervention-state Statutory direction 2020-02-01 2022-07-31",
            "810 intervention-state Improvement notice 2022-08-01 2023-08-31",
            "810 intervention-state None 2023-09-01",
            "884 intervention-lead Commissioner 2022-09-01",
            "884 intervention-state Improvement notice 2021-05-01 2022-08-31",
            "884 intervention-state Statutory direction 2022-09-01");
  }

  @Test
  void aCouncilKeepsItsOwnBesideThePublicOnesAndNobodyElseKnowsOfIt() {
    String before = everything(governed.yorkAnalyst);
    JsonNode recorded =
        governed.done(
            governed.hullContributor,
            "recordIntervention",
            ADVISERS_NOTE,
            "intervention { id accessClass ended version }");
    String id = recorded.at("/intervention/id").asText();

    assertThat(recorded.at("/intervention/accessClass").asText()).isEqualTo("COUNCIL_ONLY");
    assertThat(recorded.at("/intervention/ended").isNull()).isTrue();
    assertThat(kinds(governed.hullAnalyst))
        .containsExactly("ADVISER", "STATUTORY_DIRECTION", "COMMISSIONER", "IMPROVEMENT_NOTICE");
    for (Viewer other : List.of(governed.yorkAnalyst, governed.adviser, governed.partner)) {
      assertThat(kinds(other)).doesNotContain("ADVISER");
      assertThat(node(other, id)).isEqualTo("{\"node\":null}");
    }
    assertThat(everything(governed.yorkAnalyst)).isEqualTo(before);
    assertThat(
            governed
                .change(
                    governed.yorkContributor,
                    "amendIntervention",
                    "id: \"%s\", version: 0, note: \"x\"".formatted(id),
                    "intervention { id }")
                .at("/errors/0/code")
                .asText())
        .isEqualTo("NOT_FOUND");
    forget();
  }

  @Test
  void aSharedOneIsSeenUnderAnAgreementAndThenLogged() {
    int before = governed.log(governed.hull).size();
    JsonNode _ =
        governed.done(
            governed.hullContributor,
            "recordIntervention",
            ADVISERS_NOTE + ", accessClass: SHARED",
            "intervention { id }");

    assertThat(kinds(governed.adviser)).contains("ADVISER");
    assertThat(kinds(governed.otherAdviser)).doesNotContain("ADVISER");
    assertThat(kinds(governed.yorkAnalyst)).doesNotContain("ADVISER");
    assertThat(kinds(governed.hullAnalyst)).contains("ADVISER");
    assertThat(governed.log(governed.hull))
        .hasSize(before + 1)
        .last()
        .isEqualTo("Member adviser INSPECTIONS 1 " + governed.assignment);
    forget();
  }

  @Test
  void itIsAmendedByThoseWhoHaveSeenItsVersion() {
    String id =
        governed
            .done(
                governed.hullContributor,
                "recordIntervention",
                ADVISERS_NOTE + ", note: \"First\"",
                "intervention { id }")
            .at("/intervention/id")
            .asText();
    JsonNode amended =
        governed.done(
            governed.hullContributor,
            "amendIntervention",
            "id: \"%s\", version: 0, to: \"2019-12\", ended: LIFTED, note: null".formatted(id),
            "intervention { kind from to ended note source version }");

    assertThat(amended.get("intervention"))
        .hasToString(
            "{\"kind\":\"ADVISER\",\"from\":\"2019\",\"to\":\"2019-12\",\"ended\":\"LIFTED\",\"note\":null,\"source\":\"Letter of the department\",\"version\":1}");
    JsonNode late =
        governed.change(
            governed.hullContributor,
            "amendIntervention",
            "id: \"%s\", version: 0, note: \"x\"".formatted(id),
            "intervention { id }");
    assertThat(late.at("/errors/0/code").asText()).isEqualTo("VERSION_CHANGED");
    assertThat(late.at("/errors/0/message").asText())
        .isEqualTo(
            "Somebody has changed it since: now it is version 1, Adviser, 2019 to December 2019, lifted.");
    forget();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "from: \"2021-05\", to: \"2021-04\" | to | It cannot have ended before it began: 2021-04 lies before 2021-05.",
        "from: \"2021-05\", ended: LIFTED | ended | Say in 'to' when it ended, be it only the year; without an end only NOT_STATED can be said.",
        "from: \"2021-05\", accessClass: PUBLISHED | accessClass | Only a data owner publishes, at once or at the end of an embargo: record it as COUNCIL_ONLY or SHARED.",
        "from: \"2021-05\", embargoedUntil: \"2090-01-01T00:00:00Z\" | embargoedUntil | embargoedUntil goes with the class EMBARGOED, and with no other.",
      })
  void whatCannotBeIsTold(String input, String field, String message) {
    JsonNode payload =
        governed.change(
            governed.hullContributor,
            "recordIntervention",
            "kind: TRUST, source: \"x\", " + input,
            "intervention { id }");

    assertThat(payload.get("intervention").isNull()).isTrue();
    assertThat(payload.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(payload.at("/errors/0/message").asText()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"2021-13", "2021-02-30", "21", "2021-2", "1066", "May 2021", "2021-"})
  void whatIsNoDayMonthOrYearIsRefusedInASentence(String from) {
    JsonNode answer =
        governed.sightline.answer(
            governed.hullContributor,
            "mutation { recordIntervention(input: {kind: TRUST, source: \"x\", from: \"%s\"}) { errors { code } } }"
                .formatted(from));

    assertThat(answer.at("/errors/0/message").asText())
        .contains("'" + from + "' is not a PartialDate: a day is written as 2020-02-14");
  }

  @Test
  void itTakesAsManyStatementsForManyAsForOne() {
    String question = "{ interventions(among: %s) { kind on { counted } council { name } } }";
    long one =
        governed.statements(governed.hullAnalyst, question.formatted("{councils: [\"810\"]}"));

    assertThat(governed.statements(governed.hullAnalyst, question.formatted("{england: true}")))
        .isLessThanOrEqualTo(one)
        .isLessThanOrEqualTo(5);
  }

  private String everything(Viewer viewer) {
    return governed
        .ask(viewer, "{ interventions { id kind from to span on { sentence } source version } }")
        .toString();
  }

  private List<String> kinds(Viewer viewer) {
    return governed
        .ask(viewer, "{ interventions(among: {councils: [\"810\"]}) { kind } }")
        .findValuesAsText("kind");
  }

  private String node(Viewer viewer, String id) {
    return governed.ask(viewer, "{ node(id: \"%s\") { id } }".formatted(id)).toString();
  }

  private void forget() {
    List<String> _ =
        governed.world.texts(
            "DELETE FROM intervention WHERE owner_organisation_id IS NOT NULL RETURNING id");
  }
}
