package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.StatementCount;
import org.sightline.TestSightline;
import org.sightline.graphql.http.TestServer.Reply;

/** Whoever goes away, and whatever takes too long, leaves nothing running in the database. */
final class CancellationTest {
  private static final Duration WITHOUT_CANCELLATION = Duration.ofSeconds(30);
  private static final TestServer SERVER =
      TestServer.withDatabase(
          Map.of(
              "sightline.limits.statement-timeout", "60s",
              "sightline.limits.request-timeout", "40s",
              "sightline.limits.change-timeout", "40s",
              "sightline.database.connections", "2"));
  private static final String SLOW = "{ slow(seconds: 30) next: slow(seconds: 30) }";
  private static final String SLOW_CHANGE = "mutation { note(text: \"kept\", seconds: 30) }";

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void aClientThatGoesAwayCancelsItsStatement(String method) throws Exception {
    try (Socket client = SERVER.socket()) {
      send(client, method, SLOW);
      await(() -> sleeping() == 1);
    }
    Instant gone = Instant.now();
    await(() -> sleeping() == 0);
    assertThat(Duration.between(gone, Instant.now())).isLessThan(WITHOUT_CANCELLATION.dividedBy(3));
    nothingComesAfter();
  }

  @Test
  void aMutationWhoseClientGoesAwayIsRolledBack() throws Exception {
    try (Socket client = SERVER.socket()) {
      send(client, "POST", SLOW_CHANGE);
      await(() -> sleeping() == 1);
    }
    await(() -> sleeping() == 0);
    await(() -> inTransaction() == 0);
    assertThat(SERVER.ask("{ notes }").body().at("/data/notes").asInt()).isZero();
  }

  @Test
  void theConnectionsOfManyWhoWentAwayAreUsableAgain() throws Exception {
    for (int i = 0; i < 5; i++) {
      try (Socket one = SERVER.socket();
          Socket other = SERVER.socket()) {
        send(one, "POST", SLOW);
        send(other, "GET", SLOW);
        await(() -> sleeping() == 2);
      }
      await(() -> sleeping() == 0);
    }
    assertThat(SERVER.ask("{ slow(seconds: 0) viewer }").body().has("errors")).isFalse();
  }

  @Test
  void whoKeepsTheConnectionIsAnsweredAgainAndAgain() throws Exception {
    for (int i = 0; i < 3; i++) {
      Reply reply = SERVER.ask("{ slow(seconds: 0) }");
      assertThat(reply.body().has("errors")).isFalse();
    }
  }

  @Test
  void aRequestForWhichNoTimeIsLeftDoesNotBegin() {
    try (TestServer strict =
        TestServer.withDatabase(Map.of("sightline.limits.request-timeout", "0ms"))) {
      StatementCount count = strict.get(StatementCount.class);
      count.reset();
      Reply reply = strict.ask("{ viewer }");
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("TIMEOUT");
      assertThat(count.total() + count.connections()).isZero();
    }
  }

  @Test
  void aRequestThatTakesTooLongIsStoppedAsAWhole() throws Exception {
    try (TestServer strict =
        TestServer.withDatabase(Map.of("sightline.limits.request-timeout", "500ms"))) {
      Reply reply = strict.ask("{ exact slow(seconds: 1) next: slow(seconds: 1) }");
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.body().has("data")).isFalse();
      assertThat(reply.body().at("/errors")).hasSize(1);
      assertThat(reply.code()).isEqualTo("TIMEOUT");
      assertThat(strict.ask("{ slow(seconds: 0) viewer }").body().has("errors")).isFalse();
    }
  }

  @Test
  void aChangeThatTakesTooLongIsRolledBack() throws Exception {
    try (TestServer strict =
        TestServer.withDatabase(Map.of("sightline.limits.change-timeout", "500ms"))) {
      Reply reply = strict.ask("mutation { note(text: \"kept\", seconds: 1) }");
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("TIMEOUT");
      assertThat(strict.ask("{ notes }").body().at("/data/notes").asInt()).isZero();
      assertThat(
              strict.ask("mutation { note(text: \"kept\", seconds: 0) }").body().at("/data/note"))
          .hasToString("\"kept\"");
      assertThat(strict.ask("{ notes }").body().at("/data/notes").asInt()).isEqualTo(1);
    }
  }

  @Test
  void whoWaitsForAConnectionInVainIsToldSo() throws Exception {
    try (TestServer busy =
            TestServer.withDatabase(
                Map.of(
                    "sightline.database.connections", "1",
                    "datasources.default.connection-timeout", "300"));
        Socket slow = busy.socket()) {
      send(slow, "POST", "{ slow(seconds: 2) }");
      await(() -> sleeping(busy) == 1);
      Reply reply = busy.ask("{ viewer }");
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("UNAVAILABLE");
      assertThat(reply.message()).startsWith("Too much is asked just now");
      assertThat(reply.headers()).containsEntry("retry-after", "1");
    }
  }

  @Test
  void whoWaitsForASecondConnectionInVainIsToldSo() {
    try (TestServer busy =
        TestServer.withDatabase(
            Map.of(
                "sightline.database.connections", "1",
                "datasources.default.connection-timeout", "300"))) {
      Reply reply = busy.ask("mutation { apart }");
      assertThat(reply.code()).isEqualTo("UNAVAILABLE");
      assertThat(reply.message()).startsWith("Too much is asked just now");
      assertThat(busy.ask("{ viewer }").body().has("errors")).isFalse();
    }
  }

  @Test
  void aDatabaseThatCannotBeReachedIsNotCalledBusy() {
    try (TestServer alone = TestServer.withoutDatabase(Map.of())) {
      Reply reply = alone.ask("{ viewer }");
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("UNAVAILABLE");
      assertThat(reply.message())
          .isEqualTo("The database cannot be reached just now: ask again in a moment.");
      assertThat(reply.headers()).containsEntry("retry-after", "1");
    }
  }

  @Test
  void theOtherAddressesSayItInTheSameWords() {
    try (TestServer alone = TestServer.withoutDatabase(Map.of())) {
      Reply reply = alone.send("GET", "/test/fault/reads", null, Map.of());
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("UNAVAILABLE");
      assertThat(reply.message()).startsWith("The database cannot be reached just now");
      assertThat(reply.headers()).containsEntry("retry-after", "1");
    }
  }

  /** The operation had a second slow statement: it is not sent. */
  private static void nothingComesAfter() throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      Thread.sleep(50);
      assertThat(sleeping()).isZero();
    }
  }

  private static void send(Socket client, String method, String document) throws IOException {
    String query = URLEncoder.encode(document, StandardCharsets.UTF_8);
    String body = "{\"query\": \"%s\"}".formatted(document.replace("\"", "\\\""));
    String text =
        method.equals("GET")
            ? "GET /graphql?query=%s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(query)
            : "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body);
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  private static long sleeping() {
    return sleeping(SERVER);
  }

  private static long sleeping(TestServer server) {
    return activity(server, "state = 'active' AND query LIKE '%pg_sleep%'");
  }

  private static long inTransaction() {
    return activity(SERVER, "state <> 'idle'");
  }

  private static long activity(TestServer server, String condition) {
    String sql =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND pid <> pg_backend_pid() AND "
            + condition;
    try (Connection app = appOf(server);
        Statement statement = app.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the service's own role, which sees what its own sessions do. */
  private static Connection appOf(TestServer server) throws SQLException {
    Map<String, Object> settings = TestSightline.settings(server.database());
    return DriverManager.getConnection(
        server.database().url(),
        String.valueOf(settings.get("sightline.database.app.username")),
        String.valueOf(settings.get("sightline.database.app.password")));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(WITHOUT_CANCELLATION.dividedBy(2));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
    }
  }
}
