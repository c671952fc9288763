package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.graphql.http.TestServer.Reply;

/** The transport: methods, media types, statuses, headers. No database: nothing here needs one. */
final class GraphQlOverHttpTest {
  private static final String GRAPHQL = "application/graphql-response+json";
  private static final String PLAIN = "application/json";
  private static final String TYPENAME = "{\"query\":\"{ __typename }\"}";

  private static final TestServer SERVER = TestServer.withoutDatabase(Map.of());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/graphql-response+json | application/graphql-response+json",
        "application/json | application/json",
        "application/json; charset=utf-8 | application/json",
        "*/* | application/json",
        "application/* | application/json",
        "application/graphql-response+json, application/json | application/graphql-response+json",
        "application/json, application/graphql-response+json; q=0.5 | application/json",
        "text/html, application/graphql-response+json; q=0.1 | application/graphql-response+json",
        "application/json; q=0, */* | application/graphql-response+json",
      })
  void answersInTheMediaTypeAskedFor(String accept, String given) {
    Reply posted = SERVER.post(TYPENAME, Map.of("Accept", accept));
    Reply got = SERVER.get("{ __typename }", "", Map.of("Accept", accept));
    assertThat(posted.status()).isEqualTo(200);
    assertThat(posted.contentType()).isEqualTo(given + "; charset=utf-8");
    assertThat(posted.body().at("/data/__typename").asText()).isEqualTo("Query");
    assertThat(got.contentType()).isEqualTo(posted.contentType());
    assertThat(got.body().at("/data")).isEqualTo(posted.body().at("/data"));
  }

  @Test
  void answersInJsonWhenNothingIsSaidAboutMediaTypes() {
    Reply reply = SERVER.post(TYPENAME, Map.of());
    assertThat(reply.contentType()).isEqualTo(PLAIN + "; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "image/*",
        "application/json; q=0",
        "application/json; charset=utf-16"
      })
  void refusesToAnswerInAnythingElse(String accept) {
    Reply reply = SERVER.post(TYPENAME, Map.of("Accept", accept));
    assertThat(reply.status()).isEqualTo(406);
    assertThat(reply.code()).isEqualTo("NOT_ACCEPTABLE");
  }

  @ParameterizedTest
  @CsvSource({
    "{ __typename, ends too early",
    "{ nmae }, has no field",
    "query Q($c: CouncilCode!) { council(code: $c) { name } }, is not given",
    "query A { __typename } query B { __typename }, several operations",
    "fragment F on Query { __typename }, Unused fragment",
  })
  void saysByTheStatusThatADocumentWasRefused(String document, String message) {
    Reply newer = SERVER.get(document, "", Map.of("Accept", GRAPHQL));
    Reply older = SERVER.get(document, "", Map.of("Accept", PLAIN));
    assertThat(newer.status()).isEqualTo(400);
    assertThat(older.status()).isEqualTo(200);
    assertThat(newer.body()).isEqualTo(older.body());
    assertThat(newer.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(newer.message()).contains(message);
    assertThat(newer.body().has("data")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {GRAPHQL, PLAIN})
  void takesNoMutationByGet(String accept) {
    String mutation = "mutation { rename(code: \"810\", name: \"x\") { name } }";
    Reply reply = SERVER.get(mutation, "", Map.of("Accept", accept));
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.headers()).containsEntry("allow", "POST");
    assertThat(reply.code()).isEqualTo("METHOD_NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS"})
  void offersNoOtherMethod(String method) {
    Reply reply = SERVER.send(method, "/graphql", TYPENAME, Map.of("Content-Type", PLAIN));
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.headers().get("allow")).contains("GET").contains("POST");
    assertThat(reply.code()).isEqualTo("METHOD_NOT_ALLOWED");
  }

  @Test
  void saysInGraphQlsShapeThatThereIsNothingElsewhere() {
    Reply reply = SERVER.send("GET", "/graphiql", null, Map.of("Accept", "text/html"));
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("NOT_FOUND");
    assertThat(reply.message()).contains("/graphql");
  }

  @ParameterizedTest
  @CsvSource({"cross-site, cors, 403", "cross-site, navigate, 200", "same-origin, cors, 200"})
  void refusesPagesOfOtherSites(String site, String mode, int status) {
    Reply reply =
        SERVER.get("{ __typename }", "", Map.of("Sec-Fetch-Site", site, "Sec-Fetch-Mode", mode));
    assertThat(reply.status()).isEqualTo(status);
  }

  @Test
  void neverTakesCredentialsForNone() {
    Reply reply = SERVER.post(TYPENAME, Map.of("Authorization", "Bearer abc"));
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
    assertThat(reply.message())
        .isEqualTo("The access token is not accepted: get a new one from the sign-in service.");
    assertThat(reply.headers().get("www-authenticate"))
        .isEqualTo("Bearer realm=\"sightline\", error=\"invalid_token\"");
  }

  @Test
  void letsNobodyKeepAnAnswer() {
    for (Reply reply :
        List.of(SERVER.post(TYPENAME, Map.of()), SERVER.get("{ __typename }", "", Map.of()))) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.headers())
          .containsEntry("cache-control", "no-store")
          .containsEntry("x-content-type-options", "nosniff")
          .containsEntry("vary", "Accept, Accept-Encoding");
    }
  }

  @Test
  void namesEachRequestInAHeaderOnly() {
    Reply one = SERVER.post(TYPENAME, Map.of("X-Request-Id", "mine"));
    Reply other = SERVER.send("GET", "/nowhere", null, Map.of());
    assertThat(one.headers().get("x-request-id")).hasSizeGreaterThan(20);
    assertThat(other.headers().get("x-request-id"))
        .hasSizeGreaterThan(20)
        .isNotEqualTo(one.headers().get("x-request-id"));
    assertThat(one.body().toString()).doesNotContain(one.headers().get("x-request-id"));
  }

  @Test
  void asksToComeAgainWhereNoDatabaseAnswers() {
    Reply reply = SERVER.ask("{ fails }");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("UNAVAILABLE");
    assertThat(reply.message())
        .isEqualTo("The database cannot be reached just now: ask again in a moment.");
  }

  @Test
  void showsNothingToAnybodyUnlessTold() {
    try (TestServer closed = TestServer.withoutDatabase(Map.of("sightline.anonymous", "NOTHING"))) {
      Reply reply = closed.ask("{ __typename }");
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
    }
  }
}
