package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.access.MutationCase.Outcome;
import org.sightline.access.world.MailedKeycloak;
import org.sightline.tenancy.Viewer;

/**
 * Every mutation of the schema by every role. A new mutation has a row in {@link
 * MutationCase#all()}, or the build fails: who may carry it out, and who is told what is wrong.
 * Everybody else is forbidden, and then not a row of any guarded table has changed.
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

  /** What tells how many rows each guarded table has, and their content in whichever order. */
  private static final String STATEMENT_OF_EVERYTHING_GUARDED =
      """
      SELECT string_agg(format('SELECT %L, count(*), sum(hashtextextended(one::text, 0)) FROM public.%I AS one', relname,
        relname), ' UNION ALL ')
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relrowsecurity
        AND NOT relispartition
      """;

  private final MailedKeycloak keycloak = new MailedKeycloak();
  private Partners partners;
  private String everythingGuarded = "";

  @BeforeAll
  void start() {
    partners = new Partners(keycloak.settings());
    everythingGuarded =
        "SELECT concat_ws(' ', guarded.*) FROM (%s) AS guarded ORDER BY 1"
            .formatted(partners.texts(STATEMENT_OF_EVERYTHING_GUARDED).getFirst());
  }

  @AfterAll
  void stop() {
    if (partners != null) {
      partners.close();
    }
    keycloak.close();
  }

  static Stream<Arguments> everyMutationByEveryCaller() {
    return MutationCase.all().stream()
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
        .containsExactlyInAnyOrderElementsOf(
            MutationCase.all().stream().map(MutationCase::mutation).toList());
  }

  @Test
  void onboardingsAreForOperatorsToRead() {
    JsonNode answer = partners.answer(Partners.HULL_OWNER, "{ onboardings { code } }");

    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
  }

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @MethodSource("everyMutationByEveryCaller")
  void isDoneByThoseWhoMay(MutationCase one, String caller, Outcome expected) {
    String input = one.input().apply(partners);
    List<String> before = partners.texts(everythingGuarded);
    int mailsBefore = keycloak.mailbox().size();

    JsonNode answer =
        partners.answer(
            new Viewer(caller),
            "mutation { %s(input: %s) { %s errors { code message } } }"
                .formatted(one.mutation(), input, notice(one)));

    List<String> after = partners.texts(everythingGuarded);
    assertThat(outcome(one, answer)).as(answer.toString()).isEqualTo(said(expected));
    assertThat(after.equals(before)).as("nothing has changed").isEqualTo(expected != Outcome.DONE);
    if (expected != Outcome.DONE) {
      assertThat(keycloak.mailbox().size()).as("e-mails sent").isEqualTo(mailsBefore);
    }
  }

  /** An onboarding that stops half-way is not done, and says so in a field of its own. */
  private static String notice(MutationCase one) {
    return one.mutation().toLowerCase(Locale.ROOT).contains("onboard") ? "stoppedBecause" : "";
  }

  /** How the answer to somebody looks for whom it is done. */
  private static Outcome said(Outcome expected) {
    return expected == Outcome.DONE_ELSEWHERE ? Outcome.DONE : expected;
  }

  private static Outcome outcome(MutationCase one, JsonNode answer) {
    if (answer.has("errors")) {
      assertThat(answer.path("data").isNull() || answer.path("data").isMissingNode()).isTrue();
      assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
      return Outcome.FORBIDDEN;
    }
    JsonNode payload = answer.at("/data/" + one.mutation());
    assertThat(payload.path("stoppedBecause").asText("")).isIn("", "null");
    return payload.path("errors").isEmpty() ? Outcome.DONE : Outcome.TOLD;
  }
}
