package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.graphql.http.RawConnection.RawAnswer;
import org.sightline.graphql.http.TestServer.Reply;

/** Requests that trickle in: they are ended, and nobody else waits for them. */
final class SlowRequestsTest {
  private static final String HEAD =
      "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  private static final int MANY = 200;
  private static final int A_WHILE = 100;

  private static final TestServer SERVER =
      TestServer.withoutDatabase(Map.of("sightline.limits.body-timeout", "1500ms"));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void areEndedThoughTheBodyKeepsComing() throws Exception {
    try (RawConnection connection = SERVER.connect()) {
      connection.send(HEAD + "Content-Length: 1000\r\n\r\n");
      int sent = trickle(connection);
      assertThat(sent).isBetween(5, 100);
      RawAnswer answer = connection.answer();
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.json().at("/errors/0/extensions/code").asText()).isEqualTo("TIMEOUT");
      assertThat(answer.headers()).containsKey("x-request-id");
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void areEndedThoughTheHeadKeepsComing() throws Exception {
    try (RawConnection connection = SERVER.connect()) {
      connection.send(HEAD + "X: ");
      assertThat(trickle(connection)).isBetween(5, 100);
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/graphql, 415",
    "http://x/graphql, 415",
    "/nowhere, 404",
    "/importsfoo, 404",
    "/imports?x, 401"
  })
  void areEndedWhereNobodyReadsTheBody(String address, int status) throws Exception {
    try (RawConnection connection = SERVER.connect()) {
      connection.send(
          "POST "
              + address
              + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
              + "Content-Length: 1000\r\n\r\n");
      assertThat(connection.answer().status()).isEqualTo(status);
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @Test
  void leaveAConnectionAloneThatWaitsForItsNextRequest() throws Exception {
    try (RawConnection connection = SERVER.connect()) {
      for (int i = 0; i < 2; i++) {
        connection.send(HEAD + "Content-Length: 26\r\n\r\n{\"query\":\"{ __typename }\"}\r\n");
        assertThat(connection.answer().status()).isEqualTo(200);
        Thread.sleep(2_500);
      }
    }
  }

  @Test
  void keepNobodyElseWaiting() throws Exception {
    try (TestServer patient =
        TestServer.withoutDatabase(Map.of("sightline.limits.body-timeout", "60s"))) {
      List<RawConnection> connections = new ArrayList<>();
      try {
        for (int i = 0; i < MANY; i++) {
          connections.add(patient.connect());
          connections.getLast().send(HEAD + (i % 2 == 0 ? "Content-Length: 1000\r\n\r\n{" : "X: "));
        }
        Thread.sleep(A_WHILE);
        for (RawConnection connection : connections) {
          connection.send("x");
        }
        for (int i = 0; i < 20; i++) {
          Reply reply = patient.ask("{ __typename }");
          assertThat(reply.status()).isEqualTo(200);
        }
      } finally {
        for (RawConnection connection : connections) {
          connection.close();
        }
      }
      assertThat(patient.ask("{ __typename }").status()).isEqualTo(200);
    }
  }

  /** Sends a byte now and then until there is an answer or an end; how many it sent. */
  private static int trickle(RawConnection connection) throws Exception {
    int sent = 0;
    while (!connection.hasSomethingToRead() && sent < 200) {
      try {
        connection.send("x");
      } catch (IOException e) {
        return sent;
      }
      sent++;
      Thread.sleep(A_WHILE);
    }
    return sent;
  }
}
