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

/** What is read as a request and what is not, from bodies and from addresses. */
final class RequestReadingTest {
  private static final String GRAPHQL = "application/graphql-response+json";
  private static final String PLAIN = "application/json";
  private static final String TYPENAME = "{\"query\":\"{ __typename }\"}";

  private static final TestServer SERVER = TestServer.withoutDatabase(Map.of());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "APPLICATION/JSON;charset=\"UTF-8\""
      })
  void readsJson(String contentType) {
    assertThat(SERVER.post(TYPENAME, Map.of("Content-Type", contentType)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=iso-8859-1",
        "application/graphql"
      })
  void readsNothingThatAPageOfAnotherSiteCouldSend(String contentType) {
    Reply reply = SERVER.post(TYPENAME, Map.of("Content-Type", contentType));
    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | The body is empty",
        "{ | The body is not JSON",
        "{\"query\": \"{ __typename }\"} x | The body is not JSON",
        "{\"query\": \"{ __typename }\", \"query\": \"{ a }\"} | The body is not JSON",
        "[] | a list of requests is not taken",
        "[{\"query\": \"{ __typename }\"}] | a list of requests is not taken",
        "\"{ __typename }\" | The body must be a JSON object",
        "{} | The request has no 'query'",
        "{\"qurey\": \"{ __typename }\"} | The request has no 'query'",
        "{\"query\": null} | The request has no 'query'",
        "{\"query\": 1} | 'query' must be a text",
        "{\"query\": {}} | 'query' must be a text",
        "{\"query\": \"{ __typename }\", \"operationName\": 1} | 'operationName' must be a text",
        "{\"query\": \"{ __typename }\", \"variables\": []} | 'variables' must be a JSON object",
        "{\"query\": \"{ __typename }\", \"variables\": \"{}\"} | 'variables' must be a JSON"
            + " object",
        "{\"query\": \"{ __typename }\", \"extensions\": 7} | 'extensions' must be a JSON object",
      })
  void saysWhatIsWrongWithABody(String body, String message) {
    for (String accept : new String[] {GRAPHQL, PLAIN}) {
      Reply reply = SERVER.post(body, Map.of("Accept", accept));
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
      assertThat(reply.message()).contains(message);
      assertThat(reply.body().has("data")).isFalse();
    }
  }

  @Test
  void takesNullForWhatMayBeLeftOut() {
    String body =
        "{\"query\":\"{ __typename"
            + " }\",\"operationName\":null,\"variables\":null,\"extensions\":null}";
    assertThat(SERVER.post(body, Map.of()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "&variables=%7B%22a%22%3A1%7D, 200",
    "&variables=, 200",
    "&operationName=, 200",
    "&extensions=%7B%7D, 200",
    "&variables=1, 400",
    "&variables=%7B, 400",
    "&extensions=%5B%5D, 400",
    "&query=x, 400",
    "&operationName=Other, 400",
  })
  void readsParameters(String more, int status) {
    Reply reply = SERVER.get("{ __typename }", more, Map.of("Accept", GRAPHQL));
    assertThat(reply.status()).isEqualTo(status);
  }

  @Test
  void asksForAQueryInTheAddress() {
    Reply reply = SERVER.send("GET", "/graphql", null, Map.of());
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).contains("no 'query'");
  }

  @Test
  void readsALongAddress() {
    String document = "{ __typename }" + " ".repeat(5_000);
    assertThat(SERVER.get(document, "", Map.of()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /graphql?query=%zz HTTP/1.1 | Host: x",
        "GET /graphql?query=%7B%ff HTTP/1.1 | Host: x | Accept: application/graphql-response+json",
        "NONSENSE",
        "POST /graphql HTTP/1.1 | Host: x | Content-Type: application/json | Content-Length: -1",
      })
  void refusesWhatIsNotHttp(String lines) {
    assertThat(SERVER.sendRaw(List.of(lines.split(" [|] ", -1)))).matches("HTTP/1[.][01] 400 .*");
  }

  @Test
  void refusesABodyByOneByteTooMany() {
    String start = "{\"query\":\"{ __typename }\",\"x\":\"";
    String end = "\"}";
    int fill = 1_048_576 - start.length() - end.length();
    Reply largest = SERVER.post(start + "y".repeat(fill) + end, Map.of());
    Reply tooLarge = SERVER.post(start + "y".repeat(fill + 1) + end, Map.of());
    assertThat(largest.status()).isEqualTo(200);
    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.code()).isEqualTo("PAYLOAD_TOO_LARGE");
    assertThat(tooLarge.message()).contains("1,048,576");
  }
}
