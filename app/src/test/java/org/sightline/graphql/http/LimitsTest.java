package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.graphql.http.TestServer.Reply;

/** Each limit lets n pass and refuses n + 1, by name, without a database. */
final class LimitsTest {
  private static final TestServer SERVER = TestServer.withoutDatabase(Map.of());
  private static final String QUERY = "{ __typename }";

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static Stream<Arguments> limits() {
    return Stream.of(
        Arguments.of(
            "characters",
            20_000,
            QUERY + " ".repeat(20_000 - QUERY.length()),
            QUERY + " ".repeat(20_001 - QUERY.length())),
        Arguments.of("tokens", 2_000, names(1_998), names(1_999)),
        Arguments.of("depth", 12, nested(12), nested(13)),
        Arguments.of("aliases", 30, aliased(30), aliased(31)),
        Arguments.of("aliases", 30, aliasedInFragment(30), aliasedInFragment(31)),
        Arguments.of("directives", 20, directed(20), directed(21)),
        Arguments.of("fields", 5_000, multiplied(5_000), multiplied(5_001)));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void letsTheLimitPassAndRefusesOneMore(String name, int most, String largest, String tooLarge) {
    assertThat(SERVER.ask(largest).code()).isNotEqualTo("QUERY_TOO_COSTLY");
    Reply refused = SERVER.ask(tooLarge);
    assertThat(refused.code()).isEqualTo("QUERY_TOO_COSTLY");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/extensions/limit/name").asText()).isEqualTo(name);
    assertThat(refused.body().at("/errors/0/extensions/limit/most").asInt()).isEqualTo(most);
    assertThat(refused.message()).contains(String.format("%,d", most));
  }

  @Test
  void limitsAreSettings() {
    try (TestServer strict =
        TestServer.withoutDatabase(
            Map.of("sightline.limits.depth", "1", "sightline.limits.body-bytes", "64"))) {
      assertThat(strict.ask("{ a { b } }").message())
          .isEqualTo("Fields are nested at most 1 deep.");
      assertThat(strict.ask("{ __typename }" + " ".repeat(64)).status()).isEqualTo(413);
      assertThat(strict.ask("{ __typename }").status()).isEqualTo(200);
    }
  }

  @Test
  void answersTheUsualIntrospection() {
    Reply reply = SERVER.ask(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().at("/data/__schema/queryType/name").asText()).isEqualTo("Query");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ __schema { types { fields { type { fields { name } } } } } }",
        "{ a: __schema { types { name } } b: __schema { types { name } } }",
      })
  void refusesIntrospectionInBadFaith(String document) {
    assertThat(SERVER.ask(document).code()).isEqualTo("QUERY_TOO_COSTLY");
  }

  @Test
  void refusesFragmentsThatMultiplyWithoutRunningThem() {
    StringBuilder document = new StringBuilder("{ ...f0 } ");
    for (int i = 0; i < 60; i++) {
      document.append(
          "fragment f%d on Query { a: thing { __typename ...f%d } b: thing { __typename ...f%d } } "
              .formatted(i, i + 1, i + 1));
    }
    document.append("fragment f60 on Query { __typename }");
    assertThat(SERVER.ask(document.toString()).code()).isEqualTo("QUERY_TOO_COSTLY");
  }

  @Test
  void refusesFragmentsInACircle() {
    Reply reply = SERVER.ask("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }");
    assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void refusesBracketsWithoutEnd() {
    assertThat(SERVER.ask("{a".repeat(1_500)).code()).isEqualTo("QUERY_TOO_COSTLY");
    assertThat(SERVER.ask("{a(b:" + "[".repeat(1_500)).code()).isEqualTo("QUERY_TOO_COSTLY");
  }

  private static String names(int tokens) {
    return "{" + " a".repeat(tokens) + " }";
  }

  private static String nested(int depth) {
    return "{a".repeat(depth) + "}".repeat(depth);
  }

  private static String aliased(int aliases) {
    StringBuilder document = new StringBuilder("{");
    for (int i = 0; i < aliases; i++) {
      document.append(" a").append(i).append(":__typename");
    }
    return document + " }";
  }

  private static String aliasedInFragment(int aliases) {
    return "{" + " ...f".repeat(aliases) + "} fragment f on Query { a: __typename }";
  }

  private static String directed(int directives) {
    return "{ __typename" + " @skip(if: false)".repeat(directives) + " }";
  }

  /** A document of few tokens whose fields, as executed, are as many as asked. */
  private static String multiplied(int fields) {
    int spreads = fields / 500;
    int rest = fields % 500;
    return "{"
        + " ...f".repeat(spreads)
        + " __typename".repeat(rest)
        + "} fragment f on Query {"
        + " __typename".repeat(500)
        + "}";
  }
}
