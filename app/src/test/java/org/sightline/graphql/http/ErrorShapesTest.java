package org.sightline.graphql.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.graphql.http.RawConnection.RawAnswer;

/** Whatever layer refuses, the answer has GraphQL's shape and says nothing of our insides. */
final class ErrorShapesTest {
  private static final String HONEST =
      "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final TestServer SERVER = TestServer.withoutDatabase(Map.of());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        of("no HTTP", 400, "BAD_USER_INPUT", "NONSENSE\r\n\r\n"),
        of("a header without a colon", 400, "BAD_USER_INPUT", get("/graphql", "Nonsense")),
        of("a header with a space", 400, "BAD_USER_INPUT", get("/graphql", "Bad name: x")),
        of("a length that is none", 400, "BAD_USER_INPUT", get("/graphql", "Content-Length: x")),
        of(
            "two lengths",
            400,
            "BAD_USER_INPUT",
            get("/graphql", "Content-Length: 1\r\nContent-Length: 2")),
        of("no percent code", 400, "BAD_USER_INPUT", get("/graphql?query=%zz", "X: y")),
        of("half a percent code", 400, "BAD_USER_INPUT", get("/graphql?query=%7", "X: y")),
        of("no UTF-8 in the address", 400, "BAD_USER_INPUT", asNewer("/graphql?query=%ff%fe")),
        of("no percent code in the path", 400, "BAD_USER_INPUT", get("/%zz", "X: y")),
        of("no JSON", 400, "BAD_USER_INPUT", post("{\"query\":")),
        of("no UTF-8 in the body", 400, "BAD_USER_INPUT", post("{\"query\":\"\u00ff\u00fe\"}")),
        of("JSON of no object", 400, "BAD_USER_INPUT", post("7")),
        of("brackets without end", 400, "BAD_USER_INPUT", post("[".repeat(100_000))),
        of("an endless number", 400, "BAD_USER_INPUT", post("1".repeat(100_000))),
        of("a bad token", 401, "UNAUTHENTICATED", get("/graphql", "Authorization: Bearer x")),
        of("another scheme", 401, "UNAUTHENTICATED", get("/graphql", "Authorization: Basic eDp5")),
        of("another site's page", 403, "FORBIDDEN", get("/graphql", "Sec-Fetch-Site: cross-site")),
        of("nothing there", 404, "NOT_FOUND", get("/nowhere", "X: y")),
        of("nothing below", 404, "NOT_FOUND", get("/graphql/below", "X: y")),
        of("a method", 405, "METHOD_NOT_ALLOWED", method("PUT")),
        of("a method", 405, "METHOD_NOT_ALLOWED", method("DELETE")),
        of("a method", 405, "METHOD_NOT_ALLOWED", method("PATCH")),
        of("a method", 405, "METHOD_NOT_ALLOWED", method("OPTIONS")),
        of("a method", 405, "METHOD_NOT_ALLOWED", method("TRACE")),
        of("a method that nobody knows", 405, "METHOD_NOT_ALLOWED", method("BREW")),
        of(
            "a change by GET",
            405,
            "METHOD_NOT_ALLOWED",
            get(
                "/graphql?query=mutation%7Brename(code:%22810%22,name:%22x%22)%7Bname%7D%7D",
                "X: y")),
        of("another media type", 406, "NOT_ACCEPTABLE", get("/graphql", "Accept: text/html")),
        of("a long body", 413, "PAYLOAD_TOO_LARGE", post("x".repeat(1_100_000))),
        of("a long body in chunks", 413, "PAYLOAD_TOO_LARGE", chunked(1_100_000)),
        of(
            "a long address",
            414,
            "ADDRESS_TOO_LONG",
            get("/graphql?x=" + "y".repeat(70_000), "X: y")),
        of("text", 415, "UNSUPPORTED_MEDIA_TYPE", posted("text/plain")),
        of("a form", 415, "UNSUPPORTED_MEDIA_TYPE", posted("application/x-www-form-urlencoded")),
        of("a form", 415, "UNSUPPORTED_MEDIA_TYPE", posted("multipart/form-data; boundary=x")),
        of("no media type", 415, "UNSUPPORTED_MEDIA_TYPE", posted("")),
        of("a long header", 431, "HEADERS_TOO_LARGE", get("/graphql", "X: " + "y".repeat(9_000))),
        of(
            "many headers",
            431,
            "HEADERS_TOO_LARGE",
            get("/graphql", "X: y\r\n".repeat(5_000) + "X: y")),
        of("too much in a minute", 429, "RATE_LIMITED", get("/test/fault/refusal", "X: y")),
        of("too many", 429, "RATE_LIMITED", get("/test/fault/many", "X: y")),
        of("an exception", 500, "INTERNAL", get("/test/fault/exception", "X: y")),
        of("a full stack", 500, "INTERNAL", get("/test/fault/overflow", "X: y")),
        of("a full heap", 500, "INTERNAL", get("/test/fault/memory", "X: y")),
        of("no database", 503, "UNAVAILABLE", asNewer("/graphql?query=%7Bviewer%7D")),
        of("not just now", 503, "UNAVAILABLE", get("/test/fault/unavailable", "X: y")));
  }

  @ParameterizedTest(name = "{1} for {0}")
  @MethodSource("refused")
  void haveGraphQlsShape(String name, int status, String code, String request) throws IOException {
    try (RawConnection connection = SERVER.connect()) {
      connection.send(request);
      RawAnswer answer = connection.answer();
      assertThat(answer.status()).as(answer.text()).isEqualTo(status);
      assertThat(answer.json().at("/errors/0/extensions/code").asText()).isEqualTo(code);
      assertThat(answer.json().at("/errors/0/message").asText()).isNotBlank();
      assertThat(answer.json().has("data")).isFalse();
      assertThat(answer.header("content-type"))
          .matches("application/(graphql-response[+])?json; charset=utf-8");
      assertThat(answer.headers().get("x-request-id")).hasSize(1);
      SafeHeadersTest.assertSafe(answer);
      assertThat(answer.header("vary")).contains("Accept").contains("Accept-Encoding");
      assertThat(answer.text())
          .doesNotContain("secret", "Exception", "org.", "java.", "io.", "\\tat ", ".java");
      assertThatItGoesOnOrIsClosed(connection);
    }
  }

  private static void assertThatItGoesOnOrIsClosed(RawConnection connection) throws IOException {
    try {
      connection.send(HONEST);
      assertThat(connection.answer().status()).isEqualTo(200);
    } catch (IOException e) {
      assertThat(connection.isClosedByServer()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
  void sayWhichMethodsThereAre(String method) throws IOException {
    try (RawConnection connection = SERVER.connect()) {
      connection.send(method(method));
      assertThat(connection.answer().header("allow")).contains("GET").contains("POST");
    }
  }

  @Test
  void sayByTheHeadersAloneThatThereIsNoHead() throws IOException {
    try (RawConnection connection = SERVER.connect()) {
      connection.send(method("HEAD"));
      RawAnswer answer = connection.answer(false);
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("allow")).contains("GET").contains("POST");
      assertThat(answer.headers()).containsKey("x-request-id");
      assertThatItGoesOnOrIsClosed(connection);
    }
  }

  @Test
  void sayWhenToAskAgain() throws IOException {
    try (RawConnection connection = SERVER.connect()) {
      connection.send(get("/test/fault/refusal", "X: y"));
      RawAnswer answer = connection.answer();
      assertThat(answer.header("retry-after")).isEqualTo("7");
    }
  }

  @Test
  void refuseALengthBeforeTheBodyComes() throws IOException {
    try (RawConnection connection = SERVER.connect()) {
      connection.send(
          "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Content-Length: 1000000000\r\n\r\n{");
      assertThat(connection.answer().status()).isEqualTo(413);
    }
  }

  private static Arguments of(String name, int status, String code, String request) {
    return Arguments.of(name, status, code, request);
  }

  private static String get(String address, String header) {
    return "GET " + address + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n";
  }

  private static String asNewer(String address) {
    return get(address, "Accept: application/graphql-response+json");
  }

  private static String method(String method) {
    return method + " /graphql HTTP/1.1\r\nHost: x\r\n\r\n";
  }

  private static String post(String body) {
    return "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
        + body.getBytes(ISO_8859_1).length
        + "\r\n\r\n"
        + body;
  }

  private static String posted(String contentType) {
    String header = contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n";
    return "POST /graphql HTTP/1.1\r\nHost: x\r\n" + header + "Content-Length: 2\r\n\r\n{}";
  }

  private static String chunked(int length) {
    String chunk = "400\r\n" + "x".repeat(1024) + "\r\n";
    return "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n"
        + chunk.repeat(length / 1024 + 1)
        + "0\r\n\r\n";
  }
}
