package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.StatementCount;
import org.sightline.graphql.http.TestServer.Reply;

/** Each limit lets n pass and refuses n + 1, by name, without any statement or connection. */
final class LimitsTest {
  private static final TestServer SERVER =
      TestServer.withDatabase(Map.of("sightline.limits.anonymous-cost-per-minute", "1000000"));
  private static final StatementCount COUNT = SERVER.get(StatementCount.class);
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
        Arguments.of("fields", 5_000, multiplied(5_000), multiplied(5_001)),
        Arguments.of("fragments", 40, inFragments(40), inFragments(41)),
        Arguments.of("fragments", 40, inSpreads(40), inSpreads(41)),
        Arguments.of("list-entries", 200, listed(200), listed(201)),
        Arguments.of("repeats", 100, repeated(100), repeated(101)),
        Arguments.of("number-characters", 2_000, nearest(2_000), nearest(2_001)),
        Arguments.of("introspection", 500, introspected(500), introspected(501)),
        Arguments.of(
            "cost",
            100_000,
            "{ dear }",
            "{ dear directory(first: 1) { edges { node { name } } } }"));
  }

  static Stream<Arguments> variables() {
    String codes = "query Q($v: [CouncilCode!]) { councils(in: {codes: $v}) { name } }";
    String group = "query Q($v: Group) { councils(in: $v) { name } }";
    String region = "query Q($v: String) { councils(in: {region: $v}) { name } }";
    return Stream.of(
        Arguments.of("list-entries", 200, codes, listOf(200), listOf(201)),
        Arguments.of(
            "list-entries",
            200,
            group,
            "{\"codes\": %s}".formatted(listOf(200)),
            "{\"codes\": %s}".formatted(listOf(201))),
        Arguments.of("list-entries", 200, "query Q { notes }", listOf(200), listOf(201)),
        Arguments.of("text-characters", 50_000, region, textOf(50_000), textOf(50_001)),
        Arguments.of(
            "text-characters",
            50_000,
            group,
            "{\"region\": %s}".formatted(textOf(50_000)),
            "{\"region\": %s}".formatted(textOf(50_001))));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void letsTheLimitPassAndRefusesOneMore(String name, int most, String largest, String tooLarge) {
    Reply answered = SERVER.ask(largest);
    assertThat(answered.status()).as(answered.message()).isEqualTo(200);
    assertThat(answered.body().has("errors")).isFalse();
    assertThat(answered.body().path("data")).isNotEmpty();
    COUNT.reset();
    refuses(SERVER.ask(tooLarge), name, most);
  }

  @ParameterizedTest
  @MethodSource("variables")
  void letsTheLimitPassInVariablesAndRefusesOneMore(
      String name, int most, String document, String largest, String tooLarge) {
    assertThat(ask(document, largest).body().has("data")).isTrue();
    COUNT.reset();
    refuses(ask(document, tooLarge), name, most);
  }

  private static void refuses(Reply refused, String name, int most) {
    assertThat(COUNT.total()).as("statements").isZero();
    assertThat(COUNT.connections()).as("connections").isZero();
    assertThat(refused.code()).isEqualTo("QUERY_TOO_COSTLY");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/extensions/limit/name").asText()).isEqualTo(name);
    assertThat(refused.body().at("/errors/0/extensions/limit/most").asInt()).isEqualTo(most);
    assertThat(refused.message()).contains(String.format("%,d", most));
  }

  @ParameterizedTest
  @CsvSource({"1, 200", "100, 200", "0, 400", "101, 400", "2147483647, 400"})
  void aPageHasOneToAHundredItems(int first, int status) {
    COUNT.reset();
    Reply reply =
        SERVER.ask("{ directory(first: %d) { edges { node { name } } } }".formatted(first));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(COUNT.total() > 0).isEqualTo(status == 200);
    assertThat(COUNT.connections() > 0).isEqualTo(status == 200);
    if (status == 400) {
      assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
      assertThat(reply.message()).isEqualTo("A page has 1 to 100 items: first is " + first + ".");
    }
  }

  @Test
  void aBodyHasAMebibyte() {
    String query = "{\"query\": \"{ notes }\"}";
    String largest = query + " ".repeat((1 << 20) - query.length());
    assertThat(SERVER.post(largest, Map.of()).status()).isEqualTo(200);
    COUNT.reset();
    Reply refused = SERVER.post(largest + " ", Map.of());
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.code()).isEqualTo("PAYLOAD_TOO_LARGE");
    assertThat(COUNT.total() + COUNT.connections()).isZero();
  }

  @Test
  void whatIsAskedCostsWhatTheAnswerSays() {
    Reply reply = SERVER.ask("{ directory(first: 7) { edges { node { name } } } }");
    assertThat(reply.body().at("/extensions/cost/requested").asInt()).isEqualTo(15);
    assertThat(reply.body().at("/extensions/cost/most").asInt()).isEqualTo(100_000);
    assertThat(reply.body().at("/extensions/cost/budget/most").asInt()).isEqualTo(1_000_000);
    assertThat(
            SERVER
                .ask("{ dear notes thing { __typename } }")
                .body()
                .at("/errors/0/extensions/cost/requested")
                .asInt())
        .isEqualTo(100_001);
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
    COUNT.reset();
    refuses(SERVER.ask(document), "introspection", 500);
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
    COUNT.reset();
    refuses(SERVER.ask(document.toString()), "depth", 12);
  }

  @Test
  void refusesFragmentsInACircle() {
    COUNT.reset();
    Reply reply = SERVER.ask("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }");
    assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(COUNT.total() + COUNT.connections()).isZero();
  }

  @Test
  void refusesBracketsWithoutEnd() {
    COUNT.reset();
    refuses(SERVER.ask("{a".repeat(1_500)), "depth", 12);
    refuses(SERVER.ask("{a(b:" + "[".repeat(1_500)), "depth", 12);
  }

  private static Reply ask(String document, String variable) {
    return SERVER.post(
        "{\"query\": \"%s\", \"variables\": {\"v\": %s}}".formatted(document, variable),
        Map.of("Accept", "application/graphql-response+json"));
  }

  private static String listed(int entries) {
    return "{ councils(in: {codes: [" + "\"810\" ".repeat(entries) + "]}) { name } }";
  }

  private static String listOf(int entries) {
    return "[" + "\"810\",".repeat(entries - 1) + "\"810\"]";
  }

  private static String textOf(int characters) {
    return "\"" + "a".repeat(characters) + "\"";
  }

  private static String nearest(int characters) {
    return "{ exact(nearest: 0.%s) }".formatted("1".repeat(characters - 2));
  }

  private static String names(int tokens) {
    String group = " ... {" + " exact".repeat(96) + " }";
    return "{" + group.repeat(tokens / 99) + " exact".repeat(tokens % 99) + " }";
  }

  private static String repeated(int times) {
    return "{ other: exact" + " exact".repeat(times) + " }";
  }

  private static String nested(int depth) {
    return "{ linked(key: 1)" + " { next".repeat(depth - 2) + " { key" + " }".repeat(depth);
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
    return "{" + " __typename @skip(if: false)".repeat(directives) + " }";
  }

  private static String inFragments(int deep) {
    return "{ exact" + " ... {".repeat(deep) + " __typename" + " }".repeat(deep + 1);
  }

  private static String inSpreads(int deep) {
    StringBuilder document = new StringBuilder("{ exact ...f1 }");
    for (int i = 1; i < deep; i++) {
      document.append(" fragment f%d on Query { ...f%d }".formatted(i, i + 1));
    }
    return document + " fragment f%d on Query { __typename }".formatted(deep);
  }

  /** A question about the schema of so many fields. */
  private static String introspected(int fields) {
    return "{ __schema {" + often("description", fields - 1) + " } }";
  }

  /** A document of few tokens whose fields, as executed, are as many as asked. */
  private static String multiplied(int fields) {
    int spreads = fields / 500;
    int rest = fields % 500;
    return "{"
        + " ...f".repeat(spreads)
        + often("__typename", rest)
        + "} fragment f on Query {"
        + often("__typename", 500)
        + "}";
  }

  /** In as many places as it needs. */
  private static String often(String field, int times) {
    String group = " ... { %s }".formatted((field + " ").repeat(100));
    return group.repeat(times / 100) + (" " + field).repeat(times % 100);
  }
}
