package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.StatementCount;
import org.sightline.graphql.http.TestServer.Reply;

/** What a caller may spend in a minute, over HTTP: n is answered, n + 1 runs no SQL. */
final class BudgetTest {
  private static final String TEN = "{ directory(first: 4) { edges { node { name } } } }";
  private static final int COST = 9;
  private static final String TWICE =
      """
      POST /graphql HTTP/1.1
      Host: x
      Content-Type: application/json
      Accept: application/graphql-response+json
      X-Test-Address: %s
      X-Test-Address: %s
      Content-Length: 21

      {"query":"{ notes }"}""";
  private static final TestServer SERVER =
      TestServer.withDatabase(
          Map.of(
              "sightline.test.clock", "true",
              "sightline.limits.cost", "20",
              "sightline.limits.cost-per-minute", "60",
              "sightline.limits.anonymous-cost-per-minute", "60",
              "sightline.client-address-header", "X-Test-Address"));
  private static final StatementCount COUNT = SERVER.get(StatementCount.class);
  private static final TestClock CLOCK = SERVER.get(TestClock.class);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @BeforeEach
  void fill() {
    CLOCK.pass(3_600);
  }

  private static double refusedForTheirBudget() {
    return SERVER.get(MeterRegistry.class).get("sightline.budget.refused").counter().count();
  }

  @Test
  void sixtyAreAnsweredAndOneMoreIsTooMany() {
    for (int i = 1; i <= 6; i++) {
      Reply reply = ask("192.0.2.1", TEN);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body().at("/extensions/cost/budget/left").asInt()).isEqualTo(60 - i * COST);
    }
    for (int i = 1; i <= 60 - 6 * COST; i++) {
      assertThat(ask("192.0.2.1", "{ notes }").status()).isEqualTo(200);
    }
    COUNT.reset();
    double before = refusedForTheirBudget();
    Reply refused = ask("192.0.2.1", "{ notes }");
    assertThat(refusedForTheirBudget()).isEqualTo(before + 1);
    assertThat(COUNT.total()).isZero();
    assertThat(COUNT.connections()).isZero();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("RATE_LIMITED");
    assertThat(refused.headers()).containsEntry("retry-after", "1");
    assertThat(refused.body().at("/errors/0/extensions/cost/budget/resetsInSeconds").asInt())
        .isEqualTo(60);
    assertThat(ask("192.0.2.2", "{ notes }").status()).isEqualTo(200);
    CLOCK.pass(1);
    assertThat(ask("192.0.2.1", "{ notes }").status()).isEqualTo(200);
    assertThat(ask("192.0.2.1", "{ notes }").status()).isEqualTo(429);
  }

  @Test
  void whatCostsMoreThanIsLeftWaitsUntilItIsThere() {
    for (int i = 1; i <= 55; i++) {
      assertThat(ask("192.0.2.3", "{ notes }").status()).isEqualTo(200);
    }
    COUNT.reset();
    Reply refused = ask("192.0.2.3", TEN);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(COUNT.total() + COUNT.connections()).isZero();
    assertThat(refused.headers()).containsEntry("retry-after", "5");
    CLOCK.pass(Long.parseLong(refused.headers().get("retry-after")));
    assertThat(ask("192.0.2.3", TEN).status()).isEqualTo(200);
  }

  @Test
  void refusedRequestsCostOneEach() {
    for (int i = 1; i <= 60; i++) {
      assertThat(ask("192.0.2.4", i % 2 == 0 ? "{ nothing here" : "{ zzz }").status())
          .isEqualTo(400);
    }
    assertThat(ask("192.0.2.4", "{ zzz }").status()).isEqualTo(429);
    assertThat(ask("192.0.2.4", "{ nothing here").status()).isEqualTo(429);
  }

  @Test
  void whatIsTooCostlyIsRefusedForGoodAndCostsOne() {
    String document = "{ directory(first: 10) { edges { node { name } } } }";
    for (int i = 1; i <= 60; i++) {
      Reply refused = ask("192.0.2.5", document);
      assertThat(refused.code()).isEqualTo("QUERY_TOO_COSTLY");
      assertThat(refused.headers()).doesNotContainKey("retry-after");
    }
    assertThat(ask("192.0.2.5", document).code()).isEqualTo("RATE_LIMITED");
  }

  @Test
  void whatStandsBeforeTheLastAddressOfTheHeaderIsNotBelieved() {
    for (int i = 1; i <= 60; i++) {
      assertThat(ask("192.0.2.%d, 192.0.2.77".formatted(100 + i), "{ notes }").status())
          .isEqualTo(200);
    }
    assertThat(ask("192.0.2.99, 192.0.2.77", "{ notes }").status()).isEqualTo(429);
  }

  @Test
  void theLastLineOfTheHeaderCounts() throws Exception {
    for (int i = 1; i <= 60; i++) {
      assertThat(status("192.0.2.%d".formatted(100 + i), "192.0.2.78")).isEqualTo(200);
    }
    assertThat(status("192.0.2.99", "192.0.2.78")).isEqualTo(429);
    assertThat(status("192.0.2.78", "192.0.2.99")).isEqualTo(200);
  }

  @Test
  void aPortIsNoPartOfAnAddress() {
    for (int i = 1; i <= 30; i++) {
      assertThat(ask("192.0.2.79:%d".formatted(4_000 + i), "{ notes }").status()).isEqualTo(200);
      assertThat(ask("192.0.2.79", "{ notes }").status()).isEqualTo(200);
      assertThat(ask("[2001:db8::%d]:%d".formatted(i, i), "{ notes }").status()).isEqualTo(200);
      assertThat(ask("[2001:db8::%d]".formatted(i), "{ notes }").status()).isEqualTo(200);
    }
    assertThat(ask("192.0.2.79:5000", "{ notes }").status()).isEqualTo(429);
    assertThat(ask("2001:db8::ffff", "{ notes }").status()).isEqualTo(429);
  }

  @Test
  void whoseHeaderIsNoAddressIsWhoeverHoldsTheConnection() {
    List<String> rubbish =
        List.of("unknown", "a.example", "192.0.2.300", "[::1", "::g", "_hidden", "192.0.2.1,", "x");
    for (int i = 0; i < 60; i++) {
      String said = rubbish.get(i % rubbish.size());
      assertThat(ask(said, "{ notes }").status()).as(said).isEqualTo(200);
    }
    assertThat(ask("y", "{ notes }").status()).isEqualTo(429);
    assertThat(ask("127.0.0.1", "{ notes }").status()).isEqualTo(429);
  }

  @Test
  void bodiesThatAreNoRequestsCostOneEach() {
    List<String> wrong = List.of("{", "[]", "{\"query\": 1}", "");
    for (int i = 0; i < 60; i++) {
      assertThat(post("192.0.2.6", wrong.get(i % 4), "").status()).isEqualTo(400);
    }
    Reply refused = post("192.0.2.6", "{", "");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("RATE_LIMITED");
    assertThat(refused.headers()).containsEntry("retry-after", "1");
  }

  @Test
  void credentialsThatAreNotTakenCostTheirAddressOneEach() {
    for (int i = 0; i < 60; i++) {
      assertThat(post("192.0.2.8", "{", "Basic abc").status()).isEqualTo(401);
    }
    assertThat(post("192.0.2.8", "{", "Basic abc").status()).isEqualTo(429);
    assertThat(post("192.0.2.9", "{", "Basic abc").status()).isEqualTo(401);
  }

  private static Reply post(String address, String body, String credentials) {
    return SERVER.post(
        body,
        Map.of(
            "Accept",
            "application/graphql-response+json",
            "X-Test-Address",
            address,
            "Authorization",
            credentials));
  }

  /** The status of a request that has the header twice. */
  private static int status(String first, String second) throws Exception {
    try (RawConnection connection = SERVER.connect()) {
      connection.send(TWICE.replace("\n", "\r\n").formatted(first, second));
      return connection.answer().status();
    }
  }

  private static Reply ask(String address, String document) {
    return SERVER.post(
        "{\"query\": \"%s\"}".formatted(document),
        Map.of("Accept", "application/graphql-response+json", "X-Test-Address", address));
  }
}
