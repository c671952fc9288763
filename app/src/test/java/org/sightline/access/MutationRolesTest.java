package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.tenancy.Viewer;

/**
 * Every mutation of the schema by every role. A new mutation has a row in {@link #CASES}, or the
 * build fails: who may carry it out, and who is told what is wrong. Everybody else is forbidden,
 * and then not a row of any guarded table has changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationRolesTest {
  /** One of each role, of Hull unless the name says otherwise. */
  private static final List<String> CALLERS =
      List.of(
          "anonymous",
          "hull-analyst",
          "hull-contributor",
          "hull-owner",
          "hull-machine",
          "hull-revoked",
          "york-owner",
          "yorkshire-owner",
          "dfe-adviser",
          "operator",
          "a-stranger");

  private static final String TERMS = "purpose: \"comparison\", scope: {datasets: [INDICATORS]}";

  private static final List<Case> CASES =
      List.of(
          new Case(
              "proposeSharingAgreement",
              _ -> "{owner: \"e06000010\", recipient: \"yorkshire\", " + TERMS + "}",
              Map.of(
                  "hull-owner", Outcome.DONE,
                  "yorkshire-owner", Outcome.DONE,
                  "york-owner", Outcome.TOLD)),
          new Case(
              "signSharingAgreement",
              partners -> signed(partners.proposal("yorkshire", "")),
              Map.of(
                  "hull-owner", Outcome.DONE,
                  "yorkshire-owner", Outcome.DONE,
                  "york-owner", Outcome.TOLD)),
          new Case(
              "revokeSharingAgreement",
              partners ->
                  "{id: \"%s\", because: \"over\"}".formatted(partners.proposal("yorkshire", "")),
              Map.of(
                  "hull-owner", Outcome.DONE,
                  "yorkshire-owner", Outcome.DONE,
                  "york-owner", Outcome.TOLD)),
          new Case(
              "proposeSharingProtocol",
              _ ->
                  "{name: \"Family\", text: \"We share.\", invited: [\"e06000019\"], "
                      + TERMS
                      + "}",
              Map.of(
                  "hull-owner", Outcome.DONE,
                  "yorkshire-owner", Outcome.DONE,
                  "york-owner", Outcome.DONE)),
          new Case(
              "inviteToSharingProtocol",
              partners -> "{id: \"%s\", invited: [\"e06000019\"]}".formatted(protocol(partners)),
              Map.of(
                  "hull-owner", Outcome.DONE,
                  "yorkshire-owner", Outcome.TOLD,
                  "york-owner", Outcome.TOLD)),
          new Case(
              "signSharingProtocol",
              partners -> signed(protocol(partners)),
              Map.of(
                  "hull-owner", Outcome.DONE,
                  "yorkshire-owner", Outcome.DONE,
                  "york-owner", Outcome.TOLD)),
          new Case(
              "leaveSharingProtocol",
              partners -> "{id: \"%s\"}".formatted(protocol(partners)),
              Map.of(
                  "hull-owner", Outcome.DONE,
                  "yorkshire-owner", Outcome.DONE,
                  "york-owner", Outcome.TOLD)));

  /** All that the database guards, as one text. */
  private static final String EVERYTHING_GUARDED =
      """
      SELECT relname || ' ' || md5(query_to_xml(format('SELECT * FROM public.%I AS one ORDER BY one::text', relname),
        true, false, '')::text)
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity ORDER BY 1
      """;

  /** What comes of it. */
  enum Outcome {
    /** It is done. */
    DONE,
    /** The payload says what is wrong. */
    TOLD,
    /** There is no data, and an error with the code FORBIDDEN. */
    FORBIDDEN
  }

  /**
   * One mutation.
   *
   * @param input made anew for each caller, after what it is about
   * @param outcomes of those who are not forbidden
   */
  record Case(String mutation, Function<Partners, String> input, Map<String, Outcome> outcomes) {
    @Override
    public String toString() {
      return mutation;
    }
  }

  private Partners partners;

  @BeforeAll
  void start() {
    partners = new Partners();
  }

  @AfterAll
  void stop() {
    if (partners != null) {
      partners.close();
    }
  }

  static Stream<Arguments> everyMutationByEveryCaller() {
    return CASES.stream()
        .flatMap(
            one ->
                CALLERS.stream()
                    .map(
                        caller ->
                            Arguments.of(
                                one,
                                caller,
                                one.outcomes().getOrDefault(caller, Outcome.FORBIDDEN))));
  }

  @Test
  void everyMutationOfTheSchemaHasItsRow() {
    JsonNode schema =
        partners.ask(Partners.HULL_OWNER, "{ __schema { mutationType { fields { name } } } }");

    assertThat(schema.findValuesAsText("name"))
        .containsExactlyInAnyOrderElementsOf(CASES.stream().map(Case::mutation).toList());
  }

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @MethodSource("everyMutationByEveryCaller")
  void isDoneByThoseWhoMay(Case one, String caller, Outcome expected) {
    String input = one.input().apply(partners);
    List<String> before = partners.texts(EVERYTHING_GUARDED);

    JsonNode answer =
        partners.answer(
            new Viewer(caller),
            "mutation { %s(input: %s) { errors { code message } } }"
                .formatted(one.mutation(), input));

    assertThat(outcome(one, answer)).as(answer.toString()).isEqualTo(expected);
    if (expected == Outcome.DONE) {
      assertThat(partners.texts(EVERYTHING_GUARDED)).isNotEqualTo(before);
    } else {
      assertThat(partners.texts(EVERYTHING_GUARDED)).isEqualTo(before);
    }
  }

  private static Outcome outcome(Case one, JsonNode answer) {
    if (answer.has("errors")) {
      assertThat(answer.path("data").isNull() || answer.path("data").isMissingNode()).isTrue();
      assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
      return Outcome.FORBIDDEN;
    }
    return answer.at("/data/" + one.mutation() + "/errors").isEmpty() ? Outcome.DONE : Outcome.TOLD;
  }

  private static String signed(String id) {
    return "{id: \"%s\", signedAs: \"Director\"}".formatted(id);
  }

  /** One that Hull convenes and the partnership is invited to. */
  private static String protocol(Partners partners) {
    return partners
        .change(
            Partners.HULL_OWNER,
            "proposeSharingProtocol",
            "{name: \"Family\", text: \"We share.\", invited: [\"yorkshire\"], " + TERMS + "}",
            "sharingProtocol { id }")
        .at("/sharingProtocol/id")
        .asText();
  }
}
